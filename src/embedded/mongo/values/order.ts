import type { BSONRegExp, Decimal128, Long } from 'bson';
import { bsonType } from '../bson.js';

/**
 * Ranks of the BSON types in comparisons. Rule: MongoDB manual, "Comparison/Sort Order". `empty` is what an index holds
 * for an empty array; numbers of all types share one rank and compare by value.
 */
export const RANK = {
  minKey: 0x0a,
  empty: 0x0f,
  null: 0x14,
  number: 0x1e,
  string: 0x3c,
  object: 0x46,
  array: 0x50,
  binary: 0x5a,
  objectId: 0x64,
  boolean: 0x6e,
  date: 0x78,
  timestamp: 0x7d,
  regex: 0x82,
  dbRef: 0x85,
  code: 0x8c,
  maxKey: 0xf0,
} as const;

const CLASS_RANK: Record<string, number> = {
  MinKey: RANK.minKey,
  Long: RANK.number,
  Int32: RANK.number,
  Double: RANK.number,
  Decimal128: RANK.number,
  BSONSymbol: RANK.string,
  Binary: RANK.binary,
  ObjectId: RANK.objectId,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
  DBRef: RANK.object,
  Code: RANK.code,
  MaxKey: RANK.maxKey,
};

/** Rank of a value; undefined (a missing field) ranks as null. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return RANK.string;
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'boolean':
      return RANK.boolean;
    case 'undefined':
      return RANK.null;
  }
  if (value === null) return RANK.null;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof RegExp) return RANK.regex;
  const name = bsonType(value);
  return name === undefined ? RANK.object : (CLASS_RANK[name] ?? RANK.object);
}

export type NumberLike = number | bigint | Long | Decimal128;

/** Nearest double of a BSON number, and what a 64-bit integer has beyond it (so that neighbours above 2^53 differ). */
export function splitNumber(value: NumberLike): { double: number; rest: number } {
  if (typeof value === 'number') return { double: value, rest: 0 };
  if (typeof value !== 'bigint' && value._bsontype === 'Decimal128') return { double: decimalToNumber(value), rest: 0 };
  const whole = typeof value === 'bigint' ? value : (value as Long).toBigInt();
  const double = Number(whole);
  return { double, rest: Number(whole - BigInt(double)) };
}

/** The double nearest to a Decimal128; digits beyond a double's precision are not compared. */
function decimalToNumber(value: Decimal128): number {
  return Number(value.toString());
}

export function isNumeric(value: unknown): value is NumberLike {
  return rankOf(value) === RANK.number;
}

export function toNumber(value: NumberLike): number {
  return typeof value === 'number' ? value : splitNumber(value).double;
}

/** Pattern and flags of either regular expression class, flags in BSON's alphabetical order. */
export function regexParts(value: RegExp | BSONRegExp): { pattern: string; options: string } {
  return value instanceof RegExp
    ? { pattern: value.source, options: value.flags }
    : { pattern: value.pattern, options: value.options };
}
