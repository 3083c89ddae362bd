import { z } from 'zod';
import { type Doc, encode, isDoc } from '../bson.js';
import { batchesOf } from '../cursors.js';
import { fault } from '../errors.js';
import { plan } from '../plan/plan.js';
import { walk } from '../plan/scan.js';
import { buildIndex, type Collection, type Index, type IndexSpec, removeRange } from '../storage/catalog.js';
import { fillIndex, type Storage } from '../storage/documents.js';
import { indexRange } from '../storage/keys.js';
import { equalValues } from '../values/compare.js';
import { type Command, collation, command, doc, docs, flag, number, parse, text } from './schema.js';
import { collectionFor } from './write.js';

const direction = z.union([z.literal(1), z.literal(-1)]);

const indexSchema = z.strictObject({
  key: doc,
  name: text.optional(),
  unique: flag.optional(),
  sparse: flag.optional(),
  background: flag.optional(),
  partialFilterExpression: doc.optional(),
  expireAfterSeconds: number.optional(),
  v: number.optional(),
  ns: text.optional(),
  collation,
});

type Asked = z.output<typeof indexSchema>;

const createSchema = command({
  createIndexes: text,
  indexes: docs,
  commitQuorum: z.unknown().optional(),
});

export const createIndexes: Command = ({ storage, db, request }) => {
  const { createIndexes: name, indexes } = parse(createSchema, request.body, 'createIndexes');
  if (indexes.length === 0) throw fault('BadValue', 'Must specify at least one index to create');
  const wanted = indexes.map((one) => toSpec(parseIndex(one)));
  return storage.store.write(() => {
    const createdCollectionAutomatically = !storage.catalog.find(db, name);
    const collection = collectionFor(storage, db, name);
    const numIndexesBefore = collection.indexes.length;
    addIndexes(storage, collection, wanted);
    const numIndexesAfter = collection.indexes.length;
    const note = numIndexesBefore === numIndexesAfter ? { note: 'all indexes already exist' } : {};
    return { createdCollectionAutomatically, numIndexesBefore, numIndexesAfter, ...note, ok: 1 };
  });
};

function parseIndex(given: Doc): Asked {
  const unknown = Object.keys(given).find((name) => !(name in indexSchema.shape));
  if (unknown) {
    throw fault('InvalidIndexSpecificationOption', `The field '${unknown}' is not valid for an index specification.`);
  }
  return parse(indexSchema, given, 'createIndexes.indexes');
}

type NewSpec = Omit<IndexSpec, 'id' | 'multikey' | 'long'>;

