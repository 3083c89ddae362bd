import { SYSTEM } from '../../../../src/domain/people.js';
import type { Ticket } from '../../../../src/domain/ticket.js';
import { aTicket } from '../../../support/builders.js';
import { accepted, act, at, minutes, newEffects, resident, technician, told } from '../acts.js';

describe('2.3 what turns out to be dangerous', () => {
  it('is searched for and rung as if it had been reported so', () => {
    const before = aTicket({}, { isConfirmed: false });
    const ticket = act(before, SYSTEM, 'amend', { urgency: 'emergency' });
    expect(told(before, ticket)).toContain('duty-garden ?alarm');
    expect(newEffects(before, ticket).some(({ work }) => work.kind === 'dispatch')).toBe(true);
  });

  it('rings nobody twice for an emergency that stays one', () => {
    const before = aTicket({}, { urgency: 'emergency' });
    expect(told(before, act(before, SYSTEM, 'amend', { urgency: 'emergency', description: '更正' }))).toEqual([]);
  });
});

describe('3.1.2 pictures', () => {
  const sent = (before: Ticket, after: Ticket) =>
    newEffects(before, after).flatMap(({ work }) =>
      work.kind === 'message' && work.media ? [[work.to.personId, ...work.media]] : [],
    );

  it('of the report reach the technician with the acceptance', () => {
    const before = act(aTicket({}, { media: ['p1'] }), SYSTEM, 'dispatch', { technicianId: 'tech-1' });
    expect(sent(before, act(before, technician, 'accept'))).toEqual([['tech-1', 'p1']]);
  });

  it('sent later reach whoever holds the ticket, and nothing else is told', () => {
    const before = accepted();
    const after = act(before, resident, 'amend', { media: ['p2'] });
    expect(sent(before, after)).toEqual([['tech-1', 'p2']]);
    expect(told(before, after)).toEqual(['tech-1 technician.picture']);
  });

  it('are not sent twice: neither while it is only offered nor when the same technician comes again', () => {
    const before = act(aTicket(), SYSTEM, 'dispatch', { technicianId: 'tech-1' });
    const pictured = act(before, resident, 'amend', { media: ['p1'] });
    expect(sent(before, pictured)).toEqual([]);
    const done = act(act(pictured, technician, 'accept'), technician, 'complete', {}, at(1));
    const again = act(act(done, resident, 'reopen', {}, at(2)), SYSTEM, 'dispatch', { technicianId: 'tech-1' }, at(3));
    expect(sent(again, act(again, technician, 'accept', {}, at(4)))).toEqual([]);
  });

  it("of the technician's own work are not sent back", () => {
    const before = accepted();
    expect(told(before, act(before, SYSTEM, 'amend', { media: ['p3'] }))).toEqual([]);
  });
});

describe('when nobody is found', () => {
  it('2.1 tells the desk first and the managers too when nobody is found again', () => {
    const context = at(0);
    const manager = { ...context.staff.get('disp-1')!, id: 'man-1', role: 'manager' as const };
    const withManager = { ...context, staff: new Map([...context.staff, ['man-1', manager]]) };
    const first = act(aTicket(), SYSTEM, 'escalate', { clock: 'dispatch' }, withManager);
    expect(told(aTicket(), first)).toEqual(['disp-1 desk.nobody', 'res-1 resident.searching']);
    const second = act(first, SYSTEM, 'escalate', { clock: 'dispatch' }, withManager);
    expect(told(first, second)).toEqual(['disp-1 desk.nobody', 'man-1 desk.nobody']);
    expect(newEffects(first, second).at(-1)).toMatchObject({ work: { kind: 'dispatch' }, dueAt: minutes(30) });
  });
});
