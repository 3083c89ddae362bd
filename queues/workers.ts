import { DelayedError, type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Deps } from '../src/usecases/deps.js';
import { backoffMs } from './backoff.js';
import { waitOf } from './delayed-jobs.js';
import type { QueueName } from './jobs.js';
import { type ProcessDeps, processJob } from './process-job.js';
import { PREFIX } from './queues.js';

/** Which queues a process works off, by its roles. */
const QUEUES_OF: Record<string, readonly QueueName[]> = {
  worker: ['outbound', 'deadlines', 'dispatch', 'conversations'],
  bot: ['wechat'],
  scheduler: ['maintenance'],
};

/** Jobs at once in one process. WeChat messages to one person must keep their order. */
const CONCURRENCY: Record<QueueName, number> = {
  wechat: 1,
  outbound: 5,
  conversations: 10,
  deadlines: 10,
  dispatch: 2,
  maintenance: 1,
};

/** How often jobs of dead workers are looked for: an emergency must not wait a minute for it. */
const LOOK_FOR_DEAD_MS = 5_000;

/** What putting a job back needs. */
type Timed = Pick<Deps, 'effects' | 'clock'>;

export interface WorkerOptions<D extends Timed> extends ProcessDeps<D> {
  roles: readonly string[];
  /** From connection.ts, `workerConnection`. */
  connection: Redis;
  /** WeChat bans accounts that write like a machine: at most so many messages per minute; none for the simulator. */
  wechatPerMinute?: number;
  /** Milliseconds after which the job of a dead worker goes to another one. */
  lockMs?: number;
  /** Milliseconds before the first retry. */
  retryMs?: number;
}

export interface Workers {
  /** Takes no more jobs and waits for those at hand. The connection remains its owner's. */
  close(): Promise<void>;
}

/** Starts the workers of the roles; they work until closed, and wait out a Redis that is away. */
export async function startWorkers<D extends Timed>(options: WorkerOptions<D>): Promise<Workers> {
  const names = options.roles.flatMap((role) => QUEUES_OF[role] ?? []);
  const atHand = new Set<Promise<unknown>>();
  const workers = names.map((name) => start(name, options, atHand));
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    async close() {
      // BullMQ's own way of closing waits for ever for a Redis that is away: it is then forced.
      const isForced = options.connection.status !== 'ready';
      await atMost(
        CLOSE_MS,
        Promise.all(workers.map((worker) => worker.close(isForced))).then(() => Promise.allSettled(atHand)),
      );
    },
  };
}

function start<D extends Timed>(name: QueueName, options: WorkerOptions<D>, atHand: Set<Promise<unknown>>): Worker {
  const { connection, wechatPerMinute, lockMs = 30_000, retryMs, log } = options;
  const limit = name === 'wechat' && wechatPerMinute ? burst(wechatPerMinute) : {};
  const work = async (job: Job, token?: string) => {
    await putBackIfEarly(options.deps, job, token);
    const running = processJob(options, job);
    atHand.add(running);
    return running.finally(() => atHand.delete(running));
  };
  const worker = new Worker(name, work, {
    connection,
    prefix: PREFIX,
    concurrency: CONCURRENCY[name],
    lockDuration: lockMs,
    stalledInterval: Math.min(lockMs, LOOK_FOR_DEAD_MS),
    // A job whose process dies is tried again each time; what keeps killing processes ends here.
    maxStalledCount: 10,
    settings: { backoffStrategy: (attemptsMade) => backoffMs(attemptsMade, Math.random, retryMs) },
    ...limit,
  });
  worker.on('error', (error) => log.warn({ queue: name, error: error.message }, 'worker'));
  return worker;
}

/** Jobs at hand get so long to end; a provider's send takes at most 20 seconds. */
const CLOSE_MS = 25_000;

function atMost(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * A demonstration whose time was slowed down meets delayed jobs that have not been set to the new pace yet: they go back
 * until their moment.
 * @throws DelayedError, which BullMQ takes as "not yet".
 */
async function putBackIfEarly(deps: Timed, job: Job, token?: string): Promise<void> {
  if (!job.opts.delay || job.attemptsMade > 0) return;
  const wait = await waitOf(deps, job.data);
  if (wait < TOLERANCE_MS) return;
  await job.moveToDelayed(Date.now() + wait, token);
  throw new DelayedError();
}

/** Timers are not exact. */
const TOLERANCE_MS = 250;

/** Twenty a minute as five in a quarter of one: a small burst is what a person would do, too. */
const burst = (perMinute: number) => ({ limiter: { max: Math.max(1, Math.round(perMinute / 4)), duration: 15_000 } });
