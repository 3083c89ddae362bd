import { submit } from '../../../src/domain/submit.js';
import { aContext, aReport, aTicket } from '../../support/builders.js';
import { minutes, told } from './acts.js';

describe('submit (3.1.2)', () => {
  it('starts the search for a confirmed report and its clocks', () => {
    const ticket = aTicket();
    expect(ticket.state).toBe('confirmed');
    expect(ticket.effects.map(({ work }) => (work.kind === 'deadline' ? work.deadline : work.kind))).toEqual([
      'dispatch',
      'arrive',
      'complete',
    ]);
  });

  it('3.1.3 asks for confirmation where the report was not read back, and sends nobody before it', () => {
    const ticket = aTicket({}, { isConfirmed: false });
    expect(ticket.state).toBe('submitted');
    expect(ticket.effects.some(({ work }) => work.kind === 'dispatch')).toBe(false);
    expect(told({ ...ticket, effects: [] }, ticket)).toEqual(['res-1 ?confirm']);
  });

  it('2.3 searches at once and rings the duty phone in an emergency', () => {
    const ticket = submit('W-1', aReport({ urgency: 'emergency', safety: 'gas', isConfirmed: false }), aContext());
    expect(ticket.effects.some(({ work }) => work.kind === 'dispatch')).toBe(true);
    expect(told({ ...ticket, effects: [] }, ticket)).toContain('duty-garden ?alarm');
  });

  it('2.1 does not call a visit late before the resident wants it', () => {
    const visitTime = { from: minutes(24 * 60), to: minutes(26 * 60) };
    expect(aTicket({}, { visitTime }).clocks.arrive).toEqual(visitTime.to);
  });
});
