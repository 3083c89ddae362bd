import { dueAt } from '../clocks.js';
import { DEADLINES, type EffectDraft } from '../effects.js';
import type { Contact } from '../people.js';
import { SEARCH_AGAIN_MINUTES, TELL_AGAIN_MINUTES } from '../standard.js';
import type { Ticket } from '../ticket.js';
import type { Context, Rules } from './rule.js';
import { alarmDuty, placeFor, showTechnician, tellDesk, tellManagers, tellResident, tellTechnician } from './tell.js';
import { deadlines, endOf, visitClocks } from './timing.js';
import { visitReminders } from './visit.js';

/** The search for a technician. */
export const search: EffectDraft = { work: { kind: 'dispatch' } };

const isHeld = (ticket: Ticket): boolean => ticket.assigneeId !== undefined;
const isBeforeVisit = (ticket: Ticket): boolean =>
  ['submitted', 'confirmed', 'offered', 'accepted'].includes(ticket.state);

/** What happens between a report and its visit at the resident's or desk's wish. */
export const intake: Rules<'confirm' | 'amend' | 'urge' | 'reschedule' | 'cancel' | 'escalate'> = {
  /**
   * Clause 3.1.3: details and time are right; the search for a technician begins. The system confirms what nobody answered
   * in time, since better a technician at the door than a report forgotten.
   */
  confirm: {
    patch: (ticket, _, context, actor) => ({
      clocks: visitClocks(ticket, context),
      ...(actor.role === 'system' && { breaches: [...ticket.breaches, { clock: 'confirm', at: context.now }] }),
    }),
    effects: (ticket, _, context, { actor }) => [
      search,
      ...deadlines(ticket, ['arrive', 'complete']),
      ...(actor.role === 'system' ? escalation(ticket, 'confirm', context) : []),
    ],
  },

  amend: {
    patch: (ticket, { reason: _, media, ...details }, context) => {
      const amended = { ...ticket, ...details };
      const isUrgencyNew = details.urgency !== undefined && details.urgency !== ticket.urgency;
      return {
        ...details,
        ...(media && { media: [...new Set([...ticket.media, ...media])] }),
        ...(isUrgencyNew &&
          ticket.clocks.arrive &&
          isBeforeVisit(ticket) && { clocks: { ...ticket.clocks, ...visitClocks(amended, context) } }),
      };
    },
    effects: (ticket, { reason: _, media = [], ...details }, context, { before, actor }) => [
      ...(ticket.clocks.arrive !== before.clocks.arrive ? deadlines(ticket, ['arrive', 'complete']) : []),
      ...(details.urgency === 'emergency' && before.urgency !== 'emergency' ? newEmergency(ticket, context) : []),
      ...(Object.keys(details).length > 0 ? amended(ticket, context) : []),
      // Technicians know their own pictures; the system adds those.
      ...(actor.role === 'system' ? [] : showTechnician(ticket, context, media)),
    ],
  },

  urge: {
    patch: (ticket) => ({ priority: ticket.priority + 1 }),
    effects: (ticket, _, context) => [
      ...tellTechnician(ticket, context, 'technician.urged', () => ({ ticket: ticket.id })),
      ...tellDesk(context, 'desk.urged', (to) => ({ ticket: ticket.id, place: placeFor(ticket, to) })),
    ],
  },

  /** A technician who holds the ticket is bound to the new time; otherwise it is the resident's wish. */
  reschedule: {
    patch: (ticket, { visitTime }, context) => {
      const moved = { ...ticket, visitTime };
      const clocks = visitClocks(moved, context);
      if (!isHeld(ticket))
        return { visitTime, ...(ticket.clocks.arrive && { clocks: { ...ticket.clocks, ...clocks } }) };
      return {
        visitTime,
        promisedTime: visitTime,
        arrivedAt: undefined,
        stoppedClocks: {},
        clocks: { arrive: endOf(visitTime), complete: clocks.complete },
      };
    },
    effects: (ticket, { visitTime }, context, { actor }) => {
      const times = {
        ticket: ticket.id,
        from: visitTime.from.toISOString(),
        to: endOf(visitTime).toISOString(),
        timezone: context.project.calendar.timezone,
      };
      return [
        ...(actor.role === 'resident' ? [] : [tellResident(ticket, 'resident.rescheduled', times)]),
        ...(actor.role === 'technician' ? [] : tellTechnician(ticket, context, 'technician.rescheduled', () => times)),
        ...deadlines(ticket, ['arrive', 'complete']),
        ...visitReminders(ticket, context),
      ];
    },
  },

  cancel: {
    patch: ({ offers }, _, { now }) => ({
      clocks: {},
      stoppedClocks: {},
      closedAt: now,
      offers: offers.map((offer) => (offer.outcome === 'waiting' ? { ...offer, outcome: 'withdrawn' } : offer)),
    }),
    effects: (ticket, _, context, { actor }) => [
      ...(actor.role === 'resident' ? [] : [tellResident(ticket, 'resident.cancelled', { ticket: ticket.id })]),
      ...tellTechnician(ticket, context, 'technician.cancelled', () => ({ ticket: ticket.id })),
    ],
  },

  /** A clock was broken, or nobody can be found: recorded, and told to those who can help, again and again until somebody acts. */
  escalate: {
    patch: ({ breaches, clocks, urgency }, { clock }, { now, project }) => {
      const minutes = TELL_AGAIN_MINUTES[urgency === 'emergency' ? 'emergency' : 'other'];
      const isRunning = clock in clocks;
      return {
        breaches: [...breaches, { clock, at: now }],
        ...(isRunning && { clocks: { ...clocks, [clock]: dueAt(project, urgency, now, minutes) } }),
      };
    },
    effects: (ticket, { clock }, context) => [
      ...escalation(ticket, clock, context),
      ...deadlines(
        ticket,
        DEADLINES.filter((name) => name === clock),
      ),
    ],
  },
};

