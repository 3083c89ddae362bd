import { nextState, type TicketAction } from '../../../src/domain/lifecycle.js';
import { formatLocation } from '../../../src/domain/location.js';
import { isOpen, type Ticket } from '../../../src/domain/ticket.js';
import type { Known } from '../slots.js';
import { timeParams } from '../view.js';
import { hasActed, ticketOption } from './about-ticket.js';
import { residentIdOf } from './actor.js';
import type { Operation, OperationDeps, Performed, Scene } from './operation.js';

/** What an order does to a ticket that the technician holds. */
export const ACTION_OF: Readonly<Record<string, TicketAction>> = {
  accept: 'accept',
  decline: 'decline',
  transfer: 'transfer',
  arrive: 'arrive',
  start: 'start',
  pause: 'hold',
  complete: 'complete',
  material: 'complete',
  reschedule: 'reschedule',
};

const MAX_TOLD = 8;

/** Tickets offered to the technician or held by them, and those the same turn changed before a crash. */
async function ticketsAtHand(deps: OperationDeps, me: string, { turn, context }: Scene): Promise<Ticket[]> {
  const { person } = context;
  const projectId = person.kind === 'staff' ? person.staff.projectIds : [];
  const [held, offered, given] = await Promise.all([
    deps.tickets.list({ assigneeId: me }, { limit: 50 }),
    deps.tickets.list({ offeredTo: me }, { limit: 50 }),
    deps.tickets.list({ projectId, state: ['confirmed', 'offered'] }, { limit: 50 }),
  ]);
  const changed = given.tickets.filter((ticket) => hasActed(ticket, turn.id));
  const all = [...offered.tickets, ...held.tickets, ...changed];
  return [...new Map(all.map((ticket) => [ticket.id, ticket])).values()];
}

/** Which ticket an order is about: the one named, the one it fits, or one to be chosen. */
export const resolveCommand: Operation = async (deps, slots, scene) => {
  const me = residentIdOf(scene.context) ?? '';
  const all = await ticketsAtHand(deps, me, scene);
  if (slots.command === 'status') return listed(all.filter(isWork), scene);
  if (slots.mentioned) return chosen(all.filter(({ id }) => id === slots.mentioned));
  const changed = all.filter((ticket) => hasActed(ticket, scene.turn.id));
  if (changed.length > 0) return chosen(changed);
  const fitting = all.filter((ticket) => fits(ticket, slots, me));
  const open = all.filter(isOpen);
  // The only one there is: the domain says why it will not do.
  return chosen(fitting.length === 0 && open.length === 1 ? open : fitting);
};

/** 1001和1002都到了: the same order for the next ticket that was named. */
export const nextCommand: Operation = async (_deps, { further = [] }) => {
  const [mentioned, ...rest] = further;
  return mentioned ? { result: 'again', slots: { mentioned, further: rest, ticketId: undefined } } : { result: 'none' };
};

/** Offered or under way; what is completed waits for the resident. */
const isWork = ({ state }: Ticket): boolean => state === 'offered' || nextState(state, 'complete') !== undefined;

function fits(ticket: Ticket, { command = '' }: Known, me: string): boolean {
  const isOffered = ticket.state === 'offered' && ticket.offeredTo === me;
  if (command === 'accept') return isOffered;
  if (command === 'decline')
    return isOffered || (ticket.assigneeId === me && nextState(ticket.state, 'return') !== undefined);
  const action = ACTION_OF[command];
  return action !== undefined && ticket.assigneeId === me && nextState(ticket.state, action) !== undefined;
}

function chosen(tickets: Ticket[]): Performed {
  const [only, ...others] = tickets;
  if (!only) return { result: 'none' };
  if (others.length === 0) return { result: 'one', slots: { ticketId: only.id } };
  return { result: 'many', slots: { tickets: tickets.slice(0, MAX_TOLD).map(ticketOption) } };
}

function listed(tickets: Ticket[], { context, locale }: Scene): Performed {
  if (tickets.length === 0) return { result: 'none' };
  const say = tickets.slice(0, MAX_TOLD).map((ticket) => {
    const time = ticket.promisedTime ?? ticket.visitTime;
    const window = time && { from: time.from.toISOString(), to: time.to?.toISOString() ?? null };
    const place = formatLocation(ticket.location, locale);
    return {
      key: 'technician.ticket',
      params: {
        ticket: ticket.id,
        category: ticket.category,
        state: ticket.state,
        ...(place && { place }),
        ...timeParams(window, context),
      },
    };
  });
  return { result: 'listed', say };
}
