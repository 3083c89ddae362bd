import { type Doc, type Limit, MAX_DOCUMENT_BYTES } from '../bson.js';
import { fault } from '../errors.js';
import { EMPTY_ARRAY, indexValues } from '../values/index-values.js';
import { EMPTY_ARRAY_KEY, encodeKey, invert } from '../values/key.js';
import type { Catalog, Collection, Index } from './catalog.js';
import { duplicateKey } from './duplicate-key.js';
import { behind, documentKey, entryKey, entryPrefix, recordOf } from './keys.js';
import type { Store } from './store.js';

export interface Storage {
  readonly store: Store;
  readonly catalog: Catalog;
}

/** A stored document: its record number, its bytes and what they decode to. */
export interface Stored {
  readonly record: number;
  readonly raw: Buffer;
  readonly doc: Doc;
}

/** What one document has in one index. */
interface Entries {
  readonly index: Index;
  /** Hexadecimal key prefix → key prefix and values, so that repeated values count once. */
  readonly byKey: Map<string, { key: Buffer; values: unknown[] }>;
  readonly isMultikey: boolean;
  readonly isLong: boolean;
}

/** Of a new document. */
export const INSERTED: Limit = {
  bytes: MAX_DOCUMENT_BYTES,
  refuse: (size) => fault('BSONObjectTooLarge', `object to insert too large. ${compared(size)}`),
};

/** Of a document that takes the place of another one. */
export const UPDATED: Limit = {
  bytes: MAX_DOCUMENT_BYTES,
  refuse: (size) =>
    fault(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}. ${compared(size)}`),
};

const compared = (size: number) => `size in bytes: ${size}, max size: ${MAX_DOCUMENT_BYTES}`;

/** Only inside a write: adds a document; refuses duplicates before anything is written. */
export function insertDocument(storage: Storage, collection: Collection, raw: Buffer, doc: Doc): void {
  checkSize(raw, INSERTED);
  const entries = collection.indexes.map((index) => entriesOf(index, doc));
  for (const entry of entries) refuseDuplicate(storage.store, collection, entry, undefined);
  const record = storage.catalog.nextRecord(collection);
  storage.store.put(documentKey(collection.id, record), raw);
  for (const { byKey } of entries)
    for (const { key } of byKey.values()) storage.store.put(entryKey(key, record), EMPTY);
  noteShape(storage, collection, entries);
}

/** Only inside a write: removes a document and its index entries. */
export function removeDocument({ store }: Storage, collection: Collection, { record, doc }: Stored): void {
  store.remove(documentKey(collection.id, record));
  for (const index of collection.indexes) {
    for (const { key } of entriesOf(index, doc).byKey.values()) store.remove(entryKey(key, record));
  }
}

/** Only inside a write: puts `raw` (decoded: `doc`) in the place of a document; touches only the entries that differ. */
export function replaceDocument(storage: Storage, collection: Collection, old: Stored, raw: Buffer, doc: Doc): void {
  checkSize(raw, UPDATED);
  const before = collection.indexes.map((index) => entriesOf(index, old.doc));
  const after = collection.indexes.map((index) => entriesOf(index, doc));
  const added = after.map((entries, i) => without(entries, before[i] as Entries));
  for (const entry of added) refuseDuplicate(storage.store, collection, entry, old.record);
  storage.store.put(documentKey(collection.id, old.record), raw);
  before.forEach((entries, i) => {
    for (const { key } of without(entries, after[i] as Entries).byKey.values()) {
      storage.store.remove(entryKey(key, old.record));
    }
  });
  for (const { byKey } of added) {
    for (const { key } of byKey.values()) storage.store.put(entryKey(key, old.record), EMPTY);
  }
  noteShape(storage, collection, after);
}

/** Only inside a write: fills a new index from the documents that exist; refuses duplicates among them. */
export function fillIndex({ store }: Storage, collection: Collection, index: Index, documents: Iterable<Stored>): void {
  for (const { record, doc } of documents) {
    const entries = entriesOf(index, doc);
    refuseDuplicate(store, collection, entries, record);
    for (const { key } of entries.byKey.values()) store.put(entryKey(key, record), EMPTY);
    index.spec.multikey ||= entries.isMultikey;
    index.spec.long ||= entries.isLong;
  }
}

const EMPTY = Buffer.alloc(0);

function checkSize({ length }: Buffer, limit: Limit): void {
  if (length > limit.bytes) throw limit.refuse(length);
}

/** The entries of a document in an index: none where a sparse or partial index leaves it out. */
export function entriesOf(index: Index, doc: Doc): Entries {
  const byKey: Entries['byKey'] = new Map();
  let isLong = false;
  const { rows, isMultikey } = index.holds(doc) ? indexValues(doc, index.paths) : { rows: [], isMultikey: false };
  for (const values of rows) {
    if (index.spec.sparse && values.every((value) => value === undefined)) continue;
    const { key, isCut } = entryPrefix(index.spec.id, encodeValues(index, values));
    isLong ||= isCut;
    byKey.set(key.toString('latin1'), { key, values });
  }
  return { index, byKey, isMultikey, isLong };
}

function encodeValues({ fields }: Index, values: readonly unknown[]): Buffer {
  const parts = values.map((value, i) => encodeField(value, fields[i]?.direction ?? 1));
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

export function encodeField(value: unknown, direction: 1 | -1): Buffer {
  const key = value === EMPTY_ARRAY ? EMPTY_ARRAY_KEY : encodeKey(value);
  return direction === 1 ? key : invert(key);
}

function without(entries: Entries, others: Entries): Entries {
  const byKey = new Map([...entries.byKey].filter(([key]) => !others.byKey.has(key)));
  return { ...entries, byKey };
}

function refuseDuplicate(
  store: Store,
  collection: Collection,
  { index, byKey }: Entries,
  own: number | undefined,
): void {
  if (!index.spec.unique) return;
  for (const { key, values } of byKey.values()) {
    const found = store.firstKey(key, behind(key));
    if (found && recordOf(found) !== own) throw duplicateKey(collection, index, values);
  }
}

/** Remembers that an index came to hold arrays or cut values; plans depend on it. */
function noteShape({ catalog }: Storage, collection: Collection, entries: readonly Entries[]): void {
  const news = entries.filter(
    ({ index, isMultikey, isLong }) => (isMultikey && !index.spec.multikey) || (isLong && !index.spec.long),
  );
  if (news.length === 0) return;
  for (const { index, isMultikey, isLong } of news) {
    index.spec.multikey ||= isMultikey;
    index.spec.long ||= isLong;
  }
  catalog.saveIndexes(collection, collection.indexes);
}
