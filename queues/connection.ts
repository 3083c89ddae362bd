import { Redis } from 'ioredis';
import type { Logger } from '../src/ports.js';

/**
 * For adding jobs: fails at once while Redis is away, so that nobody who reports a fault waits for it. Nothing is lost by that:
 * effects are in the database and the sweep brings them later.
 */
export const producerConnection = (url: string, log: Logger): Redis =>
  open(url, log, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 2_000 });

/** For workers: waits for Redis for as long as it takes. */
export const workerConnection = (url: string, log: Logger): Redis => open(url, log, { maxRetriesPerRequest: null });

function open(url: string, log: Logger, options: object): Redis {
  const redis: Redis = new Redis(url, {
    ...options,
    // BullMQ's duplicates for blocking use this, too; one that was closed while Redis was away would try for ever.
    retryStrategy: (times: number) => (redis.status === 'end' ? null : Math.min(times * 100, 2_000)),
  });
  redis.on('error', (error: Error) => log.warn({ error: error.message }, 'redis connection'));
  return redis;
}
