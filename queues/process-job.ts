import { type Job, UnrecoverableError } from 'bullmq';
import type { Logger } from '../src/ports.js';
import { Undeliverable } from '../src/usecases/deliver.js';
import { safeId, safeMessage } from '../src/usecases/log-safe.js';
import {
  type EffectJobName,
  effectJobSchema,
  type Handlers,
  isJobName,
  JOBS,
  type JobName,
  type Payload,
} from './jobs.js';

export interface ProcessDeps<D> {
  handlers: Handlers<D>;
  deps: D;
  log: Logger;
  fault: (name: string) => void;
  /** Called with the reason before a job of an effect fails for good. */
  bury: (job: Payload<EffectJobName>, reason: string) => Promise<void>;
}

/** The part of a job that is needed here. */
export type Work = Pick<Job, 'id' | 'name' | 'data' | 'attemptsMade'> & { opts: { attempts?: number } };

/**
 * Works one job off: parse, handle, and where the last try fails make the effect a dead letter before the queue does so with the job.
 * @throws UnrecoverableError where another try would not help; otherwise the handler's error, for a retry.
 */
export async function processJob<D>(context: ProcessDeps<D>, job: Work): Promise<'done' | 'skipped'> {
  const { fault, log } = context;
  fault('work.before');
  try {
    const result = await handle(context, job);
    fault('work.after');
    log.debug({ jobId: safeId(job.id ?? ''), job: job.name, result }, 'job worked off');
    return result;
  } catch (error) {
    const isHopeless = error instanceof UnrecoverableError || error instanceof Undeliverable;
    const isLast = isHopeless || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const tries = job.attemptsMade + 1;
    log.warn({ jobId: safeId(job.id ?? ''), job: job.name, tries, isLast, error: safeMessage(error) }, 'job failed');
    if (isLast) await buryJob(context, job, error);
    throw isHopeless && !(error instanceof UnrecoverableError) ? new UnrecoverableError(error.message) : error;
  }
}

async function handle<D>({ handlers, deps }: ProcessDeps<D>, job: Work): Promise<'done' | 'skipped'> {
  if (!isJobName(job.name)) throw new UnrecoverableError(`unknown job ${job.name}`);
  return run(handlers, job.name, job.data, deps);
}

function run<N extends JobName, D>(
  handlers: Handlers<D>,
  name: N,
  data: unknown,
  deps: D,
): Promise<'done' | 'skipped'> {
  const payload = JOBS[name].payload.safeParse(data);
  if (!payload.success) throw new UnrecoverableError(`payload of ${name}: ${payload.error.issues[0]?.message}`);
  return handlers[name](payload.data as Payload<N>, deps);
}

async function buryJob<D>({ bury }: ProcessDeps<D>, job: Work, error: unknown): Promise<void> {
  const payload = effectJobSchema.safeParse(job.data);
  if (payload.success) await bury(payload.data, error instanceof Error ? error.message : String(error));
}
