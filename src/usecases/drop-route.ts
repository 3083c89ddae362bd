import { type Effect, type EffectRef, UNFINISHED } from '../domain/effects.js';
import type { Deps } from './deps.js';
import { safeId } from './log-safe.js';

/** Gives up the route that was tried and goes on with the next one, at once. The caller has seen that there is one. */
export async function dropRoute(
  deps: Pick<Deps, 'effects' | 'relay' | 'log' | 'fault'>,
  ref: EffectRef,
  effect: Effect,
  reason: string,
): Promise<void> {
  const [tried, ...routes] = effect.routes;
  const patch = {
    routes,
    attempt: effect.attempt + 1,
    status: 'pending' as const,
    dueAt: undefined,
    claimedAt: undefined,
  };
  const condition = { from: UNFINISHED, attempt: effect.attempt };
  const isOurs = await deps.effects.updateEffect(ref, condition, {
    ...patch,
    outcome: `${tried}: ${reason}`.slice(0, 200),
  });
  deps.fault('route.after-drop');
  if (!isOurs) return;
  deps.log.info({ effectId: safeId(effect.id), tried, next: routes[0] }, 'next route');
  await deps.relay.kick(ref.owner, ref.ownerId);
}
