import { isDeepStrictEqual } from 'node:util';
import type { TicketState } from '../../../src/domain/lifecycle.js';
import { formatLocation } from '../../../src/domain/location.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { windowOf } from './about-ticket.js';
import { actorFor, isOwn, residentIdOf } from './actor.js';
import type { Operation, Performed, Scene } from './operation.js';
import { toDates } from './reporter.js';

/** Nothing to ask any more; whoever was rung for it hears why. */
const gone = ({ channel }: Pick<Scene['context'], 'channel'>): Performed => ({
  result: 'gone',
  ...(channel === 'phone' && { say: [{ key: 'prompt.over', params: {} }] }),
});

/** The ticket that a question of ours is about; `gone` where it has moved on in the meantime. */
export const loadTicket: Operation = async (deps, { ticketId }, { args, context, locale }) => {
  const ticket = ticketId ? await deps.tickets.get(ticketId) : undefined;
  const states = (args.states ?? '').split(',') as TicketState[];
  const isForMe = args.to !== 'me' || ticket?.offeredTo === residentIdOf(context);
  if (!ticket || !states.includes(ticket.state) || !isForMe) return gone(context);
  const { category, location, resident, description, safety } = ticket;
  const window = windowOf(ticket);
  return {
    result: 'wanted',
    slots: {
      what: description,
      category,
      ...(Object.keys(location).length > 0 && formatLocation(location, locale) && { location }),
      // Shown to a technician as a wish; the resident's own is what is being confirmed.
      ...(window && (isOwn(ticket, context) ? { visitTime: window } : { wish: window })),
      ...(resident.phone && { phone: resident.phone }),
      ...(safety && { safety }),
    },
  };
};

/** Corrections to a report that waits for its confirmation. */
export const amendTicket: Operation = async (deps, slots, scene) => {
  const ticket = slots.ticketId ? await deps.tickets.get(slots.ticketId) : undefined;
  if (!ticket) return { result: 'refused' };
  const { id: ticketId, resident } = ticket;
  const common = { ticketId, actor: actorFor(ticket, scene.context), key: scene.key };
  const place = slots.location ?? slots.partial;
  const input = {
    ...(place && !isDeepStrictEqual(place, ticket.location) && { location: place }),
    ...(slots.phone && slots.phone !== resident.phone && { resident: { ...resident, phone: slots.phone } }),
    ...(slots.what && slots.what !== ticket.description && { description: slots.what, category: slots.category }),
  };
  const amended =
    Object.keys(input).length === 0 || (await actOnTicket(deps, { ...common, action: 'amend', input })).ok;
  const wanted = slots.visitTime;
  const isMoved = wanted !== undefined && !isDeepStrictEqual(toDates(wanted), toWindow(ticket));
  const moved =
    !isMoved ||
    (await actOnTicket(deps, { ...common, action: 'reschedule', input: { visitTime: toDates(wanted) } })).ok;
  return { result: amended && moved ? 'ok' : 'refused' };
};

const toWindow = (ticket: Ticket) => {
  const window = windowOf(ticket);
  return window && toDates(window);
};

/** The scores given so far; without an overall score there is nothing to save. */
export const submitSurvey: Operation = async (deps, slots, scene) => {
  const { ticketId, overall, timeliness, technician, comment } = slots;
  const ticket = ticketId ? await deps.tickets.get(ticketId) : undefined;
  if (!ticket || overall === undefined) return { result: 'nothing' };
  const done = await actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'survey',
    input: {
      overall,
      ...(timeliness && { timeliness }),
      ...(technician && { technician }),
      ...(comment && { comment }),
    },
    actor: actorFor(ticket, scene.context),
    key: scene.key,
  });
  return { result: done.ok ? 'ok' : 'refused' };
};
