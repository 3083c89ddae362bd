import { join } from 'node:path';
import { type PrivateRedis, runPrivateRedis } from './redis-process.js';

/**
 * Starts the embedded Redis: a private redis-server with its data under `dataDir`/redis. The caller holds the folder's
 * lock (data-dir.ts). Settings are explained in docs/adr/0003-embedded-redis.md. Throws where redis-server is missing or
 * refuses to start.
 */
export function startEmbeddedRedis(options: {
  dataDir: string;
  log: (message: string) => void;
}): Promise<PrivateRedis> {
  return runPrivateRedis({
    folder: join(options.dataDir, 'redis'),
    log: options.log,
    settings: [
      'appendonly yes',
      'appendfsync always', // an acknowledged job survives a power cut; the price was measured
      'save ""', // the append-only file is enough
      'maxmemory-policy noeviction', // BullMQ's keys must never be evicted
      'loglevel warning',
    ],
  });
}

export type { PrivateRedis } from './redis-process.js';
