import { dueAt, normOf } from '../clocks.js';
import type { EffectDraft } from '../effects.js';
import { OFFER_CALL_AFTER } from '../standard.js';
import type { Offer, Ticket } from '../ticket.js';
import { search } from './intake.js';
import type { Context, Rules } from './rule.js';
import { ask, contactOf, nameOf, showTechnician, tell, tellDesk, tellResident } from './tell.js';
import { deadlines, endOf, minutesAfter, visitClocks } from './timing.js';
import { visitReminders } from './visit.js';

/** Offers end here: the one that waits gets its outcome. */
const settled = (ticket: Ticket, outcome: Offer['outcome']): Offer[] =>
  ticket.offers.map((offer) => (offer.outcome === 'waiting' ? { ...offer, outcome } : offer));

/** A new offer to a technician, with its clock; whoever held the ticket does not any more. */
const offerTo = (ticket: Ticket, technicianId: string, reasons: string[], { project, now }: Context) => ({
  offeredTo: technicianId,
  assigneeId: undefined,
  promisedTime: undefined,
  arrivedAt: undefined,
  stoppedClocks: ticket.stoppedClocks,
  offers: [...settled(ticket, 'withdrawn'), { technicianId, at: now, reasons, outcome: 'waiting' as const }],
  clocks: {
    ...withoutConfirm(ticket.clocks),
    accept: dueAt(project, ticket.urgency, now, normOf(project, ticket.urgency).accept),
  },
});

/** Whoever sends a technician has no need of a confirmation any more. */
const withoutConfirm = ({ confirm: _, ...clocks }: Ticket['clocks']): Ticket['clocks'] => clocks;
const withoutAccept = ({ accept: _, ...clocks }: Ticket['clocks']): Ticket['clocks'] => clocks;

/** The next technician's visit has its own clocks, where the last one's had been met or stood still. */
const visitAnew = (
  ticket: Ticket,
  context: Context,
): Pick<Ticket, 'clocks' | 'stoppedClocks'> & { arrivedAt: undefined } => ({
  arrivedAt: undefined,
  stoppedClocks: {},
  clocks: runningClocks(ticket, context),
});

/** Clocks for the visit, from now where none runs: nobody confirmed, or the last visit had met them. */
const runningClocks = (ticket: Ticket, context: Context): Ticket['clocks'] =>
  ticket.clocks.arrive ? ticket.clocks : visitClocks(ticket, context);

const newDeadlines = (before: Ticket, after: Ticket): EffectDraft[] =>
  before.clocks.arrive === after.clocks.arrive ? [] : deadlines(after, ['arrive', 'complete']);

/** By chat, and by a call where chat stays silent for half the time. Emergencies ring at once. */
function offerEffects(ticket: Ticket, context: Context): EffectDraft[] {
  const to = contactOf(context, ticket.offeredTo);
  const due = ticket.clocks.accept;
  if (!to || !due) return [];
  const onlyWhile = { states: ['offered' as const], offerAt: context.now };
  const isEmergency = ticket.urgency === 'emergency';
  const wait = isEmergency ? 0 : ((due.getTime() - context.now.getTime()) * OFFER_CALL_AFTER) / 60_000;
  const dueCall = minutesAfter(context.now, to.wechatId ? wait : 0);
  return [
    ...(to.wechatId ? [ask(to, 'offer', { onlyWhile, routes: ['wechat'] })] : []),
    ...(to.phone ? [ask(to, 'offer', { onlyWhile, routes: ['call', 'sms'], dueAt: dueCall, attempt: 1 })] : []),
    ...deadlines(ticket, ['accept']),
  ];
}

const back = (ticket: Ticket, outcome: Offer['outcome']) => ({
  offeredTo: undefined,
  offers: settled(ticket, outcome),
  clocks: withoutAccept(ticket.clocks),
});

