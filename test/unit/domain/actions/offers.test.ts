import { decide } from '../../../../src/domain/decide.js';
import { type Actor, SYSTEM } from '../../../../src/domain/people.js';
import { isStillWanted } from '../../../../src/domain/wanted.js';
import { aTicket, TUESDAY_TEN } from '../../../support/builders.js';
import { accepted, act, at, desk, minutes, newEffects, offered, technician, told } from '../acts.js';

const other: Actor = { role: 'technician', id: 'tech-2' };

describe('dispatch and accept (派单, 接单)', () => {
  it('3.2.1 keeps why this technician was chosen', () => {
    expect(offered().offers).toEqual([
      { technicianId: 'tech-1', at: TUESDAY_TEN, reasons: ['on_shift'], outcome: 'waiting' },
    ]);
  });

  it('rings a silent technician half-way through the window', () => {
    const ticket = offered();
    const call = ticket.effects.find(({ routes }) => routes[0] === 'call')!;
    expect(call.dueAt).toEqual(minutes(7.5));
    expect(isStillWanted(ticket, call)).toBe(true);
    expect(isStillWanted(act(ticket, technician, 'accept'), call)).toBe(false);
  });

  it('does not confuse a second offer to the same technician with the first', () => {
    const first = offered();
    const call = first.effects.find(({ routes }) => routes[0] === 'call')!;
    const again = act(first, desk, 'dispatch', { technicianId: 'tech-1' }, at(3));
    expect(isStillWanted(again, call)).toBe(false);
  });

  it('3.2.2 records the promised time, tells the resident and reminds the technician before it', () => {
    const before = offered();
    const promisedTime = { from: minutes(120), to: minutes(180) };
    const ticket = act(before, technician, 'accept', { promisedTime });
    expect(ticket.promisedTime).toEqual(promisedTime);
    expect(ticket.clocks).toMatchObject({ arrive: promisedTime.to });
    expect(ticket.clocks.accept).toBeUndefined();
    expect(told(before, ticket)).toEqual([
      'res-1 resident.accepted',
      'tech-1 technician.visit_soon',
      'tech-1 technician.hurry',
      'res-1 resident.may_be_late',
      'disp-1 desk.may_be_late',
    ]);
  });

  it('takes the time the resident asked for where the technician names none', () => {
    const visitTime = { from: minutes(300), to: minutes(420) };
    const ticket = act(
      act(aTicket({}, { visitTime }), SYSTEM, 'dispatch', { technicianId: 'tech-1' }),
      technician,
      'accept',
    );
    expect(ticket.promisedTime).toEqual(visitTime);
  });

  it('3.3.1 warns of lateness only while nobody has come', () => {
    const ticket = accepted({ promisedTime: { from: minutes(120), to: minutes(180) } });
    const warning = ticket.effects.find(
      ({ work }) => work.kind === 'message' && work.text.key === 'resident.may_be_late',
    )!;
    expect(warning.dueAt).toEqual(minutes(170));
    expect(isStillWanted(ticket, warning)).toBe(true);
    expect(isStillWanted(act(ticket, technician, 'arrive'), warning)).toBe(false);
    const moved = act(ticket, technician, 'reschedule', { visitTime: { from: minutes(240), to: minutes(300) } });
    expect(isStillWanted(moved, warning)).toBe(false);
  });

  it('does not let a technician accept what was offered to another', () => {
    const decided = decide(offered(), { action: 'accept', input: {}, actor: other, key: 'k' }, at(0));
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  });

  it('gives an emergency to the first of those alarmed, and tells the others', () => {
    const emergency = aTicket({ urgency: 'emergency' });
    const before = act(emergency, SYSTEM, 'dispatch', { technicianId: 'tech-1', alarm: ['tech-2'] });
    const ticket = act(before, other, 'accept');
    expect(ticket.assigneeId).toBe('tech-2');
    expect(ticket.offers.map(({ technicianId, outcome }) => `${technicianId} ${outcome}`)).toEqual([
      'tech-1 withdrawn',
      'tech-2 accepted',
    ]);
    expect(told(before, ticket)).toContain('tech-1 technician.withdrawn');
  });

  it.each([
    ['decline', technician, 'declined'],
    ['expire', SYSTEM, 'expired'],
  ] as const)('goes on to the next technician after %s', (action, actor, outcome) => {
    const before = offered();
    const ticket = act(before, actor, action);
    expect(ticket).toMatchObject({ state: 'confirmed', offers: [{ outcome }] });
    expect(ticket.offeredTo).toBeUndefined();
    expect(newEffects(before, ticket).some(({ work }) => work.kind === 'dispatch')).toBe(true);
  });
});
