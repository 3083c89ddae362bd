import { z } from 'zod';
import { EFFECT_STATUSES, type Effect, ROUTES } from '../../domain/effects.js';
import { ACTIONS, allowedActions, PERMITTED } from '../../domain/lifecycle.js';
import { formatLocation } from '../../domain/location.js';
import { ROLES, type Staff } from '../../domain/people.js';
import { historyEntrySchema, type Ticket, ticketSchema } from '../../domain/ticket.js';
import { maskPhone } from '../../mask.js';

const place = z.string().meta({ description: 'The location in Chinese words', example: '3栋2单元502' });

/** A line of the list; phone numbers are masked, since lists are printed and projected. */
export const ticketLineSchema = ticketSchema
  .pick({
    id: true,
    projectId: true,
    state: true,
    channel: true,
    category: true,
    urgency: true,
    safety: true,
    description: true,
    location: true,
    assigneeId: true,
    offeredTo: true,
    visitTime: true,
    promisedTime: true,
    clocks: true,
    priority: true,
    needsAttention: true,
    createdAt: true,
    updatedAt: true,
  })
  .extend({ place, resident: z.object({ name: z.string().optional(), phone: z.string().optional() }) })
  .meta({ id: 'TicketLine' });

const actionEntry = historyEntrySchema.omit({ key: true }).extend({ kind: z.literal('action') });

const deliveryEntry = z.object({
  kind: z.literal('delivery'),
  at: z.date(),
  effectId: z.string(),
  what: z.string().meta({ description: 'Kind of effect, and for messages the key of the text' }),
  to: z.object({ role: z.enum(ROLES), name: z.string().optional() }).optional(),
  route: z.enum(ROUTES).optional(),
  status: z.enum(EFFECT_STATUSES),
  attempt: z.int(),
  dueAt: z.date().optional(),
  outcome: z.string().optional(),
});
type Delivery = z.infer<typeof deliveryEntry>;

/** The whole ticket, for staff of its project. */
export const ticketSchemaOut = ticketSchema
  .omit({ origin: true, history: true, effects: true })
  .extend({
    place,
    actions: z.array(z.enum(ACTIONS)).meta({ description: 'What the caller may do now' }),
    timeline: z.array(z.discriminatedUnion('kind', [actionEntry, deliveryEntry])),
  })
  .meta({ id: 'Ticket' });

const placeOf = (ticket: Ticket): string => formatLocation(ticket.location, 'zh-CN');

export const toTicketLine = (ticket: Ticket): z.input<typeof ticketLineSchema> => {
  const { name, phone } = ticket.resident;
  const resident = { ...(name && { name }), ...(phone && { phone: maskPhone(phone) }) };
  return { ...ticket, place: placeOf(ticket), resident };
};

export const toTicket = (ticket: Ticket, staff: Staff): z.input<typeof ticketSchemaOut> => ({
  ...ticket,
  place: placeOf(ticket),
  actions: allowedActions(ticket.state).filter((action) => PERMITTED[action].includes(staff.role)),
  timeline: timelineOf(ticket),
});

/** Actions and what was sent because of them, oldest first. Timers are left out unless they failed. */
const timelineOf = (ticket: Ticket) =>
  [
    ...ticket.history.map((entry) => ({ kind: 'action' as const, ...entry })),
    ...ticket.effects.filter(isTold).map(toDelivery),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());

const isTold = ({ work, status }: Effect): boolean => 'to' in work || status === 'failed';

function toDelivery({ id, work, createdAt, routes, status, attempt, dueAt, outcome }: Effect): Delivery {
  const to = 'to' in work ? work.to : undefined;
  const [route] = routes;
  return {
    kind: 'delivery',
    at: createdAt,
    effectId: id,
    what: nameOf(work),
    ...(to && { to: { role: to.role, ...(to.name && { name: to.name }) } }),
    ...(route && { route }),
    status,
    attempt,
    ...(dueAt && { dueAt }),
    ...(outcome && { outcome }),
  };
}

function nameOf(work: Effect['work']): string {
  if (work.kind === 'message') return `message:${work.text.key}`;
  if (work.kind === 'prompt') return `prompt:${work.prompt}`;
  return work.kind === 'deadline' ? `deadline:${work.deadline}` : work.kind;
}
