import { withinHours } from '../calendar.js';
import { dueAt, minutesLeft, normOf } from '../clocks.js';
import type { EffectDraft } from '../effects.js';
import {
  CALLING_HOURS,
  FOLLOW_UP_RETRY_MINUTES,
  HOLD_REVIEW_MINUTES,
  LATE_WARNING_MINUTES,
  VISIT_REMINDER_MINUTES,
} from '../standard.js';
import type { Ticket } from '../ticket.js';
import type { Context, Rules } from './rule.js';
import { ask, nameOf, placeFor, tellDesk, tellResident, tellTechnician } from './tell.js';
import { deadlines, endOf, minutesAfter } from './timing.js';

/** Clocks that stand still while the ticket is on hold. */
const STOPPABLE = ['arrive', 'complete'] as const;

/** The visit: on time, on site, done (clauses 3.3.1 to 3.3.4, 3.4.1, 3.4.2). */
export const visit: Rules<'arrive' | 'start' | 'hold' | 'resume' | 'complete'> = {
  arrive: {
    patch: (ticket, _, context) => ({ ...resumed(ticket, context), ...arrival(ticket, context) }),
    effects: (ticket, _, context, { before }) => [
      tellResident(ticket, 'resident.arrived', { ticket: ticket.id, technician: nameOf(context, ticket.assigneeId) }),
      ...(before.state === 'on_hold' ? deadlines(ticket, ['complete']) : []),
    ],
  },

  start: {
    patch: (ticket, _, context) => ({ ...resumed(ticket, context), ...arrival(ticket, context) }),
    effects: (ticket, _, _context, { before }) => (before.state === 'on_hold' ? deadlines(ticket, ['complete']) : []),
  },

  hold: {
    patch: (ticket, _, { project, now }) => ({
      clocks: { hold: dueAt(project, ticket.urgency, now, HOLD_REVIEW_MINUTES) },
      stoppedClocks: Object.fromEntries(
        STOPPABLE.flatMap((name) => {
          const due = ticket.clocks[name];
          return due ? [[name, minutesLeft(project, ticket.urgency, now, due)]] : [];
        }),
      ),
    }),
    effects: (ticket, { reason }) => [
      tellResident(ticket, 'resident.on_hold', { ticket: ticket.id, reason }),
      ...deadlines(ticket, ['hold']),
    ],
  },

  resume: {
    patch: (ticket, _, context) => ({ ...resumed(ticket, context), ...arrival(ticket, context) }),
    effects: (ticket) => [
      tellResident(ticket, 'resident.resumed', { ticket: ticket.id }),
      ...deadlines(ticket, ['complete']),
    ],
  },

  complete: {
    patch: (ticket, { work, materials, cost }, context) => {
      const sum = materials.reduce((total, { price = 0 }) => total + price, 0);
      return {
        completedAt: context.now,
        arrivedAt: ticket.arrivedAt ?? context.now,
        stoppedClocks: {},
        clocks: { follow_up: followUpTimes(ticket, context).end },
        record: { work, materials, cost: cost ?? sum },
      };
    },
    effects: (ticket, _, context) => [
      tellResident(ticket, 'resident.completed', {
        ticket: ticket.id,
        work: ticket.record?.work ?? '',
        cost: ticket.record?.cost ?? 0,
      }),
      ...followUpQuestions(ticket, context),
    ],
  },
};

/** Clause 3.4.3: the callback falls due within the set time, and inside calling hours. */
function followUpTimes(ticket: Ticket, { project, now }: Context): { first: Date; second: Date; end: Date } {
  const polite = (moment: Date) => withinHours(project.calendar.timezone, CALLING_HOURS, moment);
  const first = polite(minutesAfter(now, normOf(project, ticket.urgency).followUp));
  const second = polite(minutesAfter(first, FOLLOW_UP_RETRY_MINUTES));
  return { first, second, end: minutesAfter(second, FOLLOW_UP_RETRY_MINUTES) };
}

/** Asked where the resident usually talks to us, then once more by telephone; the clock ends what nobody answers. */
function followUpQuestions(ticket: Ticket, context: Context): EffectDraft[] {
  const { first, second } = followUpTimes(ticket, context);
  const onlyWhile = { states: ['completed' as const], completedAt: context.now };
  const { resident } = ticket;
  return [
    ask(resident, 'follow-up', { dueAt: first, onlyWhile }),
    ...(resident.phone
      ? [ask(resident, 'follow-up', { dueAt: second, attempt: 1, onlyWhile, routes: ['call', 'sms'] })]
      : []),
    ...deadlines(ticket, ['follow_up']),
  ];
}

/** A technician who forgot to say so has arrived when the work begins. */
const arrival = (ticket: Ticket, { now }: Context) => ({
  arrivedAt: ticket.arrivedAt ?? now,
});

/** Clocks set going again after a hold, without the one for arriving, which has been met. */
function resumed(ticket: Ticket, { project, now }: Context): Pick<Ticket, 'clocks' | 'stoppedClocks'> {
  const left = ticket.stoppedClocks.complete;
  const complete = left === undefined ? ticket.clocks.complete : dueAt(project, ticket.urgency, now, left);
  return { stoppedClocks: {}, clocks: complete ? { complete } : {} };
}

/** Clauses 3.2.3 and 3.3.1: preparation before the visit, and a warning before a promise is broken. */
export function visitReminders(ticket: Ticket, context: Context): EffectDraft[] {
  const { promisedTime } = ticket;
  if (!promisedTime || !ticket.assigneeId) return [];
  const onlyWhile = { states: ['accepted' as const], promisedFrom: promisedTime.from };
  const reminder = minutesAfter(promisedTime.from, -VISIT_REMINDER_MINUTES);
  const warning = { dueAt: minutesAfter(endOf(promisedTime), -LATE_WARNING_MINUTES), onlyWhile };
  const { timezone } = context.project.calendar;
  const visitSoon = tellTechnician(
    ticket,
    context,
    'technician.visit_soon',
    (to) => ({
      ticket: ticket.id,
      place: placeFor(ticket, to),
      from: promisedTime.from.toISOString(),
      timezone,
      category: ticket.category,
    }),
    { dueAt: reminder, onlyWhile },
  );
  return [
    ...(reminder > context.now ? visitSoon : []),
    ...tellTechnician(
      ticket,
      context,
      'technician.hurry',
      (to) => ({ ticket: ticket.id, place: placeFor(ticket, to) }),
      warning,
    ),
    tellResident(ticket, 'resident.may_be_late', { ticket: ticket.id }, warning),
    ...tellDesk(
      context,
      'desk.may_be_late',
      (to) => ({ ticket: ticket.id, technician: nameOf(context, ticket.assigneeId), place: placeFor(ticket, to) }),
      warning,
    ),
  ];
}
