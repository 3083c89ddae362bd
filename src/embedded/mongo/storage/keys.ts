import { createHash } from 'node:crypto';
import { MAX_KEY_BYTES } from './store.js';

/*
 * Layout of the storage:
 *   01 <db>.<collection>                → catalog entry
 *   02 <collection> <record>            → document, records in order of insertion
 *   03 <index> <encoded values> <record> → nothing
 * Numbers are big-endian: collection and index 32 bits, record 48 bits.
 */
const RECORD_BYTES = 6;
const CATALOG = 1;
const DOCUMENT = 2;
const INDEX = 3;

/** Longer encoded values are cut here and end in a digest, since LMDB limits its keys. */
const LONGEST_VALUES = MAX_KEY_BYTES - 5 - RECORD_BYTES;
export const CUT_AT = LONGEST_VALUES - 32;

/**
 * The least key behind all that begin with `start`. Putting a byte FF after it would not do: a key may go on with FF itself
 * (an infinite number, the inverted end of a text). The first byte, a kind of key, is never FF.
 */
export function behind(start: Buffer): Buffer {
  let length = start.length;
  while (start[length - 1] === 0xff) length--;
  const next = Buffer.from(start.subarray(0, length));
  next[length - 1] = (next[length - 1] as number) + 1;
  return next;
}

export function catalogKey(namespace: string): Buffer {
  return Buffer.concat([Buffer.from([CATALOG]), Buffer.from(namespace)]);
}

/** Keys from `start` (included) to `end` (excluded). */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

export const CATALOG_RANGE: KeyRange = { start: Buffer.from([CATALOG]), end: Buffer.from([CATALOG + 1]) };

function prefix(kind: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(5);
  key[0] = kind;
  key.writeUInt32BE(id, 1);
  return key;
}

export function documentKey(collectionId: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(5 + RECORD_BYTES);
  key[0] = DOCUMENT;
  key.writeUInt32BE(collectionId, 1);
  key.writeUIntBE(record, 5, RECORD_BYTES);
  return key;
}

export function documentRange(collectionId: number): KeyRange {
  const start = prefix(DOCUMENT, collectionId);
  return { start, end: behind(start) };
}

export function indexRange(indexId: number): KeyRange {
  const start = prefix(INDEX, indexId);
  return { start, end: behind(start) };
}

/** What index entries of one set of values begin with; `isCut` where the values were too long to keep whole. */
export function entryPrefix(indexId: number, values: Buffer): { key: Buffer; isCut: boolean } {
  const isCut = values.length > LONGEST_VALUES;
  const kept = isCut
    ? Buffer.concat([values.subarray(0, CUT_AT), createHash('sha256').update(values).digest()])
    : values;
  return { key: Buffer.concat([prefix(INDEX, indexId), kept]), isCut };
}

export function entryKey(entry: Buffer, record: number): Buffer {
  const key = Buffer.allocUnsafe(entry.length + RECORD_BYTES);
  entry.copy(key);
  key.writeUIntBE(record, entry.length, RECORD_BYTES);
  return key;
}

/** The record at the end of a document key or an index entry. */
export function recordOf(key: Buffer): number {
  return key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);
}