/** Offers and who holds the ticket (clauses 3.2.1, 3.2.2). */
export const offers: Rules<'dispatch' | 'accept' | 'decline' | 'expire' | 'transfer' | 'return'> = {
  dispatch: {
    refuses: (_, { technicianId }, context) => unknownTechnician(technicianId, context),
    patch: (ticket, { technicianId, reasons, alarm }, context) => ({
      ...offerTo({ ...ticket, clocks: runningClocks(ticket, context) }, technicianId, reasons, context),
      alarmedIds: [...new Set([...ticket.alarmedIds, ...alarm])],
    }),
    effects: (ticket, { alarm, technicianId }, context, { before }) => [
      ...offerEffects(ticket, context),
      ...newDeadlines(before, ticket),
      ...(before.offeredTo && before.offeredTo !== technicianId ? withdrawn(before, before.offeredTo, context) : []),
      ...alarm.flatMap((id) => {
        const to = contactOf(context, id);
        const onlyWhile = { states: ['submitted' as const, 'confirmed' as const, 'offered' as const] };
        return to ? [ask(to, 'alarm', { onlyWhile, routes: to.phone ? ['call', 'sms'] : ['wechat'] })] : [];
      }),
    ],
  },

  accept: {
    refuses: ({ offeredTo }) =>
      offeredTo ? undefined : { code: 'conflict', detail: 'the ticket is not offered to anybody' },
    patch: (ticket, { promisedTime }, { now }, actor) => {
      const assigneeId = actor.role === 'technician' ? actor.id : ticket.offeredTo;
      const wished = ticket.visitTime && ticket.visitTime.from > now ? ticket.visitTime : undefined;
      const promise = promisedTime ?? wished;
      const others = settled(ticket, assigneeId === ticket.offeredTo ? 'accepted' : 'withdrawn');
      const taken = {
        technicianId: assigneeId ?? '',
        at: now,
        reasons: ['first_to_accept'],
        outcome: 'accepted' as const,
      };
      return {
        assigneeId,
        offeredTo: undefined,
        offers: assigneeId === ticket.offeredTo ? others : [...others, taken],
        promisedTime: promise,
        clocks: { ...withoutAccept(ticket.clocks), ...(promise && { arrive: endOf(promise) }) },
      };
    },
    effects: (ticket, _, context, { before }) => [
      accepted(ticket, context),
      // Whoever was there before has them.
      ...(hasHeldBefore(before, ticket.assigneeId) ? [] : showTechnician(ticket, context, ticket.media)),
      ...(ticket.promisedTime ? deadlines(ticket, ['arrive']) : []),
      ...visitReminders(ticket, context),
      ...[...new Set([...(before.offeredTo ? [before.offeredTo] : []), ...before.alarmedIds])]
        .filter((id) => id !== ticket.assigneeId)
        .flatMap((id) => withdrawn(ticket, id, context)),
    ],
  },

  decline: { patch: (ticket) => back(ticket, 'declined'), effects: () => [search] },

  expire: {
    patch: (ticket) => back(ticket, 'expired'),
    effects: (ticket, _, context, { before }) => [
      search,
      ...(before.offeredTo ? withdrawn(ticket, before.offeredTo, context) : []),
    ],
  },

  transfer: {
    refuses: (ticket, { technicianId }, context) =>
      technicianId === ticket.assigneeId
        ? { code: 'conflict', detail: 'the technician holds the ticket already' }
        : unknownTechnician(technicianId, context),
    patch: (ticket, { technicianId }, context) =>
      offerTo({ ...ticket, ...visitAnew(ticket, context) }, technicianId, ['transfer'], context),
    effects: (ticket, _, context, { before, actor }) => [
      ...offerEffects(ticket, context),
      ...newDeadlines(before, ticket),
      ...(before.assigneeId && before.assigneeId !== actor.id ? withdrawn(ticket, before.assigneeId, context) : []),
      tellResident(ticket, 'resident.transferred', { ticket: ticket.id }),
    ],
  },

  return: {
    patch: (ticket, _, context) => ({
      ...visitAnew(ticket, context),
      assigneeId: undefined,
      promisedTime: undefined,
      // Whoever returned it is not offered it again.
      offers: [
        ...ticket.offers,
        {
          technicianId: ticket.assigneeId ?? '',
          at: context.now,
          reasons: ['returned'],
          outcome: 'withdrawn' as const,
        },
      ],
    }),
    effects: (ticket, { reason }, context, { before, actor }) => [
      search,
      ...newDeadlines(before, ticket),
      ...(before.assigneeId && before.assigneeId !== actor.id ? withdrawn(ticket, before.assigneeId, context) : []),
      ...tellDesk(context, 'desk.returned', () => ({
        ticket: ticket.id,
        technician: nameOf(context, before.assigneeId),
        reason,
      })),
      tellResident(ticket, 'resident.transferred', { ticket: ticket.id }),
    ],
  },
};

const hasHeldBefore = ({ offers: earlier }: Ticket, technicianId: string | undefined): boolean =>
  earlier.some((offer) => offer.technicianId === technicianId && offer.outcome === 'accepted');

const unknownTechnician = (id: string, context: Context) =>
  context.staff.get(id)?.role === 'technician' ? undefined : ({ code: 'not_found', what: 'staff', id } as const);

const withdrawn = (ticket: Ticket, technicianId: string, context: Context): EffectDraft[] => {
  const to = contactOf(context, technicianId);
  return to ? [tell(to, 'technician.withdrawn', { ticket: ticket.id })] : [];
};

function accepted(ticket: Ticket, context: Context): EffectDraft {
  const params = { ticket: ticket.id, technician: nameOf(context, ticket.assigneeId) };
  const { promisedTime } = ticket;
  if (!promisedTime) return tellResident(ticket, 'resident.accepted_soon', params);
  return tellResident(ticket, 'resident.accepted', {
    ...params,
    from: promisedTime.from.toISOString(),
    to: endOf(promisedTime).toISOString(),
    timezone: context.project.calendar.timezone,
  });
}
