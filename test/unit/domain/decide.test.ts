import type { Context } from '../../../src/domain/actions/rule.js';
import { type Command, decide } from '../../../src/domain/decide.js';
import type { Actor } from '../../../src/domain/people.js';
import { SYSTEM } from '../../../src/domain/people.js';
import { submit } from '../../../src/domain/submit.js';
import { type Ticket, ticketSchema } from '../../../src/domain/ticket.js';
import { isStillWanted } from '../../../src/domain/wanted.js';
import { aContext, aReport, aTicket, TUESDAY_TEN } from '../../support/builders.js';

const resident: Actor = { role: 'resident', id: 'res-1' };
const technician: Actor = { role: 'technician', id: 'tech-1' };
const other: Actor = { role: 'technician', id: 'tech-2' };
const desk: Actor = { role: 'dispatcher', id: 'disp-1' };
const minutes = (n: number) => new Date(TUESDAY_TEN.getTime() + n * 60_000);

const at = (n: number): Context => aContext({ now: minutes(n) });
let keys = 0;
const act = (ticket: Ticket, actor: Actor, action: Command['action'], input: object = {}, when = at(0)): Ticket => {
  const decided = decide(ticket, { action, input, actor, key: `k${++keys}` }, when);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return ticketSchema.parse(decided.value.after);
};
const newEffects = (before: Ticket, after: Ticket) => after.effects.slice(before.effects.length);
const told = (before: Ticket, after: Ticket) =>
  newEffects(before, after).flatMap(({ work }) =>
    work.kind === 'message'
      ? [`${work.to.personId} ${work.text.key}`]
      : work.kind === 'prompt'
        ? [`${work.to.personId} ?${work.prompt}`]
        : [],
  );

const offered = () => act(aTicket(), SYSTEM, 'dispatch', { technicianId: 'tech-1', reasons: ['on_shift'] });
const accepted = (input = {}) => act(offered(), technician, 'accept', input);
const completed = () => act(act(accepted(), technician, 'arrive'), technician, 'complete', { work: '换角阀' });

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

describe('the visit', () => {
  it('on hold (挂起) stops the clocks and resuming gives back what was left', () => {
    const working = act(accepted(), technician, 'start');
    const due = working.clocks.complete!;
    const held = act(working, technician, 'hold', { reason: '等配件' }, at(60));
    expect(Object.keys(held.clocks)).toEqual(['hold']);
    const resumed = act(held, technician, 'resume', {}, at(120));
    expect(resumed.clocks.complete).toEqual(new Date(due.getTime() + 60 * 60_000));
  });

  it('a deadline of before the hold is not wanted any more', () => {
    const working = act(accepted(), technician, 'start');
    const deadline = working.effects.findLast(({ work }) => work.kind === 'deadline' && work.deadline === 'complete')!;
    const held = act(working, technician, 'hold', { reason: '等配件' }, at(60));
    expect(isStillWanted(working, deadline)).toBe(true);
    expect(isStillWanted(held, deadline)).toBe(false);
    expect(isStillWanted(act(held, technician, 'resume', {}, at(120)), deadline)).toBe(false);
  });

  it('3.4.1 adds up what the materials cost where no sum is named', () => {
    const materials = [
      { name: '角阀', qty: 1, unit: '个', price: 15 },
      { name: '生料带', price: 2.5 },
    ];
    expect(act(accepted(), technician, 'complete', { materials }).record?.cost).toBe(17.5);
    expect(act(accepted(), technician, 'complete', { materials, cost: 20 }).record?.cost).toBe(20);
  });

  it('3.4.3 asks by chat first and by telephone later, in calling hours', () => {
    const ticket = completed();
    const asks = ticket.effects.filter(({ work }) => work.kind === 'prompt' && work.prompt === 'follow-up');
    expect(asks.map(({ routes, dueAt }) => [routes[0], dueAt])).toEqual([
      ['wechat', minutes(24 * 60)],
      ['call', minutes(28 * 60)],
    ]);
  });

  it('a question about an earlier completion is not asked after a reopening', () => {
    const first = completed();
    const question = first.effects.find(({ work }) => work.kind === 'prompt' && work.prompt === 'follow-up')!;
    const reopened = act(first, resident, 'reopen', { reason: '还漏' }, at(10));
    const again = act(reopened, SYSTEM, 'dispatch', { technicianId: 'tech-1' }, at(11));
    const second = act(act(again, technician, 'accept', {}, at(12)), technician, 'complete', {}, at(30));
    expect(isStillWanted(first, question)).toBe(true);
    expect(isStillWanted(second, question)).toBe(false);
  });
});

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
