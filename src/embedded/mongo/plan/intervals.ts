import type { BSONRegExp } from 'bson';
import { isRegex } from '../query/operators.js';
import { encodeKey, invert } from '../values/key.js';
import { RANK, rankOf, regexParts } from '../values/order.js';
import type { Clause } from './clauses.js';

/**
 * A stretch of encoded values. Both ends stand for every key that begins with them: `lowAfter` starts behind those of
 * `low`, `highAfter` includes those of `high`.
 */
export interface Interval {
  readonly low: Buffer;
  readonly lowAfter: boolean;
  readonly high: Buffer;
  readonly highAfter: boolean;
}

export interface FieldBounds {
  readonly intervals: readonly Interval[];
  /** Every interval is one single value. */
  readonly arePoints: boolean;
  /** Clauses that hold for every entry within the intervals, and need no second look at the document. */
  readonly proved: readonly Clause[];
  /** False where an entry may stand for a document without the field. */
  readonly impliesPresence: boolean;
}

const RANGES = new Set(['$gt', '$gte', '$lt', '$lte']);

/** The stretches of an index field that can hold documents meeting `clauses`, or undefined where an index cannot help. */
export function boundsOf(clauses: readonly Clause[], isMultikey: boolean): FieldBounds | undefined {
  const points = clauses.map(pointsOf).find((found) => found !== undefined);
  if (points) return points;
  const ranges = clauses.filter(({ operator }) => RANGES.has(operator));
  if (ranges.length > 0) return rangeOf(isMultikey ? ranges.slice(0, 1) : ranges);
  return clauses.map(prefixOf).find((found) => found !== undefined);
}

function pointsOf(clause: Clause): FieldBounds | undefined {
  const { operator, value } = clause;
  if (operator !== '$eq' && operator !== '$in') return undefined;
  const values = operator === '$eq' ? [value] : value;
  if (!Array.isArray(values) || values.some((one) => Array.isArray(one) || isRegex(one))) return undefined;
  const hasNull = values.some((one) => rankOf(one) === RANK.null);
  const keys = new Map(values.map((one) => encodeKey(one)).map((key) => [key.toString('latin1'), key]));
  const intervals = [...keys.values()].sort(Buffer.compare).map(point);
  return { intervals, arePoints: true, proved: hasNull ? [] : [clause], impliesPresence: !hasNull };
}

function point(key: Buffer): Interval {
  return { low: key, lowAfter: false, high: key, highAfter: true };
}

function rangeOf(clauses: readonly Clause[]): FieldBounds | undefined {
  const rank = rankOf(clauses[0]?.value);
  const usable = clauses.every(({ value }) => rankOf(value) === rank && !isNan(value));
  if (!usable || [RANK.null, RANK.array, RANK.minKey, RANK.maxKey].some((other) => other === rank)) return undefined;
  const whole = Buffer.from([rank]);
  let interval: Interval = {
    low: rank === RANK.number ? encodeKey(-Infinity) : whole, // NaN lies below and is matched by no comparison
    lowAfter: false,
    high: whole,
    highAfter: true,
  };
  for (const { operator, value } of clauses) interval = narrow(interval, operator, encodeKey(value));
  return { intervals: [interval], arePoints: false, proved: clauses, impliesPresence: true };
}

function narrow(interval: Interval, operator: string, key: Buffer): Interval {
  if (operator === '$gt' || operator === '$gte') {
    const lowAfter = operator === '$gt';
    const order = Buffer.compare(key, interval.low);
    return order > 0 || (order === 0 && lowAfter) ? { ...interval, low: key, lowAfter } : interval;
  }
  const highAfter = operator === '$lte';
  const isWhole = interval.high.length === 1;
  const order = isWhole ? -1 : Buffer.compare(key, interval.high);
  return order < 0 || (order === 0 && !highAfter) ? { ...interval, high: key, highAfter } : interval;
}

function isNan(value: unknown): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** `/^literal/` can only match strings that begin with the literal. */
function prefixOf({ operator, value }: Clause): FieldBounds | undefined {
  if (operator !== '$regex' || !(isRegex(value) || typeof value === 'string')) return undefined;
  const { pattern, options } = typeof value === 'string' ? { pattern: value, options: '' } : parts(value);
  const literal = /^\^([\p{L}\p{N} _@:/-]+)(?![*+?{|]|.*\|)/su.exec(pattern)?.[1];
  if (!literal || options !== '') return undefined;
  const sure = /[*+?{]/.test(pattern[literal.length + 1] ?? '') ? literal.slice(0, -1) : literal;
  if (sure === '') return undefined;
  const bytes = encodeKey(sure).subarray(0, -2); // without the end mark of a string
  const interval = { low: bytes, lowAfter: false, high: bytes, highAfter: true };
  return { intervals: [interval], arePoints: false, proved: [], impliesPresence: true };
}

function parts(value: RegExp | BSONRegExp) {
  return regexParts(value);
}

/** The same stretch of a descending field. */
export function inverted({ low, lowAfter, high, highAfter }: Interval): Interval {
  return { low: invert(high), lowAfter: !highAfter, high: invert(low), highAfter: !lowAfter };
}
