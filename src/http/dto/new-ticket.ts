import { z } from 'zod';
import { LOCALES } from '../../domain/people.js';
import { ticketSchema } from '../../domain/ticket.js';
import { idField, phoneField } from './fields.js';

/** A report that staff take down for a resident (clause 3.1.1). */
export const newTicketSchema = z
  .strictObject({
    projectId: idField,
    category: ticketSchema.shape.category,
    urgency: ticketSchema.shape.urgency.default('normal'),
    safety: ticketSchema.shape.safety,
    description: z.string().trim().min(1).max(2000),
    location: ticketSchema.shape.location,
    resident: z.strictObject({
      name: z.string().trim().min(1).max(40).optional(),
      phone: phoneField,
      locale: z.enum(LOCALES).optional().meta({ description: 'Left out: as known, otherwise zh-CN' }),
    }),
    visitTime: ticketSchema.shape.visitTime,
    isConfirmed: z
      .boolean()
      .default(false)
      .meta({ description: 'The details were read back to the resident; otherwise they are called back (3.1.3).' }),
  })
  .meta({ id: 'NewTicket' });
export type NewTicket = z.output<typeof newTicketSchema>;
