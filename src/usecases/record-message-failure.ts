import type { Effect, EffectRef } from '../domain/effects.js';
import type { Deps } from './deps.js';
import { describeFor, tellDeskOf } from './tell-desk-of.js';

/**
 * A provider took a message and could not deliver it: the effect goes to its next route; where there is none the desk is told and the effect
 * kept as failed. A second report of the same message changes nothing.
 */
export async function recordMessageFailure(
  deps: Pick<Deps, 'effects' | 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'>,
  { ref, providerRef, reason }: { ref: EffectRef; providerRef: string; reason: string },
): Promise<void> {
  const effect = await deps.effects.getEffect(ref);
  if (!effect || !isAbout(effect, providerRef)) return;
  const routes = effect.routes.slice(1);
  const hasRoute = routes.length > 0;
  const outcome = `${reason} (${providerRef})`;
  const moved = { status: 'pending' as const, routes, attempt: effect.attempt + 1, outcome };
  const patch = hasRoute
    ? { ...moved, dueAt: undefined, claimedAt: undefined, providerRef: undefined }
    : { status: 'failed' as const, outcome };
  // Told before it is marked: a crash in between tells again, which is recognised.
  if (!hasRoute && ref.owner === 'ticket')
    await tellDeskOf(deps, ref.ownerId, effect, describeFor(effect, 'undelivered'));
  const isOurs = await deps.effects.updateEffect(ref, { from: [effect.status], attempt: effect.attempt }, patch);
  deps.fault('message-failure.after-mark');
  if (!isOurs) return;
  deps.log.warn({ effectId: ref.effectId, reason, next: routes[0] ?? 'none' }, 'message not delivered');
  if (hasRoute) await deps.relay.kick(ref.owner, ref.ownerId);
}

/** The report may be faster than the worker's mark, which brings the provider's id of the message; after a crash that id is never known. */
function isAbout({ status, routes, providerRef, outcome = '' }: Effect, messageId: string): boolean {
  if (routes[0] !== 'sms' || outcome.includes(messageId)) return false;
  return status === 'claimed' || (status === 'done' && (providerRef ?? messageId) === messageId);
}
