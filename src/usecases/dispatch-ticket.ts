import { rankTechnicians } from '../domain/dispatch/rank.js';
import { SYSTEM } from '../domain/people.js';
import { MAX_OFFERS } from '../domain/standard.js';
import type { Ticket } from '../domain/ticket.js';
import { type ActDeps, actOnTicket } from './act.js';
import { contextOf } from './context.js';

/** Technicians alarmed beside the one offered, in an emergency. */
const MAX_ALARMS = 3;

/** A search begins anew when the ticket is reopened, and after each time that nobody was found. */
const startOfSearch = (ticket: Ticket): number =>
  ticket.history.reduce((latest, { action, detail, at }) => {
    const isNew = action === 'reopen' || (action === 'escalate' && detail?.clock === 'dispatch');
    return isNew ? at.getTime() : latest;
  }, 0);

const offersOfSearch = (ticket: Ticket) => ticket.offers.filter(({ at }) => at.getTime() > startOfSearch(ticket));

/**
 * Offers the ticket to the best technician, or tells the desk that nobody can be found (clause 3.2.1).
 * @param input.settles the effect that asked for the search, marked done with the outcome.
 * @returns `skipped` where the ticket has moved on.
 */
export async function dispatchTicket(
  deps: ActDeps,
  input: { ticketId: string; key: string; settles?: string },
): Promise<'done' | 'skipped'> {
  const ticket = await deps.tickets.get(input.ticketId);
  if (!ticket || !['submitted', 'confirmed'].includes(ticket.state)) return 'skipped';
  const context = await contextOf(deps, ticket.projectId);
  if (!context) return 'skipped';
  const round = offersOfSearch(ticket);
  const technicians = [...context.staff.values()].filter(({ role }) => role === 'technician');
  const loads = await deps.tickets.loads(technicians.map(({ id }) => id));
  const previousId = ticket.offers.findLast(({ outcome }) => outcome === 'accepted')?.technicianId;
  const ranked = rankTechnicians(
    {
      category: ticket.category,
      projectId: ticket.projectId,
      timezone: context.project.calendar.timezone,
      now: context.now,
      isEmergency: ticket.urgency === 'emergency',
      excluded: new Set(round.map(({ technicianId }) => technicianId)),
      ...(previousId && { previousId }),
    },
    technicians.map((staff) => ({ staff, load: loads.get(staff.id) ?? 0 })),
  );
  const [best, ...others] = ranked;
  const common = {
    ticketId: ticket.id,
    actor: SYSTEM,
    key: input.key,
    ...(input.settles && { settles: input.settles }),
  };
  const result =
    best && round.length < MAX_OFFERS
      ? await actOnTicket(deps, {
          ...common,
          action: 'dispatch',
          input: {
            technicianId: best.staff.id,
            reasons: best.reasons,
            alarm: ticket.urgency === 'emergency' ? others.slice(0, MAX_ALARMS).map(({ staff }) => staff.id) : [],
          },
        })
      : await actOnTicket(deps, { ...common, action: 'escalate', input: { clock: 'dispatch' } });
  return result.ok ? 'done' : 'skipped';
}