const amended = (ticket: Ticket, context: Context): EffectDraft[] =>
  tellTechnician(ticket, context, 'technician.amended', (to) => ({
    ticket: ticket.id,
    description: ticket.description,
    place: placeFor(ticket, to),
  }));

/** What looked ordinary turns out to be dangerous: searched for and rung as if reported so. */
const newEmergency = (ticket: Ticket, context: Context): EffectDraft[] => [
  ...(['submitted', 'confirmed'].includes(ticket.state) ? [search] : []),
  ...(isBeforeVisit(ticket) ? [alarmDuty(context)] : []),
];

/** How often the clock has been broken. */
const timesBroken = (ticket: Ticket, clock: string): number =>
  ticket.breaches.filter((breach) => breach.clock === clock).length;

function escalation(ticket: Ticket, clock: string, context: Context): EffectDraft[] {
  if (clock === 'dispatch') return nobodyFound(ticket, context);
  const params = { ticket: ticket.id };
  const isFirst = timesBroken(ticket, clock) === 1;
  const words = (to: Contact) => ({ ...params, clock, place: placeFor(ticket, to) });
  return [
    ...(clock === 'confirm' ? tellDesk(context, 'desk.unconfirmed', words) : tellDesk(context, 'desk.breach', words)),
    ...(isFirst ? [] : tellManagers(context, 'desk.breach', words)),
    ...(clock === 'arrive' && isFirst ? [tellResident(ticket, 'resident.late', params)] : []),
    ...(clock === 'confirm' ? [] : tellTechnician(ticket, context, 'technician.late', () => params)),
  ];
}

/** No silent dead end: the desk first, the managers from the second time on, and the search goes on by itself. */
function nobodyFound(ticket: Ticket, context: Context): EffectDraft[] {
  const { project, now } = context;
  const times = timesBroken(ticket, 'dispatch');
  const words = (to: Contact) => ({ ticket: ticket.id, category: ticket.category, place: placeFor(ticket, to) });
  return [
    ...tellDesk(context, 'desk.nobody', words),
    ...(times > 1 ? tellManagers(context, 'desk.nobody', words) : []),
    ...(ticket.urgency === 'emergency' ? [alarmDuty(context)] : []),
    ...(times === 1 ? [tellResident(ticket, 'resident.searching', { ticket: ticket.id })] : []),
    { ...search, dueAt: dueAt(project, ticket.urgency, now, SEARCH_AGAIN_MINUTES) },
  ];
}
