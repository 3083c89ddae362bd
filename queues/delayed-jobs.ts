import type { Deps } from '../src/usecases/deps.js';
import type { DelayedJob } from '../src/usecases/retime.js';
import { effectJobSchema, type QueueName } from './jobs.js';
import type { Queues } from './queues.js';

/** Queues whose jobs carry out effects. */
const EFFECT_QUEUES: readonly QueueName[] = ['wechat', 'outbound', 'conversations', 'deadlines', 'dispatch'];

/** All jobs that wait for the moment of their effect; those that wait for a retry are left alone. */
export async function delayedJobs(queues: Queues): Promise<DelayedJob[]> {
  const lists = await Promise.all(EFFECT_QUEUES.map((name) => queues[name].getDelayed()));
  return lists.flat().flatMap((job) => {
    const payload = effectJobSchema.safeParse(job.data);
    if (!payload.success || job.attemptsMade > 0) return [];
    return [{ job: payload.data, setDelay: (milliseconds) => job.changeDelay(milliseconds).catch(ignoreGone) }];
  });
}

/** Real milliseconds until the moment of a job's effect; 0 where it has come, or has none. */
export async function waitOf({ effects, clock }: Pick<Deps, 'effects' | 'clock'>, data: unknown): Promise<number> {
  const payload = effectJobSchema.safeParse(data);
  const effect = payload.success ? await effects.getEffect(payload.data) : undefined;
  return effect?.dueAt ? clock.delayUntil(effect.dueAt) : 0;
}

/** BullMQ's codes for "no such job" and "not delayed any more": it fired while we looked. */
const GONE = [-1, -3];
const ignoreGone = (error: Error & { code?: number }): void => {
  if (!GONE.includes(error.code ?? 0)) throw error;
};
