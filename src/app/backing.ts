import type { Redis } from 'ioredis';
import { producerConnection, workerConnection } from '../../queues/connection.js';
import type { Config } from '../config.js';
import { lockDataDir } from '../embedded/data-dir.js';
import { startEmbeddedMongo } from '../embedded/mongo/index.js';
import { startEmbeddedRedis } from '../embedded/redis.js';
import type { Logger } from '../ports.js';
import { openStores, type Stores } from '../store/index.js';
import type { Closers } from './closers.js';

const DATABASE = 'shangmen';

export interface Backing {
  stores: Stores;
  /** For adding jobs: fails at once while Redis is away. */
  producer: Redis;
  /** For working them off: waits for Redis. */
  consumer: Redis;
}

/** The database and Redis: those configured, otherwise the embedded ones under the data folder, which is then ours alone. */
export async function openBacking(config: Config, log: Logger, closers: Closers): Promise<Backing> {
  const say = (message: string) => log.info({}, message);
  if (!config.mongodbUri || !config.redisUrl) {
    const lock = await lockDataDir(config.dataDir);
    closers.add(() => lock.release());
  }
  const [mongodbUri, redisUrl] = await Promise.all([
    config.mongodbUri ?? embeddedMongo(config, say, closers),
    config.redisUrl ?? embeddedRedis(config, say, closers),
  ]);
  const stores = await openStores({ uri: mongodbUri, log });
  closers.add(() => stores.close());
  const producer = producerConnection(redisUrl, log);
  const consumer = workerConnection(redisUrl, log);
  closers.add(async () => {
    producer.disconnect();
    consumer.disconnect();
  });
  return { stores, producer, consumer };
}

async function embeddedMongo(config: Config, log: (message: string) => void, closers: Closers): Promise<string> {
  const server = await startEmbeddedMongo({ dataDir: `${config.dataDir}/mongo`, log });
  closers.add(() => server.close());
  return `${server.uri.replace(/\/$/, '')}/${DATABASE}`;
}

async function embeddedRedis(config: Config, log: (message: string) => void, closers: Closers): Promise<string> {
  const redis = await startEmbeddedRedis({ dataDir: config.dataDir, log });
  closers.add(() => redis.close());
  return redis.url;
}
