import type { Actor } from '../../../src/domain/people.js';
import type { Saying } from '../../../src/domain/reply.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { isTechnician } from '../context.js';
import type { Known } from '../slots.js';
import type { Operation, OperationDeps, Performed, Scene } from './operation.js';
import { toDates } from './reporter.js';

/** The technician who speaks. */
export const technicianActor = ({ context: { person } }: Pick<Scene, 'context'>): Actor =>
  person.kind === 'staff'
    ? { role: person.staff.role, id: person.staff.id, name: person.staff.name }
    : { role: 'technician', id: 'unknown' };

/**
 * Accepts for the technician who speaks. `promised` where a time stands (given, or the resident's wish), `urgent` where
 * there is no time to lose, `ok` where the time is still to be asked.
 */
export async function accept(deps: OperationDeps, slots: Known, scene: Scene): Promise<Performed> {
  const done = await actOnTicket(deps, {
    ticketId: slots.ticketId ?? '',
    action: 'accept',
    input: slots.visitTime ? { promisedTime: toDates(slots.visitTime) } : {},
    actor: technicianActor(scene),
    key: scene.key,
  });
  const ticket = done.ok ? done.value : await alreadyMine(deps, slots, scene);
  if (!ticket) return { result: 'refused' };
  const { id, urgency, promisedTime } = ticket;
  if (urgency === 'emergency') return { result: 'urgent' };
  if (!promisedTime) return { result: 'ok', say: [taken(id)] };
  const visitTime = { from: promisedTime.from.toISOString(), to: promisedTime.to?.toISOString() ?? null };
  return { result: 'promised', slots: { visitTime } };
}

/** Accepted a moment ago on another line: by a call, while the chat still asks. */
async function alreadyMine(deps: OperationDeps, { ticketId = '' }: Known, scene: Scene): Promise<Ticket | undefined> {
  const ticket = await deps.tickets.get(ticketId);
  return ticket?.state === 'accepted' && ticket.assigneeId === technicianActor(scene).id ? ticket : undefined;
}

const taken = (ticket: string): Saying => ({ key: 'offer.accepted', params: { ticket } });

/** Yes or no to an offer or an alarm. The duty phone only says that it has heard. */
export const answerOffer: Operation = async (deps, slots, scene) => {
  const { action } = scene.args;
  if (action === 'acknowledge' && !isTechnician(scene.context)) return { result: 'heard' };
  if (action !== 'decline') return accept(deps, slots, scene);
  const done = await actOnTicket(deps, {
    ticketId: slots.ticketId ?? '',
    action: 'decline',
    input: slots.reason ? { reason: slots.reason.slice(0, 500) } : {},
    actor: technicianActor(scene),
    key: scene.key,
  });
  return { result: done.ok ? 'ok' : 'refused' };
};

/** The time given after the acceptance. */
export const promiseTime: Operation = async (deps, { ticketId = '', visitTime }, scene) => {
  if (!visitTime) return { result: 'refused' };
  const done = await actOnTicket(deps, {
    ticketId,
    action: 'reschedule',
    input: { visitTime: toDates(visitTime) },
    actor: technicianActor(scene),
    key: scene.key,
  });
  return { result: done.ok ? 'ok' : 'refused' };
};
