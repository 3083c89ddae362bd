import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { runPrivateRedis } from '../../src/embedded/redis-process.js';

export interface TestRedis {
  /** For `new Redis(url, …)`; the database behind it is empty and nobody else's. */
  url: string;
  close(): Promise<void>;
}

/** An empty Redis: a server of its own without persistence, or a free database of the one that TEST_REDIS_URL names. */
export function startTestRedis(): Promise<TestRedis> {
  const shared = process.env.TEST_REDIS_URL;
  return shared ? claimDatabase(shared) : startOwnServer();
}

async function startOwnServer(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'shangmen-redis-'));
  const redis = await runPrivateRedis({
    folder,
    settings: ['save ""', 'appendonly no', 'maxmemory-policy noeviction', 'loglevel warning'],
    log: () => undefined,
  });
  return {
    url: redis.url,
    async close() {
      await redis.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Test files run in parallel: a claim in database 0 keeps the others (1 to 15) apart, and expires after a crash. */
async function claimDatabase(shared: string): Promise<TestRedis> {
  const claims = new Redis(shared);
  for (let database = 1; database < 16; database++) {
    const claim = `shangmen-test-database-${database}`;
    if ((await claims.set(claim, process.pid, 'EX', 600, 'NX')) !== 'OK') continue;
    const url = new URL(shared);
    url.pathname = `/${database}`;
    const own = new Redis(url.href);
    await own.flushdb();
    return {
      url: url.href,
      async close() {
        await own.flushdb();
        await claims.del(claim);
        own.disconnect();
        claims.disconnect();
      },
    };
  }
  claims.disconnect();
  throw new Error('no free database at TEST_REDIS_URL');
}
