import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../src/embedded/mongo/index.js';

export interface TestMongo {
  /** Connection string that already names a database of this test file's own. */
  readonly uri: string;
  close(): Promise<void>;
}

/**
 * A database for one test file: the server named by TEST_MONGODB_URI where that is set, otherwise an embedded server
 * on a temporary folder. `close` drops the database or the folder; close your own connections first.
 */
export async function startTestMongo(): Promise<TestMongo> {
  const database = `test_${randomUUID().slice(0, 8)}`;
  const shared = process.env.TEST_MONGODB_URI;
  return shared ? onSharedServer(shared, database) : onEmbeddedServer(database);
}

async function onEmbeddedServer(database: string): Promise<TestMongo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shangmen-mongo-'));
  const server = await startEmbeddedMongo({ dataDir, sync: false });
  return {
    uri: withDatabase(server.uri, database),
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function onSharedServer(shared: string, database: string): TestMongo {
  const uri = withDatabase(shared, database);
  return {
    uri,
    close: async () => {
      const client = await new MongoClient(uri).connect();
      await client.db().dropDatabase();
      await client.close();
    },
  };
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs `body` with a database that is gone afterwards, whatever happens. */
export async function withMongo<T>(body: (uri: string) => Promise<T>): Promise<T> {
  const mongo = await startTestMongo();
  try {
    return await body(mongo.uri);
  } finally {
    await mongo.close();
  }
}
