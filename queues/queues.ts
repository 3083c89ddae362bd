import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../src/ports.js';
import { QUEUES, type QueueName } from './jobs.js';

export type Queues = Record<QueueName, Queue>;

/** Braces keep all keys of a queue in one slot of a Redis Cluster. */
export const PREFIX = '{shangmen}';

/** The queues for adding and looking, over one connection (connection.ts, `producerConnection`). */
export function openQueues(connection: Redis, log: Logger): Queues {
  const open = (name: QueueName): Queue => {
    const queue = new Queue(name, { connection, prefix: PREFIX, skipWaitingForReady: true, skipVersionCheck: true });
    queue.on('error', (error) => log.warn({ queue: name, error: error.message }, 'queue'));
    return queue;
  };
  return Object.fromEntries(QUEUES.map((name) => [name, open(name)])) as Queues;
}

/** Closes the queues; the connection remains its owner's. */
export async function closeQueues(queues: Queues): Promise<void> {
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
}
