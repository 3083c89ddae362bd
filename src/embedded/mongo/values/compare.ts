import type { ObjectId } from 'bson';
import { encodeKey } from './key.js';
import { RANK, rankOf } from './order.js';

/** MongoDB's order of two values of any types: negative, zero or positive. Missing compares as null. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  if (a instanceof Date && b instanceof Date) return compareDoubles(a.getTime(), b.getTime());
  return Buffer.compare(encodeKey(a), encodeKey(b));
}

/** Equality as queries see it: numbers by value across types, documents field by field in order; null is not missing. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const kind = typeof a;
  if (kind === 'string' || kind === 'boolean' || kind === 'undefined' || a === null) return false;
  if (b === null || b === undefined) return false;
  if (kind === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b);
  const rank = rankOf(a);
  if (rank !== rankOf(b)) return false;
  if (rank === RANK.objectId) return (a as ObjectId).equals(b as ObjectId);
  return compareValues(a, b) === 0;
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a)); // NaN before every number
}

/** Order of the UTF-8 bytes, which differs from JavaScript's where one side has characters outside the basic plane. */
function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return utf8Rank(left) - utf8Rank(right);
  }
  return a.length - b.length;
}

function utf8Rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
