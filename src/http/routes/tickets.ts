import { z } from 'zod';
import { idField } from '../dto/fields.js';
import { newTicketSchema } from '../dto/new-ticket.js';
import { ticketLineSchema, ticketSchemaOut, toTicket, toTicketLine } from '../dto/ticket.js';
import { TICKET_QUERY, toFilter } from '../dto/ticket-query.js';
import { isProblem, problem, wrongField } from '../problem.js';
import { refusalProblem } from '../refusal.js';
import { type Route, staffRoute } from '../route.js';
import { reportForResident } from './report-for-resident.js';
import { ticketInScope } from './scope.js';

const byId = z.object({ id: idField });

const listTickets = staffRoute({
  method: 'get',
  path: '/api/v1/tickets',
  id: 'listTickets',
  tag: 'tickets',
  summary: '服务单列表 List tickets, newest first',
  access: 'staff',
  query: TICKET_QUERY,
  answer: z.object({ tickets: z.array(ticketLineSchema), nextCursor: z.string().optional() }),
  async handle({ query, staff }, { tickets }) {
    const filter = toFilter(query, staff);
    if (filter.projectId.length === 0) return { body: { tickets: [] } };
    const { limit, cursor } = query;
    const page = await tickets.list(filter, { limit, ...(cursor && { cursor }) });
    return { body: { ...page, tickets: page.tickets.map(toTicketLine) } };
  },
});

const getTicket = staffRoute({
  method: 'get',
  path: '/api/v1/tickets/:id',
  id: 'getTicket',
  tag: 'tickets',
  summary: '服务单详情 Read a ticket with its timeline',
  access: 'staff',
  params: byId,
  answer: ticketSchemaOut,
  async handle({ params, staff }, deps) {
    const ticket = await ticketInScope(deps, staff, params.id);
    return isProblem(ticket) ? ticket : { body: toTicket(ticket, staff) };
  },
});

const createTicket = staffRoute({
  method: 'post',
  path: '/api/v1/tickets',
  id: 'createTicket',
  tag: 'tickets',
  summary: '代住户报修 Report on behalf of a resident (200 where the same key has already made it)',
  access: 'staff',
  body: newTicketSchema,
  isIdempotent: true,
  status: 201,
  answer: ticketSchemaOut,
  async handle({ body, staff, idempotencyKey }, deps) {
    if (!staff.projectIds.includes(body.projectId)) return wrongField('projectId', 'is none of your projects');
    const origin = `web-${staff.id}-${idempotencyKey}`;
    const known = await deps.tickets.findByOrigin(origin);
    const reported = known ? { ok: true as const, value: known } : await reportForResident(deps, body, staff, origin);
    if (!reported.ok) return refusalProblem(reported.refusal);
    const ticket = reported.value;
    const headers = { Location: `/api/v1/tickets/${ticket.id}` };
    return { status: known ? 200 : 201, headers, body: toTicket(ticket, staff) };
  },
});

const getMedia = staffRoute({
  method: 'get',
  path: '/api/v1/tickets/:id/media/:mediaId',
  id: 'getTicketMedia',
  tag: 'tickets',
  summary: '照片、录音 A picture or recording of a ticket',
  access: 'staff',
  params: byId.extend({ mediaId: z.string().min(1).max(200) }),
  async handle({ params, staff }, deps) {
    const ticket = await ticketInScope(deps, staff, params.id);
    if (isProblem(ticket)) return ticket;
    const file = ticket.media.includes(params.mediaId) ? await deps.media.get(params.mediaId) : undefined;
    return file ? { file } : problem('not_found', { detail: 'no such picture or recording' });
  },
});

export const ticketRoutes: readonly Route[] = [listTickets, createTicket, getTicket, getMedia];
