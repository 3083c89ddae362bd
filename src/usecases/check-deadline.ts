import type { DeadlineName, EffectRef } from '../domain/effects.js';
import { SYSTEM } from '../domain/people.js';
import type { Ticket } from '../domain/ticket.js';
import { isStillWanted } from '../domain/wanted.js';
import { type ActDeps, actOnTicket } from './act.js';
import type { Deps } from './deps.js';

/** What follows a clock that ran out. */
const CONSEQUENCES: Record<DeadlineName, (deps: ActDeps, ticket: Ticket, effectId: string) => Promise<unknown>> = {
  // Without a place there is no door to send a technician to.
  confirm: (deps, ticket, effectId) =>
    Object.keys(ticket.location).length > 0
      ? actOnTicket(deps, { ticketId: ticket.id, action: 'confirm', actor: SYSTEM, key: effectId, settles: effectId })
      : escalate(deps, ticket, effectId, 'confirm'),
  accept: (deps, ticket, effectId) =>
    actOnTicket(deps, { ticketId: ticket.id, action: 'expire', actor: SYSTEM, key: effectId, settles: effectId }),
  arrive: (deps, ticket, effectId) => escalate(deps, ticket, effectId, 'arrive'),
  complete: (deps, ticket, effectId) => escalate(deps, ticket, effectId, 'complete'),
  hold: (deps, ticket, effectId) => escalate(deps, ticket, effectId, 'hold'),
  follow_up: (deps, ticket, effectId) => close(deps, ticket, effectId, '回访无人应答'),
  survey: (deps, ticket, effectId) => close(deps, ticket, effectId, '评价超时未答'),
};

const escalate = (deps: ActDeps, ticket: Ticket, effectId: string, clock: string) =>
  actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'escalate',
    input: { clock },
    actor: SYSTEM,
    key: effectId,
    settles: effectId,
  });

const close = (deps: ActDeps, ticket: Ticket, effectId: string, reason: string) =>
  actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'close',
    input: { reason },
    actor: SYSTEM,
    key: effectId,
    settles: effectId,
  });

/**
 * A deadline's job fired: looks whether its clock still runs to that moment and acts if so.
 * @returns `skipped` where the ticket has moved on.
 */
export async function checkDeadline(
  deps: ActDeps & Pick<Deps, 'effects'>,
  { ref }: { ref: EffectRef },
): Promise<'done' | 'skipped'> {
  const ticket = await deps.tickets.get(ref.ownerId);
  const effect = ticket?.effects.find(({ id }) => id === ref.effectId);
  if (!ticket || effect?.work.kind !== 'deadline' || !isStillWanted(ticket, effect)) return 'skipped';
  await CONSEQUENCES[effect.work.deadline](deps, ticket, effect.id);
  return 'done';
}
