import type { EffectRef } from '../domain/effects.js';
import type { Deps } from './deps.js';

/**
 * A provider took a message and could not deliver it: the effect goes to its next route, or is kept as failed where there is none.
 * A second report of the same message changes nothing.
 */
export async function recordMessageFailure(
  deps: Pick<Deps, 'effects' | 'relay' | 'log'>,
  { ref, providerRef, reason }: { ref: EffectRef; providerRef: string; reason: string },
): Promise<void> {
  const effect = await deps.effects.getEffect(ref);
  if (!effect || effect.providerRef !== providerRef || effect.status !== 'done') return;
  const routes = effect.routes.slice(1);
  const hasRoute = routes.length > 0;
  const patch = hasRoute
    ? { status: 'pending' as const, routes, attempt: effect.attempt + 1, outcome: reason }
    : { status: 'failed' as const, outcome: reason };
  const moved = await deps.effects.updateEffect(ref, { from: ['done'], attempt: effect.attempt }, patch);
  if (!moved) return;
  deps.log.warn({ effectId: ref.effectId, reason, next: routes[0] ?? 'none' }, 'message not delivered');
  if (hasRoute) await deps.relay.kick(ref.owner, ref.ownerId);
}
