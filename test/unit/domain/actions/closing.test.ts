import { decide } from '../../../../src/domain/decide.js';
import { aTicket } from '../../../support/builders.js';
import { act, at, completed, resident, told } from '../acts.js';

describe('the end', () => {
  it('reopen (重办) raises the priority, frees the technician and tells the desk', () => {
    const before = completed();
    const ticket = act(before, resident, 'reopen', { reason: '还漏' });
    expect(ticket).toMatchObject({ state: 'confirmed', priority: 1, reopenCount: 1 });
    expect(ticket.assigneeId).toBeUndefined();
    expect(ticket.description).toBe('马桶堵了(重办:还漏)');
    expect(told(before, ticket)).toEqual(['disp-1 desk.reopened']);
  });

  it('4.1.1 keeps the three scores and closes', () => {
    const followedUp = act(completed(), resident, 'follow_up');
    const ticket = act(followedUp, resident, 'survey', { overall: 5, timeliness: 4, technician: 5 });
    expect(ticket).toMatchObject({ state: 'closed', survey: { overall: 5, timeliness: 4, technician: 5 } });
  });

  it('tells the desk of a low score', () => {
    const followedUp = act(completed(), resident, 'follow_up');
    expect(told(followedUp, act(followedUp, resident, 'survey', { overall: 2 }))).toEqual(['disp-1 desk.low_score']);
    expect(told(followedUp, act(followedUp, resident, 'survey', { overall: 3 }))).toEqual([]);
  });

  it('does not let a stranger cancel, nor the resident of another ticket', () => {
    const decided = decide(
      aTicket(),
      { action: 'cancel', input: {}, actor: { role: 'resident', id: 'res-2' }, key: 'k' },
      at(0),
    );
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  });
});
