import { retime } from '../../src/usecases/retime.js';
import { delayedJobs } from '../delayed-jobs.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** effects.sweep: what a crash left behind. A full one also sets delayed jobs to a clock whose scale was changed while we were away. */
export async function effectsSweep(payload: Payload<'effects.sweep'>, deps: HandlerDeps): Promise<'done'> {
  if (payload.isFull) await retime({ ...deps, delayedJobs: () => delayedJobs(deps.queues) });
  await deps.sweep(payload);
  return 'done';
}
