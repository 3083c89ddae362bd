import { type EffectRef, jobIdOf } from '../src/domain/effects.js';
import type { Deps } from '../src/usecases/deps.js';
import { safeId, safeMessage } from '../src/usecases/log-safe.js';
import { jobNameOf } from './enqueue.js';
import { JOBS } from './jobs.js';
import type { Queues } from './queues.js';

type RetryDeps = Pick<Deps, 'effects' | 'tickets' | 'relay' | 'log'> & { queues: Queues };

/**
 * A person has looked at a dead letter and wants it tried again, by the route that failed. The failed job leaves the list; the ticket's
 * mark goes with its last dead letter.
 * @returns false where the effect is no dead letter (any more).
 */
export async function retryDeadLetter(deps: RetryDeps, ref: EffectRef): Promise<boolean> {
  const effect = await deps.effects.getEffect(ref);
  if (effect?.status !== 'failed') return false;
  const patch = { status: 'pending' as const, attempt: effect.attempt + 1, claimedAt: undefined, dueAt: undefined };
  if (!(await deps.effects.updateEffect(ref, { from: ['failed'], attempt: effect.attempt }, patch))) return false;
  deps.log.info({ effectId: safeId(ref.effectId) }, 'dead letter tried again');
  if (ref.owner === 'ticket') await clearAttention(deps, ref.ownerId);
  await deps.relay.kick(ref.owner, ref.ownerId);
  await forget(deps, jobNameOf(effect), jobIdOf(effect));
  return true;
}

async function clearAttention({ tickets }: RetryDeps, ticketId: string): Promise<void> {
  const ticket = await tickets.get(ticketId);
  if (ticket && !ticket.effects.some(({ status }) => status === 'failed'))
    await tickets.setAttention(ticketId, undefined);
}

/** The retry does not depend on the list being tidy. */
async function forget({ queues, log }: RetryDeps, name: ReturnType<typeof jobNameOf>, jobId: string): Promise<void> {
  await queues[JOBS[name].queue]
    .remove(jobId)
    .catch((error: unknown) =>
      log.warn({ jobId: safeId(jobId), error: safeMessage(error) }, 'the failed job stays listed'),
    );
}
