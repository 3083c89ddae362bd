import { z } from 'zod';
import type { Staff } from '../../domain/people.js';
import { ticketSchema } from '../../domain/ticket.js';
import type { TicketFilter } from '../../ports.js';
import { moment } from '../dates.js';
import { idField, limitField, listOf } from './fields.js';

const { state, urgency, category } = ticketSchema.shape;

export const TICKET_QUERY = z.strictObject({
  projectId: idField.optional(),
  state: listOf(state).optional(),
  urgency: urgency.optional(),
  category: category.optional(),
  assigneeId: idField.optional(),
  offeredTo: idField.optional(),
  residentId: idField.optional(),
  text: z.string().trim().min(1).max(100).optional().meta({ description: 'Part of the number or the description' }),
  createdFrom: moment.optional(),
  createdTo: moment.optional(),
  limit: limitField,
  cursor: z.string().min(1).max(500).optional().meta({ description: 'nextCursor of the page before' }),
});

/** The store's filter, within the projects of the caller; an empty `projectId` means that nothing can be found. */
export function toFilter(
  { limit: _limit, cursor: _cursor, projectId, ...rest }: z.output<typeof TICKET_QUERY>,
  staff: Staff,
): TicketFilter & { projectId: string[] } {
  const asked = staff.projectIds.filter((id) => projectId === undefined || id === projectId);
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), projectId: asked };
}
