import { UNFINISHED } from '../domain/effects.js';
import type { EffectJob } from './deliver.js';
import type { Deps } from './deps.js';

/** A job that waits for its moment. */
export interface DelayedJob {
  job: EffectJob;
  /** Real milliseconds from now. Does nothing where the job has gone on in the meantime. */
  setDelay(milliseconds: number): Promise<void>;
}

/**
 * After a change of the clock's scale: every delayed job waits anew for the moment of its effect.
 * @returns how many were set.
 */
export async function retime(
  deps: Pick<Deps, 'effects' | 'clock' | 'log'> & { delayedJobs: () => Promise<DelayedJob[]> },
): Promise<number> {
  let count = 0;
  for (const { job, setDelay } of await deps.delayedJobs()) {
    const effect = await deps.effects.getEffect(job);
    if (!effect?.dueAt || effect.attempt !== job.attempt || !UNFINISHED.includes(effect.status)) continue;
    await setDelay(deps.clock.delayUntil(effect.dueAt));
    count += 1;
  }
  deps.log.info({ count }, 'delayed jobs set to the new time');
  return count;
}
