import { bsonType } from '../bson.js';
import { fault } from '../errors.js';
import { RANK, rankOf } from './order.js';

/** Number and alias of every BSON type. Rule: MongoDB manual, "BSON Types". */
const TYPES: readonly (readonly [number, string])[] = [
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
];
const BY_NUMBER = new Map(TYPES);
const ALIASES = new Set([...BY_NUMBER.values(), 'number']);
const NUMBERS = new Set(['int', 'long', 'double', 'decimal']);

const BY_RANK: Record<number, string> = {
  [RANK.minKey]: 'minKey',
  [RANK.null]: 'null',
  [RANK.string]: 'string',
  [RANK.object]: 'object',
  [RANK.array]: 'array',
  [RANK.binary]: 'binData',
  [RANK.objectId]: 'objectId',
  [RANK.boolean]: 'bool',
  [RANK.date]: 'date',
  [RANK.timestamp]: 'timestamp',
  [RANK.regex]: 'regex',
  [RANK.code]: 'javascript',
  [RANK.maxKey]: 'maxKey',
};

/** The BSON type of a value by its alias. A whole number within 32 bits counts as int: drivers store it so. */
export function typeName(value: unknown): string {
  const rank = rankOf(value);
  if (rank !== RANK.number) return BY_RANK[rank] ?? 'object';
  const name = bsonType(value);
  if (name === 'Decimal128') return 'decimal';
  if (name === 'Long' || typeof value === 'bigint') return 'long';
  const number = value as number;
  return Number.isInteger(number) && (number | 0) === number && !Object.is(number, -0) ? 'int' : 'double';
}

/** Normalises one argument of `$type` to an alias; throws BadValue for a type that does not exist. */
export function typeAlias(wanted: unknown): string {
  const alias = typeof wanted === 'number' ? BY_NUMBER.get(wanted) : wanted;
  if (typeof alias === 'string' && ALIASES.has(alias)) return alias;
  if (typeof wanted === 'number') throw fault('BadValue', `Invalid numerical type code: ${wanted}`);
  throw fault('BadValue', `Unknown type name alias: ${String(wanted)}`);
}

export function hasType(value: unknown, alias: string): boolean {
  if (value === undefined) return false;
  const name = typeName(value);
  return name === alias || (alias === 'number' && NUMBERS.has(name));
}
