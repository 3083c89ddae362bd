import type { Binary, BSONRegExp, Code, DBRef, ObjectId, Timestamp } from 'bson';
import { asBuffer } from '../bson.js';
import { type NumberLike, RANK, rankOf, regexParts, splitNumber } from './order.js';

/**
 * Order-preserving encoding: comparing two encodings byte by byte gives MongoDB's order of the two values, and no
 * encoding is a prefix of another, so encodings can be put one after the other (compound indexes) or have their bits
 * inverted (descending fields).
 */
export function encodeKey(value: unknown): Buffer {
  length = 0;
  write(value);
  return Buffer.from(scratch.subarray(0, length));
}

/** Encoding of what an index stores for an empty array: before null, equal to nothing else. */
export const EMPTY_ARRAY_KEY = Buffer.from([RANK.empty]);

export function invert(key: Buffer): Buffer {
  const out = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) out[i] = ~(key[i] as number);
  return out;
}

// One scratch buffer serves every call: encoding is synchronous and the result is copied out.
let scratch = Buffer.allocUnsafe(4096);
let length = 0;

function reserve(bytes: number): void {
  if (length + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe((length + bytes) * 2);
  scratch.copy(larger, 0, 0, length);
  scratch = larger;
}

function byte(value: number): void {
  reserve(1);
  scratch[length++] = value;
}

function write(value: unknown): void {
  const rank = rankOf(value);
  byte(rank);
  WRITERS[rank]?.(value);
}

/** How the values of each rank are written; the ranks that are missing hold one value only. */
const WRITERS: Readonly<Record<number, (value: unknown) => void>> = {
  [RANK.number]: (value) => writeNumber(value as NumberLike),
  [RANK.string]: (value) => writeText(String(value)),
  [RANK.object]: (value) => writeObject(value as object),
  [RANK.array]: (value) => writeArray(value as unknown[]),
  [RANK.binary]: (value) => writeBinary(value as Binary),
  [RANK.objectId]: (value) => writeBytes((value as ObjectId).id),
  [RANK.boolean]: (value) => byte(value ? 1 : 0),
  [RANK.date]: (value) => writeDouble((value as Date).getTime()),
  [RANK.timestamp]: (value) => writeTimestamp(value as Timestamp),
  [RANK.regex]: (value) => writeRegex(value as RegExp | BSONRegExp),
  [RANK.code]: (value) => writeText((value as Code).code),
};

/** IEEE 754 with the sign bit flipped for positives and all bits for negatives sorts as an unsigned integer; NaN first. */
function writeDouble(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) {
    scratch.fill(0, length, length + 8);
  } else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, length);
    if ((scratch[length] as number) & 0x80) {
      for (let i = length; i < length + 8; i++) scratch[i] = ~(scratch[i] as number);
    } else {
      scratch[length] = (scratch[length] as number) | 0x80;
    }
  }
  length += 8;
}

function writeNumber(value: NumberLike): void {
  const { double, rest } = splitNumber(value);
  writeDouble(double);
  reserve(2);
  scratch.writeUInt16BE(rest + 0x8000, length);
  length += 2;
}

/** Zero bytes inside are written 00 FF and the end 00 01, so that a prefix sorts before what it is a prefix of. */
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  const written = scratch.write(text, length);
  if (text.includes('\0')) {
    const bytes = Buffer.from(scratch.subarray(length, length + written));
    reserve(bytes.length * 2 + 2);
    for (const code of bytes) {
      scratch[length++] = code;
      if (code === 0) scratch[length++] = 0xff;
    }
  } else {
    length += written;
  }
  scratch[length++] = 0;
  scratch[length++] = 1;
}

function writeObject(value: object): void {
  const plain = 'toJSON' in value && (value as DBRef)._bsontype === 'DBRef' ? (value as DBRef).toJSON() : value;
  for (const [name, field] of Object.entries(plain)) {
    byte(rankOf(field));
    writeText(name);
    write(field);
  }
  byte(0);
}

function writeArray(values: readonly unknown[]): void {
  for (const value of values) write(value);
  byte(0);
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  asBuffer(bytes).copy(scratch, length);
  length += bytes.length;
}

/** Shorter binaries sort first, then by subtype, then by content. */
function writeBinary(value: Binary): void {
  reserve(5);
  scratch.writeUInt32BE(value.position, length);
  scratch[length + 4] = value.sub_type;
  length += 5;
  writeBytes(value.buffer.subarray(0, value.position));
}

function writeTimestamp(value: Timestamp): void {
  reserve(8);
  scratch.writeUInt32BE(value.t, length);
  scratch.writeUInt32BE(value.i, length + 4);
  length += 8;
}

function writeRegex(value: RegExp | BSONRegExp): void {
  const { pattern, options } = regexParts(value);
  writeText(pattern);
  writeText(options);
}