function toSpec({ key, name, unique, sparse, partialFilterExpression, expireAfterSeconds }: Asked): NewSpec {
  const paths = Object.entries(key);
  if (paths.length === 0) throw fault('CannotCreateIndex', 'Index keys cannot be an empty object');
  for (const [path, value] of paths) checkField(path, value);
  if (sparse && partialFilterExpression)
    throw fault('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  if (expireAfterSeconds !== undefined && (paths.length > 1 || '_id' in key)) {
    throw fault('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
  if (expireAfterSeconds !== undefined && (expireAfterSeconds < 0 || expireAfterSeconds > 0x7fffffff)) {
    throw fault('CannotCreateIndex', 'TTL index expireAfterSeconds must be within 0 and 2147483647');
  }
  return {
    name: name ?? paths.map(([path, value]) => `${path}_${value}`).join('_'),
    key: key as IndexSpec['key'],
    ...(unique ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
    ...(partialFilterExpression ? { partialFilterExpression } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  };
}

function checkField(path: string, value: unknown): void {
  if (typeof value === 'string')
    throw fault('CannotCreateIndex', `Unknown index plugin '${value}': only 1 and -1 are supported`);
  if (!direction.safeParse(value).success)
    throw fault('CannotCreateIndex', `Values in the index key pattern must be 1 or -1: ${path}`);
  if (path === '' || path.split('.').includes(''))
    throw fault('CannotCreateIndex', 'Index keys cannot contain an empty field.');
  if (path.split('.').some((part) => part.startsWith('$'))) {
    throw fault('CannotCreateIndex', `Index key contains an illegal field name: field name starts with '$': ${path}`);
  }
}

/** All of them or none: where one cannot be built, what was filled is removed again. */
function addIndexes(storage: Storage, collection: Collection, wanted: readonly NewSpec[]): void {
  const before = collection.indexes;
  try {
    for (const spec of wanted) addIndex(storage, collection, spec);
  } catch (error) {
    for (const { spec } of collection.indexes) {
      if (!before.some((index) => index.spec === spec)) removeRange(storage.store, indexRange(spec.id));
    }
    collection.indexes = before;
    throw error;
  }
  if (collection.indexes !== before) storage.catalog.saveIndexes(collection, collection.indexes);
}

function addIndex(storage: Storage, collection: Collection, wanted: NewSpec): void {
  if (isExisting(collection, wanted)) return;
  const index = buildIndex({ ...wanted, id: storage.catalog.newId(), multikey: false, long: false });
  const documents = walk(storage, collection, plan(collection, { filter: {} }));
  collection.indexes = [...collection.indexes, index];
  fillIndex(storage, collection, index, documents);
}

function isExisting({ indexes }: Collection, wanted: NewSpec): boolean {
  const sameKey = (index: Index) => JSON.stringify(index.spec.key) === JSON.stringify(wanted.key);
  const sameOptions = (index: Index) =>
    (['unique', 'sparse', 'expireAfterSeconds', 'partialFilterExpression'] as const).every(
      (name) =>
        equalValues(index.spec[name] ?? null, wanted[name] ?? null) ||
        (name === 'unique' && index.spec.name === '_id_'),
    );
  const named = indexes.find(({ spec }) => spec.name === wanted.name);
  if (named && (!sameKey(named) || !sameOptions(named))) {
    throw fault(
      sameKey(named) ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. Requested index: ${wanted.name}`,
    );
  }
  const twin = indexes.find(
    (index) =>
      sameKey(index) && equalValues(index.spec.partialFilterExpression ?? null, wanted.partialFilterExpression ?? null),
  );
  if (twin && twin !== named && twin.spec.name !== '_id_') {
    throw fault('IndexOptionsConflict', `Index already exists with a different name: ${twin.spec.name}`);
  }
  return twin !== undefined;
}

const listSchema = command({ listIndexes: text, cursor: z.strictObject({ batchSize: number.optional() }).default({}) });

export const listIndexes: Command = ({ storage, cursors, db, request }) => {
  const { listIndexes: name, cursor } = parse(listSchema, request.body, 'listIndexes');
  const collection = existing(storage, db, name);
  return cursors.open(
    `${db}.${name}`,
    batchesOf(collection.indexes.map((index) => encode(describe(index)))),
    cursor.batchSize ?? 0,
  );
};

function existing(storage: Storage, db: string, name: string): Collection {
  const collection = storage.catalog.find(db, name);
  if (!collection) throw fault('NamespaceNotFound', `ns does not exist: ${db}.${name}`);
  return collection;
}

function describe({ spec }: Index): Doc {
  const { id: _id, multikey: _multikey, long: _long, unique, ...shown } = spec;
  return { v: 2, ...shown, ...(unique && spec.name !== '_id_' ? { unique } : {}) };
}

const dropSchema = command({ dropIndexes: text, index: z.union([text, z.array(text), doc]) });

export const dropIndexes: Command = ({ storage, db, request }) => {
  const { dropIndexes: name, index: wanted } = parse(dropSchema, request.body, 'dropIndexes');
  return storage.store.write(() => {
    const collection = existing(storage, db, name);
    const nIndexesWas = collection.indexes.length;
    const dropped = new Set(chosen(collection, wanted));
    for (const { spec } of dropped) removeRange(storage.store, indexRange(spec.id));
    storage.catalog.saveIndexes(
      collection,
      collection.indexes.filter((index) => !dropped.has(index)),
    );
    return { nIndexesWas, ok: 1 };
  });
};

function chosen({ indexes }: Collection, wanted: string | string[] | Doc): Index[] {
  if (wanted === '*') return indexes.filter(({ spec }) => spec.name !== '_id_');
  const names = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((one) => {
    const found = indexes.find(({ spec }) =>
      isDoc(one) ? JSON.stringify(spec.key) === JSON.stringify(one) : spec.name === one,
    );
    if (!found)
      throw fault('IndexNotFound', isDoc(one) ? "can't find index with key" : `index not found with name [${one}]`);
    if (found.spec.name === '_id_') throw fault('InvalidOptions', 'cannot drop _id index');
    return found;
  });
}
