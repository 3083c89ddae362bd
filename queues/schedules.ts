import type { Redis } from 'ioredis';
import type { Logger } from '../src/ports.js';
import { enqueue } from './enqueue.js';
import { JOBS, type JobName, type QueueName } from './jobs.js';
import type { Queues } from './queues.js';

/** Whose clock on the wall the schedules mean. */
export const SCHEDULE_TIMEZONE = 'Asia/Shanghai';

interface Schedule {
  job: JobName;
  when: { every: number } | { pattern: string; tz: string };
}

/** Scheduler id → when, and which job. Real time, whatever the demonstration's clock says. */
export const SCHEDULES: Record<string, Schedule> = {
  sweep: { job: 'effects.sweep', when: { every: 15_000 } },
  'daily-digest': { job: 'digest.send', when: { pattern: '0 8 * * *', tz: SCHEDULE_TIMEZONE } },
};

/** All schedules are worked off here, so that one queue is looked through for those no longer listed. */
const QUEUE: QueueName = 'maintenance';

/**
 * Makes the schedulers in Redis those of the table: new ones are added, changed ones changed, others removed. Then asks for one full sweep, since
 * whoever calls this has just met a Redis that may know nothing.
 */
export async function applySchedules(queues: Queues, schedules: Record<string, Schedule> = SCHEDULES): Promise<void> {
  const queue = queues[QUEUE];
  for (const [id, { job, when }] of Object.entries(schedules)) {
    const opts = { attempts: JOBS[job].attempts, removeOnComplete: { count: 20 }, removeOnFail: { count: 100 } };
    await queue.upsertJobScheduler(id, when, { name: job, data: {}, opts });
  }
  for (const { key } of await queue.getJobSchedulers()) {
    if (!Object.hasOwn(schedules, key)) await queue.removeJobScheduler(key);
  }
  await enqueue(queues, 'effects.sweep', { isFull: true });
}

/**
 * Applies the schedules now, and again whenever Redis comes back: it may have lost everything.
 * @param connection the producers' connection.
 * @returns ends it.
 */
export function keepSchedules(queues: Queues, connection: Redis, log: Logger): () => void {
  const apply = () => {
    applySchedules(queues).catch((error: unknown) => log.warn({ error: String(error) }, 'schedules not applied'));
  };
  connection.on('ready', apply);
  if (connection.status === 'ready') apply();
  return () => void connection.off('ready', apply);
}
