import type { Staff } from '../../domain/people.js';
import type { Ticket } from '../../domain/ticket.js';
import type { TicketStore } from '../../ports.js';
import { type Problem, problem } from '../problem.js';

/** The ticket where it belongs to one of the caller's projects; of others not even the existence is told. */
export async function ticketInScope(
  { tickets }: { tickets: TicketStore },
  staff: Staff,
  id: string,
): Promise<Ticket | Problem> {
  const ticket = await tickets.get(id);
  return ticket && staff.projectIds.includes(ticket.projectId) ? ticket : noTicket();
}

const noTicket = (): Problem => problem('not_found', { detail: 'no such ticket' });

/** Whether two members of staff work for a common project. */
export const shareProject = (a: Staff, b: Staff): boolean => a.projectIds.some((id) => b.projectIds.includes(id));
