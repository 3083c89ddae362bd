import { decide } from '../../../src/domain/decide.js';
import { accepted, act, at, completed, technician } from './acts.js';

describe('input and bookkeeping', () => {
  it('refuses unknown fields and missing ones with their paths', () => {
    const decided = decide(accepted(), { action: 'hold', input: { why: 'x' }, actor: technician, key: 'k' }, at(0));
    expect(decided).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_input', issues: [{ path: 'reason' }, { path: '' }] },
    });
  });

  it('gives effects ids that no other change of the ticket can have', () => {
    const ids = completed().effects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => !id.includes(':'))).toBe(true);
  });

  it('writes one history entry a change, with who and why', () => {
    const ticket = act(accepted(), technician, 'hold', { reason: '等配件' });
    expect(ticket.history.at(-1)).toMatchObject({
      action: 'hold',
      from: 'accepted',
      to: 'on_hold',
      reason: '等配件',
      actor: technician,
    });
    expect(ticket.history).toHaveLength(4);
    expect(ticket.version).toBe(4);
  });
});
