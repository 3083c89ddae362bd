import { BSON } from 'bson';
import { fault, type MongoFault } from './errors.js';

/** A decoded BSON document. */
export type Doc = Record<string, unknown>;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Numbers of every BSON type become JavaScript numbers (64-bit ones outside 2^53 stay `Long`); the rest keeps its class. */
const DECODE = { promoteBuffers: false, bsonRegExp: true, validation: { utf8: false } } as const;

export function decode(raw: Uint8Array): Doc {
  return BSON.deserialize(raw, DECODE);
}

/** Decodes a command but leaves the elements of its array `field` as raw documents. */
export function decodeKeepingRaw(raw: Uint8Array, field: string): Doc {
  return BSON.deserialize(raw, { ...DECODE, fieldsAsRaw: { [field]: true } });
}

/** How many bytes an encoded document may take, and the refusal of one that takes more. */
export interface Limit {
  readonly bytes: number;
  refuse(size: number): MongoFault;
}

/** What is answered may be larger than a stored document, for what is around it. Rule: MongoDB's BSONObjMaxInternalSize. */
const ANSWERED: Limit = {
  bytes: MAX_DOCUMENT_BYTES + 16 * 1024,
  refuse: (size) =>
    fault('BSONObjectTooLarge', `BSONObj size: ${size} is invalid. Size must be between 0 and 16793600(16MB)`),
};

const ENCODE = { ignoreUndefined: true } as const;

/**
 * js-bson writes into a buffer of 17 MiB and does not look where it ends. What is larger comes out cut, with bytes of
 * whatever the memory held before, or as a RangeError: neither leaves here.
 */
export function encode(doc: Doc, limit = ANSWERED): Buffer {
  try {
    const raw = asBuffer(BSON.serialize(doc, ENCODE));
    if (raw.length <= limit.bytes) return raw;
  } catch (error) {
    if ((error as Error).name !== 'RangeError' || BSON.calculateObjectSize(doc, ENCODE) <= limit.bytes) throw error;
  }
  throw limit.refuse(BSON.calculateObjectSize(doc, ENCODE));
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True for an embedded document, false for arrays, dates and every BSON class. */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    (value as { _bsontype?: unknown })._bsontype === undefined
  );
}

/** The BSON class name of a value ('ObjectId', 'Long', …) or undefined for plain JavaScript values. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const type = (value as { _bsontype?: unknown })._bsontype;
  return typeof type === 'string' ? type : undefined;
}

const FIXED: Record<number, number> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/** Bytes that the value of BSON type `type` takes at `at`. Rule: bsonspec.org, version 1.1. */
function valueSize(raw: Buffer, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  if (type === 3 || type === 4 || type === 15) return raw.readInt32LE(at);
  if (type === 2 || type === 13 || type === 14) return 4 + raw.readInt32LE(at);
  if (type === 5) return 5 + raw.readInt32LE(at);
  if (type === 12) return 16 + raw.readInt32LE(at);
  if (type === 11) return raw.indexOf(0, raw.indexOf(0, at) + 1) + 1 - at;
  throw new Error(`unknown BSON type ${type}`);
}

/** Name of the first field of a raw document: the name of a command. */
export function firstFieldName(raw: Buffer): string {
  return raw[4] === 0 ? '' : raw.toString('utf8', 5, raw.indexOf(0, 5));
}

/** Where the field `name` of a raw document begins and ends (type byte included), or undefined. */
export function fieldSpan(raw: Buffer, name: string): { start: number; end: number } | undefined {
  const wanted = Buffer.from(`${name}\0`);
  for (let at = 4; at < raw.length - 1; ) {
    const nameEnd = raw.indexOf(0, at + 1);
    const end = nameEnd + 1 + valueSize(raw, raw[at] as number, nameEnd + 1);
    if (wanted.length === nameEnd - at && raw.compare(wanted, 0, wanted.length, at + 1, nameEnd + 1) === 0) {
      return { start: at, end };
    }
    at = end;
  }
  return undefined;
}

/** The document with its `_id` in front, as MongoDB stores it; `makeId` supplies a missing one. Always a fresh copy. */
export function withIdFirst(raw: Buffer, makeId: () => unknown): Buffer {
  const span = fieldSpan(raw, '_id');
  if (!span) {
    const id = encode({ _id: makeId() });
    return joinDocument([id.subarray(4, -1), raw.subarray(4, -1)]);
  }
  if (span.start === 4) return Buffer.from(raw);
  return joinDocument([raw.subarray(span.start, span.end), raw.subarray(4, span.start), raw.subarray(span.end, -1)]);
}

function joinDocument(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const out = Buffer.allocUnsafe(length);
  out.writeInt32LE(length, 0);
  let at = 4;
  for (const part of parts) at += part.copy(out, at);
  out[at] = 0;
  return out;
}

/** A BSON array of documents that are already encoded. */
export function rawArray(docs: readonly Buffer[]): Buffer {
  const keys = docs.map((_, i) => `${i}\0`);
  const length = docs.reduce((sum, doc, i) => sum + 1 + (keys[i] as string).length + doc.length, 5);
  const out = Buffer.allocUnsafe(length);
  out.writeInt32LE(length, 0);
  let at = 4;
  docs.forEach((doc, i) => {
    out[at] = 3;
    at = at + 1 + out.write(keys[i] as string, at + 1, 'latin1');
    at += doc.copy(out, at);
  });
  out[at] = 0;
  return out;
}

/** A document made of fields whose values are already encoded, in the order given. */
export function rawDocument(fields: readonly { name: string; type: number; value: Buffer }[]): Buffer {
  return joinDocument(
    fields.flatMap(({ name, type, value }) => [Buffer.from([type]), Buffer.from(`${name}\0`), value]),
  );
}
