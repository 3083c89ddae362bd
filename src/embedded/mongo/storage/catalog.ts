import { randomUUID } from 'node:crypto';
import { UUID } from 'bson';
import { type Doc, decode, encode } from '../bson.js';
import { fault } from '../errors.js';
import { type Matches, matcher } from '../query/matcher.js';
import { CATALOG_RANGE, catalogKey, documentRange, indexRange, recordOf } from './keys.js';
import type { Store } from './store.js';

/** What is stored about an index. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
  /** A document had several values for it: its entries repeat documents. */
  multikey: boolean;
  /** Values were cut to fit a key: its order is not reliable beyond the cut. */
  long: boolean;
}

export interface Index {
  readonly spec: IndexSpec;
  readonly fields: readonly { path: string; parts: readonly string[]; direction: 1 | -1 }[];
  readonly paths: readonly (readonly string[])[];
  /** Whether a partial index holds a document. */
  readonly holds: Matches;
}

export interface Collection {
  readonly db: string;
  readonly name: string;
  readonly id: number;
  readonly uuid: string;
  indexes: readonly Index[];
  /** Number of the next record; undefined until the first insert looks it up. */
  nextRecord: number | undefined;
}

export interface Catalog {
  find(db: string, name: string): Collection | undefined;
  list(db?: string): Collection[];
  /** Only inside a write: creates a collection with its `_id` index. */
  create(db: string, name: string): Collection;
  /** Only inside a write: replaces the indexes of a collection and saves them. */
  saveIndexes(collection: Collection, indexes: readonly Index[]): void;
  /** Only inside a write: removes a collection with everything in it. */
  drop(collection: Collection): void;
  newId(): number;
  nextRecord(collection: Collection): number;
  /** Reads everything again from the storage: after a transaction was undone. */
  reload(): void;
}

export function buildIndex(spec: IndexSpec): Index {
  const fields = Object.entries(spec.key).map(([path, direction]) => ({ path, parts: path.split('.'), direction }));
  return {
    spec,
    fields,
    paths: fields.map(({ parts }) => parts),
    holds: spec.partialFilterExpression ? matcher(spec.partialFilterExpression) : () => true,
  };
}

export function openCatalog(store: Store): Catalog {
  const collections = new Map<string, Collection>();
  let lastId = 0;

  const reload = () => {
    collections.clear();
    for (const { value } of store.range(CATALOG_RANGE.start, CATALOG_RANGE.end)) {
      const collection = fromEntry(decode(value));
      collections.set(`${collection.db}.${collection.name}`, collection);
      lastId = Math.max(lastId, collection.id, ...collection.indexes.map(({ spec }) => spec.id));
    }
  };
  const newId = () => ++lastId;
  const save = (collection: Collection) =>
    store.put(catalogKey(`${collection.db}.${collection.name}`), encode(toEntry(collection)));

  reload();
  return {
    find: (db, name) => collections.get(`${db}.${name}`),
    list: (db) => [...collections.values()].filter((one) => db === undefined || one.db === db),
    create: (db, name) => {
      checkNamespace(db, name);
      const spec: IndexSpec = {
        id: newId(),
        name: '_id_',
        key: { _id: 1 },
        unique: true,
        multikey: false,
        long: false,
      };
      const collection = { db, name, id: newId(), uuid: randomUUID(), indexes: [buildIndex(spec)], nextRecord: 1 };
      collections.set(`${db}.${name}`, collection);
      save(collection);
      return collection;
    },
    saveIndexes: (collection, indexes) => {
      collection.indexes = indexes;
      save(collection);
    },
    drop: (collection) => {
      collections.delete(`${collection.db}.${collection.name}`);
      store.remove(catalogKey(`${collection.db}.${collection.name}`));
      removeRange(store, documentRange(collection.id));
      for (const { spec } of collection.indexes) removeRange(store, indexRange(spec.id));
    },
    newId,
    nextRecord: (collection) => {
      if (collection.nextRecord === undefined) {
        const { start, end } = documentRange(collection.id);
        const last = store.firstKey(start, end, true);
        collection.nextRecord = last ? recordOf(last) + 1 : 1;
      }
      return collection.nextRecord++;
    },
    reload,
  };
}

/** Only inside a write. Keys are collected first: a cursor must not run over entries that are being removed. */
export function removeRange(store: Store, { start, end }: { start: Buffer; end: Buffer }): void {
  for (const key of [...store.keys(start, end)]) store.remove(key);
}

/** Rule: MongoDB manual, "Naming Restrictions". */
function checkNamespace(db: string, name: string): void {
  if (db === '' || /[/\\. "$\0]/.test(db) || Buffer.byteLength(db) > 63) {
    throw fault('InvalidNamespace', `Invalid database name: '${db}'`);
  }
  if (name === '' || /[$\0]/.test(name) || name.startsWith('.') || name.endsWith('.') || name.startsWith('system.')) {
    throw fault('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
  if (Buffer.byteLength(`${db}.${name}`) > 255) {
    throw fault('InvalidNamespace', `Fully qualified namespace is too long. Namespace: ${db}.${name} Max: 255`);
  }
}

function toEntry({ db, name, id, uuid, indexes }: Collection): Doc {
  return { db, name, id, uuid: new UUID(uuid), indexes: indexes.map(({ spec }) => spec) };
}

function fromEntry(entry: Doc): Collection {
  const { db, name, id, uuid, indexes } = entry as {
    db: string;
    name: string;
    id: number;
    uuid: UUID;
    indexes: IndexSpec[];
  };
  return { db, name, id, uuid: String(uuid), indexes: indexes.map(buildIndex), nextRecord: undefined };
}
