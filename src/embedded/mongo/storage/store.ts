import { type Database, open, type RootDatabase } from 'lmdb';
import { fault, isRefusal, type MongoFault } from '../errors.js';

/** Ordered key-value storage on disk. All keys and values are bytes; keys compare byte by byte. */
export interface Store {
  get(key: Buffer): Buffer | undefined;
  /** Keys and values from `start` (included) to `end` (excluded), in order or from the end. */
  range(start: Buffer, end: Buffer, reverse?: boolean): Iterable<{ key: Buffer; value: Buffer }>;
  keys(start: Buffer, end: Buffer, reverse?: boolean): Iterable<Buffer>;
  firstKey(start: Buffer, end: Buffer, reverse?: boolean): Buffer | undefined;
  /** Only inside `write`. */
  put(key: Buffer, value: Buffer): void;
  /** Only inside `write`. */
  remove(key: Buffer): void;
  /**
   * Runs `change` inside a transaction and resolves once it is on the disk. Changes that arrive while the disk is busy
   * share the next transaction and its sync. A change that refuses (throws a MongoFault) must not have written anything:
   * the others of its transaction are kept. On any other error, all changes of the transaction are undone and rejected.
   */
  write<T>(change: () => T): Promise<T>;
  close(): Promise<void>;
}

/** Largest key that LMDB takes with pages of 4 KiB. */
export const MAX_KEY_BYTES = 1978;

const NOTHING = Buffer.alloc(0);

interface Waiting {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface StoreOptions {
  /** Sync every transaction to the disk. Without, writes survive the end of the process but not a loss of power. */
  readonly sync: boolean;
  /** Told when a transaction was undone. */
  readonly onAbort: () => void;
}

/** Opens (or creates) the storage in a folder. */
export function openStore(folder: string, { sync, onAbort }: StoreOptions): Store {
  const db: RootDatabase<Buffer, Buffer> = open({
    path: folder,
    keyEncoding: 'binary',
    encoding: 'binary',
    ...(sync ? {} : { noSync: true }),
  });
  const write = groupCommit(db, onAbort);
  return {
    get: (key) => db.getBinary(key),
    range: (start, end, reverse) => db.getRange(bounds(start, end, reverse)),
    keys: (start, end, reverse) => db.getKeys(bounds(start, end, reverse)) as Iterable<Buffer>,
    firstKey: (start, end, reverse) => {
      for (const key of db.getKeys({ ...bounds(start, end, reverse), limit: 1 })) return key as Buffer;
      return undefined;
    },
    put: (key, value) => void db.put(key, value ?? NOTHING),
    remove: (key) => void db.remove(key),
    write,
    close: () => db.close(),
  };
}

/** lmdb's reverse ranges start at the upper end, which it includes and we do not. */
function bounds(start: Buffer, end: Buffer, reverse = false) {
  return reverse ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true } : { start, end };
}

/** lmdb's flags for a transaction that can be undone, and is committed (and synced, if at all) when the call returns. */
const COMMIT_ON_RETURN = 3;

/**
 * What arrives in one turn of the event loop, also while it waited for the disk, is committed together. The commit is
 * synchronous: lmdb's asynchronous one ends the process where the disk is full.
 */
function groupCommit(db: Database<Buffer, Buffer>, onAbort: () => void): Store['write'] {
  let waiting: Waiting[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    let outcomes: readonly (() => void)[];
    try {
      outcomes = db.transactionSync(() => group.map(attempt), COMMIT_ON_RETURN as never);
    } catch (error) {
      onAbort();
      const refusal = failedCommit(error);
      outcomes = group.map(
        ({ reject }) =>
          () =>
            reject(refusal),
      );
    }
    for (const settle of outcomes) settle();
  };
  return <T>(change: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ run: change, resolve: resolve as (value: unknown) => void, reject });
    });
}

const ENOSPC = 28;

function failedCommit(error: unknown): MongoFault {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return fault(
    code === ENOSPC ? 'OutOfDiskSpace' : 'UnknownError',
    `the commit failed, nothing was changed: ${message}`,
  );
}

/** A refusal concerns its own change, which has written nothing; any other error undoes the whole transaction. */
function attempt({ run, resolve, reject }: Waiting): () => void {
  try {
    const result = run();
    return () => resolve(result);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return () => reject(error);
  }
}
