import { UNFINISHED } from '../domain/effects.js';
import type { EffectJob } from './deliver.js';
import type { Deps } from './deps.js';

/**
 * Runs work that a ticket asks of the service itself (a deadline, a dispatch) unless the effect is finished, and marks the effect where the work
 * did not do so in its own save.
 */
export async function settleEffect(
  { effects }: Pick<Deps, 'effects'>,
  job: EffectJob,
  work: () => Promise<'done' | 'skipped'>,
): Promise<'done' | 'skipped'> {
  const effect = await effects.getEffect(job);
  if (!effect || effect.attempt !== job.attempt || !UNFINISHED.includes(effect.status)) return 'skipped';
  const status = await work();
  await effects.updateEffect(job, { from: UNFINISHED, attempt: job.attempt }, { status });
  return status;
}
