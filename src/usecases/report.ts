import type { z } from 'zod';
import { type Result, refuse } from '../domain/change.js';
import { type Report, reportSchema, submit } from '../domain/submit.js';
import type { Ticket } from '../domain/ticket.js';
import { contextOf } from './context.js';
import type { Deps } from './deps.js';

export type ReportInput = z.input<typeof reportSchema>;
export type ReportDeps = Pick<Deps, 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'>;

/**
 * Makes a ticket of a report (clause 3.1.2). The same origin gives the same ticket, however often and from how many processes.
 * @throws ZodError where a caller in our own code passes something that is no report.
 */
export async function reportTicket(deps: ReportDeps, input: ReportInput): Promise<Result<Ticket>> {
  const report: Report = reportSchema.parse(input);
  const earlier = await deps.tickets.findByOrigin(report.origin);
  if (earlier) return { ok: true, value: earlier };
  const context = await contextOf(deps, report.projectId);
  if (!context) return refuse({ code: 'not_found', what: 'project', id: report.projectId });
  const ticket = submit(await deps.tickets.nextId(), report, context);
  deps.fault('report.before-insert');
  if ((await deps.tickets.insert(ticket)) === 'duplicate') {
    const first = await deps.tickets.findByOrigin(report.origin);
    return first ? { ok: true, value: first } : refuse({ code: 'conflict', detail: 'reported twice at once' });
  }
  deps.fault('report.after-insert');
  deps.log.info({ ticketId: ticket.id, category: ticket.category, urgency: ticket.urgency }, 'ticket submitted');
  await deps.relay.kick('ticket', ticket.id);
  return { ok: true, value: ticket };
}
