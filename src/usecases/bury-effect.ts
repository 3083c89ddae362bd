import { UNFINISHED } from '../domain/effects.js';
import type { EffectJob } from './deliver.js';
import type { Deps } from './deps.js';
import { dropRoute } from './drop-route.js';
import { safeId, safeMessage } from './log-safe.js';
import { describeFor, tellDeskOf } from './tell-desk-of.js';

export type BuryDeps = Pick<Deps, 'effects' | 'tickets' | 'people' | 'clock' | 'log' | 'relay' | 'fault'>;

/**
 * The last try of a job failed. Where another way to the person is left it is taken; otherwise the effect becomes a dead letter: marked `failed`,
 * the ticket marked for attention, the desk told. Doing it again changes nothing.
 * @param reason for the record; of technical kind.
 */
export async function buryEffect(deps: BuryDeps, job: EffectJob, reason: string): Promise<void> {
  const effect = await deps.effects.getEffect(job);
  if (!effect || effect.attempt !== job.attempt || !UNFINISHED.includes(effect.status)) return;
  if (effect.routes.length > 1) return dropRoute(deps, job, effect, reason);
  // Told before it is marked: a crash in between tells again, which is recognised.
  if (job.owner === 'ticket') await tellDeskOf(deps, job.ownerId, effect, describeFor(effect, 'undelivered'));
  const patch = { status: 'failed' as const, outcome: reason.slice(0, 200) };
  await deps.effects.updateEffect(job, { from: UNFINISHED, attempt: job.attempt }, patch);
  deps.fault('bury.after-mark');
  deps.log.error(
    { effectId: safeId(job.effectId), kind: effect.work.kind, reason: safeMessage(reason) },
    'dead letter',
  );
}
