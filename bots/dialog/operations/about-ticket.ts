import type { RawActionInput } from '../../../src/domain/commands.js';
import { nextState, type TicketAction } from '../../../src/domain/lifecycle.js';
import type { Saying } from '../../../src/domain/reply.js';
import { REOPEN_DAYS } from '../../../src/domain/standard.js';
import { isOpen, type Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import type { Option } from '../flow.js';
import type { Known, Window } from '../slots.js';
import { timeParams } from '../view.js';
import { actorFor, residentIdOf } from './actor.js';
import type { Operation, OperationDeps, Scene } from './operation.js';
import { toDates } from './reporter.js';

/** So many tickets are told or offered for choice; more nobody remembers on the telephone. */
const MAX_TOLD = 5;

const ownTickets = async (deps: OperationDeps, { context }: Scene): Promise<Ticket[]> => {
  const residentId = residentIdOf(context);
  return residentId ? (await deps.tickets.list({ residentId }, { limit: 50 })).tickets : [];
};

/** What was promised, or else wished. */
export const windowOf = (ticket: Ticket): Window | undefined => {
  const time = ticket.promisedTime ?? ticket.visitTime;
  return time && { from: time.from.toISOString(), to: time.to?.toISOString() ?? null };
};

/** One's own open tickets, or the one that ended last; another's ticket is not spoken of. */
export const listTickets: Operation = async (deps, { mentioned }, scene) => {
  const own = await ownTickets(deps, scene);
  const named = own.filter(({ id }) => id === mentioned);
  const since = scene.context.now.getTime() - REOPEN_DAYS * 24 * 3_600_000;
  const latest = own.filter(({ updatedAt }) => updatedAt.getTime() > since).slice(0, 1);
  const open = own.filter(isOpen).slice(0, MAX_TOLD);
  const [told = []] = [named, open, latest].filter((tickets) => tickets.length > 0);
  if (told.length === 0) return { result: 'none' };
  return { result: 'listed', say: await Promise.all(told.map((ticket) => tellStatus(deps, ticket, scene))) };
};

async function tellStatus(deps: OperationDeps, ticket: Ticket, { context }: Scene): Promise<Saying> {
  const technician = ticket.assigneeId ? (await deps.people.staff(ticket.assigneeId))?.name : undefined;
  return {
    key: `status.${ticket.state}`,
    params: {
      ticket: ticket.id,
      category: ticket.category,
      ...(technician && { technician }),
      ...timeParams(windowOf(ticket), context),
    },
  };
}

/** A ticket as a choice. */
export const ticketOption = (ticket: Ticket): Option => ({
  id: ticket.id,
  key: 'choice.ticket',
  params: { ticket: ticket.id, category: ticket.category },
  patch: { ticketId: ticket.id },
});

/** Whether something with this key was done to the ticket. */
export const hasActed = (ticket: Ticket, key: string): boolean =>
  ticket.history.some((entry) => entry.key.startsWith(key));

/** One's own tickets that the action is possible for. */
export const pickTicket: Operation = async (deps, { mentioned }, scene) => {
  const action = scene.args.action as TicketAction;
  const own = await ownTickets(deps, scene);
  // A turn that is handled again finds the ticket that it changed the first time.
  const changed = own.filter((ticket) => hasActed(ticket, scene.turn.id));
  const possible = changed.length > 0 ? changed : own.filter(({ state }) => nextState(state, action));
  const named = possible.filter(({ id }) => id === mentioned);
  const [only, ...others] = named.length > 0 ? named : possible;
  if (!only) return { result: 'none' };
  if (others.length === 0) return { result: 'one', slots: { ticketId: only.id } };
  return { result: 'many', slots: { tickets: [only, ...others].slice(0, MAX_TOLD).map(ticketOption) } };
};

/**
 * The finished ticket that "it is not fixed" is about: of the same kind where a kind was said. Without one, an open ticket is
 * urged, and a problem that was described is reported anew.
 */
export const findFinished: Operation = async (deps, { mentioned, category = 'other' }, scene) => {
  const own = await ownTickets(deps, scene);
  const changed = own.filter((ticket) => hasActed(ticket, scene.turn.id));
  const since = scene.context.now.getTime() - REOPEN_DAYS * 24 * 3_600_000;
  const finished = own.filter(({ state, updatedAt }) => nextState(state, 'reopen') && updatedAt.getTime() > since);
  const alike = finished.filter((ticket) => category === 'other' || ticket.category === category);
  const named = finished.filter(({ id }) => id === mentioned);
  const [found = []] = [changed, named, alike].filter((tickets) => tickets.length > 0);
  const [only, ...others] = found;
  if (!only) return { result: category === 'other' ? 'urge' : 'report' };
  if (others.length > 0) return { result: 'many', slots: { tickets: found.slice(0, MAX_TOLD).map(ticketOption) } };
  return { result: 'one', slots: { ticketId: only.id, category: only.category } };
};

const INPUT_FROM: { [A in TicketAction]?: (slots: Known) => RawActionInput<A> } = {
  reschedule: ({ visitTime }) => ({
    visitTime: visitTime ? toDates(visitTime) : { from: new Date(Number.NaN), to: null },
  }),
  reopen: ({ reason }) => (reason ? { reason: reason.slice(0, 500) } : {}),
};

/** Carries out the action named in the step, on the ticket at hand. */
export const actOnPicked: Operation = async (deps, slots, scene) => {
  const { action, where } = scene.args;
  if (where && slots.answer !== where) return { result: 'unwanted' };
  const ticket = slots.ticketId ? await deps.tickets.get(slots.ticketId) : undefined;
  if (!ticket) return { result: 'refused' };
  const done = await actOnTicket(deps, {
    ticketId: ticket.id,
    action: action as TicketAction,
    input: (INPUT_FROM[action as TicketAction]?.(slots) ?? {}) as RawActionInput<TicketAction>,
    actor: actorFor(ticket, scene.context),
    key: scene.key,
  });
  return { result: done.ok ? 'ok' : 'refused' };
};
