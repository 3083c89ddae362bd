import fc from 'fast-check';
import { decide } from '../../../src/domain/decide.js';
import { ACTIONS, type TicketAction } from '../../../src/domain/lifecycle.js';
import type { Actor } from '../../../src/domain/people.js';
import { isOpen, type Ticket, ticketSchema } from '../../../src/domain/ticket.js';
import { isStillWanted } from '../../../src/domain/wanted.js';
import { aContext, aTicket, TUESDAY_TEN } from '../../support/builders.js';

const ACTORS: Actor[] = [
  { role: 'resident', id: 'res-1' },
  { role: 'technician', id: 'tech-1' },
  { role: 'technician', id: 'tech-2' },
  { role: 'dispatcher', id: 'disp-1' },
  { role: 'system', id: 'system' },
];
const INPUTS: Partial<Record<TicketAction, object[]>> = {
  dispatch: [{ technicianId: 'tech-1' }, { technicianId: 'tech-2', alarm: ['tech-1'] }],
  transfer: [{ technicianId: 'tech-1' }, { technicianId: 'tech-2' }],
  return: [{ reason: '没有配件' }],
  hold: [{ reason: '等配件' }],
  close: [{ reason: '电话确认' }],
  escalate: ['confirm', 'arrive', 'complete', 'hold', 'dispatch'].map((clock) => ({ clock })),
  survey: [{ overall: 1 }, { overall: 5, timeliness: 4, technician: 3 }],
  amend: [{ urgency: 'emergency' }, { urgency: 'low' }, { location: { building: '1' } }],
};
/** Hours from the moment of the action. */
const VISITS = [1, 30].map((hours) => hours * 3_600_000);

const step = fc.record({
  action: fc.constantFrom(...ACTIONS),
  actor: fc.constantFrom(...ACTORS),
  variant: fc.nat(5),
  minutes: fc.integer({ min: 0, max: 3000 }),
});

const inputFor = (action: TicketAction, variant: number, now: Date): object => {
  const from = new Date(now.getTime() + VISITS[variant % VISITS.length]!);
  const time = { from, to: variant % 3 ? new Date(from.getTime() + 3_600_000) : null };
  if (action === 'reschedule') return { visitTime: time };
  if (action === 'accept') return variant % 2 ? { promisedTime: time } : {};
  const choices = INPUTS[action] ?? [{}];
  return choices[variant % choices.length]!;
};

/** Lives of any order of actions by anybody; those that are refused change nothing. */
const lives = fc.tuple(fc.boolean(), fc.constantFrom('emergency', 'normal'), fc.array(step, { maxLength: 25 }));

function live([isConfirmed, urgency, steps]: [
  boolean,
  string,
  { action: TicketAction; actor: Actor; variant: number; minutes: number }[],
]) {
  let ticket: Ticket = aTicket({}, { isConfirmed, urgency: urgency as Ticket['urgency'] });
  let now = TUESDAY_TEN;
  const seen: Ticket[] = [ticket];
  for (const { action, actor, variant, minutes } of steps) {
    now = new Date(now.getTime() + minutes * 60_000);
    const command = { action, actor, key: `k${seen.length}`, input: inputFor(action, variant, now) };
    const decided = decide(ticket, command, aContext({ now }));
    if (!decided.ok) continue;
    ticket = decided.value.after;
    seen.push(ticket);
  }
  return seen;
}

const everyTicket = (check: (ticket: Ticket) => void, numRuns = 300) =>
  fc.assert(
    fc.property(lives, (life) => {
      for (const ticket of live(life)) check(ticket);
    }),
    { numRuns },
  );

describe('any life of a ticket', () => {
  it('is a ticket that can be saved and read again', () => {
    everyTicket((ticket) => void ticketSchema.parse(ticket), 100);
  });

  it('2.1 never stands where nothing will happen any more: some wanted effect drives every open ticket on', () => {
    everyTicket((ticket) => {
      if (!isOpen(ticket)) return;
      const drivers = ticket.effects.filter(
        (effect) => ['dispatch', 'deadline'].includes(effect.work.kind) && isStillWanted(ticket, effect),
      );
      expect({ state: ticket.state, clocks: ticket.clocks, drivers: drivers.length > 0 }).toEqual({
        state: ticket.state,
        clocks: ticket.clocks,
        drivers: true,
      });
    });
  });

  it('has an assignee exactly while somebody has accepted it, and an offer exactly while it is offered', () => {
    everyTicket((ticket) => {
      const isHeld = ['accepted', 'arrived', 'working', 'on_hold'].includes(ticket.state);
      const mayBeKept = ['completed', 'followed_up', 'closed', 'cancelled'].includes(ticket.state);
      if (!mayBeKept) expect(ticket.assigneeId !== undefined).toBe(isHeld);
      if (ticket.state !== 'cancelled') expect(ticket.offeredTo !== undefined).toBe(ticket.state === 'offered');
      if (ticket.state !== 'offered') expect(ticket.offers.some(({ outcome }) => outcome === 'waiting')).toBe(false);
    });
  });

  it('runs an accept clock only while it is offered, and none after its end', () => {
    everyTicket((ticket) => {
      expect(ticket.clocks.accept !== undefined).toBe(ticket.state === 'offered');
      if (!isOpen(ticket)) expect(ticket.clocks).toEqual({});
    });
  });

  it('gives every effect an id of its own and every change one version and one history entry', () => {
    everyTicket((ticket) => {
      expect(new Set(ticket.effects.map(({ id }) => id)).size).toBe(ticket.effects.length);
      expect(ticket.history).toHaveLength(ticket.version);
    }, 100);
  });
});
