import { UUID } from 'bson';
import { z } from 'zod';
import { type Doc, encode } from '../bson.js';
import { batchesOf } from '../cursors.js';
import { fault } from '../errors.js';
import { matcher } from '../query/matcher.js';
import type { Collection } from '../storage/catalog.js';
import type { Storage } from '../storage/documents.js';
import { documentRange } from '../storage/keys.js';
import { type Command, command, doc, flag, number, parse, text } from './schema.js';

const createSchema = command({ create: text, autoIndexId: flag.optional() });

export const create: Command = ({ storage, db, request }) => {
  const { create: name } = parse(createSchema, request.body, 'create');
  return storage.store.write(() => {
    if (storage.catalog.find(db, name)) throw fault('NamespaceExists', `Collection ${db}.${name} already exists.`);
    storage.catalog.create(db, name);
    return { ok: 1 };
  });
};

const dropSchema = command({ drop: text });

export const drop: Command = ({ storage, db, request }) => {
  const { drop: name } = parse(dropSchema, request.body, 'drop');
  return storage.store.write(() => {
    const collection = storage.catalog.find(db, name);
    if (!collection) return { ok: 1 }; // since 7.0 no error
    storage.catalog.drop(collection);
    return { nIndexesWas: collection.indexes.length, ns: `${db}.${name}`, ok: 1 };
  });
};

const dropDatabaseSchema = command({ dropDatabase: z.unknown() });

export const dropDatabase: Command = ({ storage, db, request }) => {
  parse(dropDatabaseSchema, request.body, 'dropDatabase');
  return storage.store.write(() => {
    const all = storage.catalog.list(db);
    for (const collection of all) storage.catalog.drop(collection);
    return { ...(all.length > 0 ? { dropped: db } : {}), ok: 1 };
  });
};

const listSchema = command({
  listCollections: z.unknown(),
  filter: doc.default({}),
  nameOnly: flag.default(false),
  authorizedCollections: flag.optional(),
  cursor: z.strictObject({ batchSize: number.optional() }).default({}),
});

export const listCollections: Command = ({ storage, cursors, db, request }) => {
  const { filter, nameOnly, cursor } = parse(listSchema, request.body, 'listCollections');
  const matches = matcher(filter);
  const found = storage.catalog.list(db).map(describe).filter(matches);
  const rendered = nameOnly ? found.map(({ name, type }) => ({ name, type })) : found;
  return cursors.open(
    `${db}.$cmd.listCollections`,
    batchesOf(rendered.map((one) => encode(one))),
    cursor.batchSize ?? 0,
  );
};

function describe({ name, uuid }: Collection): Doc {
  return {
    name,
    type: 'collection',
    options: {},
    info: { readOnly: false, uuid: new UUID(uuid) },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  };
}

const listDatabasesSchema = command({
  listDatabases: z.unknown(),
  filter: doc.default({}),
  nameOnly: flag.default(false),
  authorizedDatabases: flag.optional(),
});

export const listDatabases: Command = ({ storage, db, request }) => {
  const { filter, nameOnly } = parse(listDatabasesSchema, request.body, 'listDatabases');
  if (db !== 'admin') throw fault(13, 'listDatabases may only be run against the admin database.');
  const names = [...new Set(storage.catalog.list().map((collection) => collection.db))].sort();
  const databases = names
    .map((name) => ({ name, sizeOnDisk: sizeOf(storage, name), empty: false }))
    .filter(matcher(filter));
  if (nameOnly) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
  return { databases, totalSize: databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0), ok: 1 };
};

/** Bytes of the documents of a database. */
function sizeOf({ store, catalog }: Storage, db: string): number {
  let bytes = 0;
  for (const { id } of catalog.list(db)) {
    const { start, end } = documentRange(id);
    for (const { value } of store.range(start, end)) bytes += value.length;
  }
  return bytes;
}
