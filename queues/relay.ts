import type { Effect, EffectRef } from '../src/domain/effects.js';
import type { Relay } from '../src/ports.js';
import type { Deps } from '../src/usecases/deps.js';
import { safeMessage } from '../src/usecases/log-safe.js';
import { enqueueEffect } from './enqueue.js';
import type { Queues } from './queues.js';

type RelayDeps = Pick<Deps, 'tickets' | 'conversations' | 'effects' | 'clock' | 'log' | 'fault'> & { queues: Queues };

/**
 * Moves the pending effects of a saved document to their queues, in order: first the job, then the mark. A crash in between adds the same job
 * id again, which changes nothing. Errors are logged, not thrown: the sweep comes back to what remained pending.
 */
export function createRelay(deps: RelayDeps): Relay {
  return {
    async kick(owner, ownerId) {
      try {
        for (const effect of await pendingOf(deps, owner, ownerId)) {
          await move(deps, { owner, ownerId, effectId: effect.id }, effect);
        }
      } catch (error) {
        deps.log.warn({ owner, error: safeMessage(error) }, 'effects wait for the sweep');
      }
    },
  };
}

async function pendingOf(deps: RelayDeps, owner: EffectRef['owner'], ownerId: string): Promise<Effect[]> {
  const document = await (owner === 'ticket' ? deps.tickets : deps.conversations).get(ownerId);
  return document?.effects.filter(({ status }) => status === 'pending') ?? [];
}

async function move(deps: RelayDeps, ref: EffectRef, effect: Effect): Promise<void> {
  deps.fault('relay.before-enqueue');
  await enqueueEffect(deps.queues, deps.clock, ref, effect);
  deps.fault('relay.after-enqueue');
  // No match where a fast worker has claimed it already.
  await deps.effects.updateEffect(ref, { from: ['pending'], attempt: effect.attempt }, { status: 'relayed' });
  deps.fault('relay.after-mark');
}
