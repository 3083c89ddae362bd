import { commandHandler } from './commands/index.js';
import { openCursors } from './cursors.js';
import { type Catalog, openCatalog } from './storage/catalog.js';
import { openStore } from './storage/store.js';
import { sweepExpired } from './ttl.js';
import { listen } from './wire/server.js';

export interface EmbeddedMongoOptions {
  /** Folder of the data; created where it does not exist. One process at a time. */
  readonly dataDir: string;
  /** Loopback port; 0 (the default) takes a free one. */
  readonly port?: number;
  /**
   * Sync every acknowledged write to the disk (the default). Without, writes survive the end of the process, even by
   * `kill -9`, but a loss of power may cost the whole database: for tests only.
   */
  readonly sync?: boolean;
  /** Told what an operator should know. */
  readonly log?: (message: string) => void;
  /** The clock of TTL indexes and idle cursors. */
  readonly now?: () => Date;
  /** Milliseconds between two sweeps of TTL indexes; MongoDB's minute by default. */
  readonly ttlIntervalMs?: number;
}

export interface EmbeddedMongo {
  /** Connection string without a database name. */
  readonly uri: string;
  readonly port: number;
  /** Removes what TTL indexes say is expired, at once; resolves with the number of documents. */
  sweepExpired(): Promise<number>;
  close(): Promise<void>;
}

const TTL_INTERVAL_MS = 60_000;

/**
 * Starts a server on loopback that the MongoDB driver and mongoose use unmodified. Every acknowledged write is on the
 * disk. Meant for development, tests and small sites of one machine.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const {
    dataDir,
    port = 0,
    sync: isSynced = true,
    log = () => {},
    now = () => new Date(),
    ttlIntervalMs = TTL_INTERVAL_MS,
  } = options;
  let catalog: Catalog | undefined;
  const store = openStore(dataDir, { sync: isSynced, onAbort: () => catalog?.reload() });
  catalog = openCatalog(store);
  const storage = { store, catalog };
  const server = await listen(commandHandler({ storage, cursors: openCursors(now), now }), port);
  const sweep = () => sweepExpired(storage, now());
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log(`expired documents could not be removed: ${String(error)}`));
  }, ttlIntervalMs);
  timer.unref();
  log(
    `embedded MongoDB-compatible server on 127.0.0.1:${server.port}: for development, tests and small single-machine sites; set MONGODB_URI in production`,
  );
  return {
    uri: `mongodb://127.0.0.1:${server.port}`,
    port: server.port,
    sweepExpired: sweep,
    close: async () => {
      clearInterval(timer);
      await server.close();
      await store.close();
    },
  };
}
