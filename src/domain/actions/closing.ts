import { SURVEY_WAIT_MINUTES } from '../standard.js';
import { search } from './intake.js';
import type { Rules } from './rule.js';
import { ask, placeFor, tellDesk, tellResident } from './tell.js';
import { deadlines, minutesAfter, visitClocks } from './timing.js';

/** A score at or below this is told to the desk at once. */
const LOW_SCORE = 2;

const MAX_DESCRIPTION = 2000;

/** After the work: solved or not, how it was, and the end (clauses 3.4.3, 4.1.1). */
export const closing: Rules<'follow_up' | 'reopen' | 'survey' | 'close'> = {
  follow_up: {
    patch: (_ticket, _, { now }) => ({ clocks: { survey: minutesAfter(now, SURVEY_WAIT_MINUTES) } }),
    effects: (ticket, _, _context, { actor }) => [
      // A resident who answered is asked in the same conversation.
      ...(actor.role === 'resident'
        ? []
        : [ask(ticket.resident, 'survey', { onlyWhile: { states: ['followed_up'] } })]),
      ...deadlines(ticket, ['survey']),
    ],
  },

  /** "Not solved" goes to the front of the queue, with clocks of its own. */
  reopen: {
    patch: (ticket, { reason }, context) => ({
      // The next technician reads what was not solved.
      ...(reason && { description: `${ticket.description}(重办:${reason})`.slice(0, MAX_DESCRIPTION) }),
      priority: ticket.priority + 1,
      reopenCount: ticket.reopenCount + 1,
      assigneeId: undefined,
      promisedTime: undefined,
      visitTime: undefined,
      arrivedAt: undefined,
      completedAt: undefined,
      closedAt: undefined,
      stoppedClocks: {},
      alarmedIds: [],
      clocks: visitClocks({ urgency: ticket.urgency }, context),
    }),
    effects: (ticket, { reason = '' }, context, { actor }) => [
      search,
      ...deadlines(ticket, ['arrive', 'complete']),
      ...tellDesk(context, 'desk.reopened', (to) => ({ ticket: ticket.id, place: placeFor(ticket, to), reason })),
      ...(actor.role === 'resident' ? [] : [tellResident(ticket, 'resident.reopened', { ticket: ticket.id })]),
    ],
  },

  survey: {
    patch: (ticket, scores, { now }) => ({
      survey: { ...scores, at: now },
      clocks: {},
      closedAt: ticket.closedAt ?? now,
    }),
    effects: (ticket, { overall, comment = '' }, context) =>
      overall <= LOW_SCORE
        ? tellDesk(context, 'desk.low_score', () => ({ ticket: ticket.id, score: overall, comment }))
        : [],
  },

  close: {
    patch: (_ticket, _, { now }) => ({ clocks: {}, closedAt: now }),
    effects: (ticket, _, _context, { before }) =>
      before.state === 'completed' ? [tellResident(ticket, 'resident.follow_up_missed', { ticket: ticket.id })] : [],
  },
};
