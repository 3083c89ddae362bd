import { type Effect, jobIdOf } from '../src/domain/effects.js';
import type { Clock } from '../src/ports.js';
import type { JobLedger } from '../src/usecases/sweep.js';
import { enqueueEffect, jobNameOf } from './enqueue.js';
import { JOBS } from './jobs.js';
import type { Queues } from './queues.js';

/** What the queues know of the jobs of effects, for the sweep. */
export function createLedger(queues: Queues, clock: Clock): JobLedger {
  const queueOf = (effect: Effect) => queues[JOBS[jobNameOf(effect)].queue];
  return {
    async state(effect) {
      const id = jobIdOf(effect);
      switch (await queueOf(effect).getJobState(id)) {
        case 'unknown':
          return { is: 'missing' };
        case 'completed':
          return { is: 'finished' };
        case 'failed': {
          const job = await queueOf(effect).getJob(id);
          return { is: 'failed', reason: job?.failedReason ?? 'failed' };
        }
        default:
          return { is: 'alive' };
      }
    },
    async offer(ref, effect) {
      await queueOf(effect).remove(jobIdOf(effect));
      await enqueueEffect(queues, clock, ref, effect);
    },
  };
}
