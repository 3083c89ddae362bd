import type { BSONRegExp, Long } from 'bson';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { bsonType, type Doc, isDoc } from '../bson.js';
import { compareValues, equalValues } from '../values/compare.js';
import { isNumeric, RANK, rankOf, toNumber } from '../values/order.js';
import { someAt, someValueAt } from '../values/path.js';
import { hasType, typeAlias } from '../values/type-name.js';
import { bitTests } from './bits.js';
import { toRegExp } from './regex.js';

/** A query operator as mingo calls it: compiled once, then asked for every document. */
type Operator<A = unknown> = (selector: string, argument: A, options: Options) => (doc: unknown) => boolean;

/** True where any value at the path passes; arrays offer themselves and their elements. */
function anyValue<A>(prepare: (argument: A, options: Options) => (value: unknown) => boolean): Operator<A> {
  return (selector, argument, options) => {
    const parts = selector.split('.');
    const test = prepare(argument, options);
    return (doc) => someValueAt(doc, parts, test);
  };
}

/** True where any value at the path passes, arrays only as a whole. */
function anyWhole<A>(prepare: (argument: A, options: Options) => (value: unknown) => boolean): Operator<A> {
  return (selector, argument, options) => {
    const parts = selector.split('.');
    const test = prepare(argument, options);
    return (doc) => someAt(doc, parts, test);
  };
}

function negated<A>(operator: Operator<A>): Operator<A> {
  return (selector, argument, options) => {
    const test = operator(selector, argument, options);
    return (doc) => !test(doc);
  };
}

export function isRegex(value: unknown): value is RegExp | BSONRegExp {
  return value instanceof RegExp || bsonType(value) === 'BSONRegExp';
}

function equalTo(wanted: unknown): (value: unknown) => boolean {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  return (value) => equalValues(value, wanted);
}

function equalOrMatching(wanted: unknown): (value: unknown) => boolean {
  if (!isRegex(wanted)) return equalTo(wanted);
  const matches = matching(wanted);
  return (value) => matches(value) || (isRegex(value) && equalValues(value, wanted));
}

function matching(regex: RegExp | BSONRegExp): (value: unknown) => boolean {
  const compiled = toRegExp(regex);
  return (value) => typeof value === 'string' && compiled.test(value);
}

function oneOf(wanted: readonly unknown[]): (value: unknown) => boolean {
  const plain = new Set(wanted.filter((item) => typeof item === 'string' || typeof item === 'number'));
  const others = wanted.filter((item) => !plain.has(item as string | number)).map(equalOrMatching);
  const numeric = wanted.some((item) => typeof item === 'number');
  const numbers = numeric ? wanted.filter((item) => typeof item === 'number').map(equalTo) : [];
  return (value) =>
    plain.has(value as string) ||
    others.some((test) => test(value)) ||
    (bsonType(value) !== undefined && numbers.some((test) => test(value)));
}

/** A comparison matches values of the argument's own type only, as MongoDB brackets types. */
function comparing(accepts: (order: number) => boolean): Operator {
  return anyValue((wanted) => {
    const rank = rankOf(wanted);
    if (rank === RANK.null) return (value) => accepts(0) && rankOf(value) === RANK.null;
    if (rank === RANK.minKey || rank === RANK.maxKey) return (value) => accepts(compareValues(value, wanted));
    if (isNan(wanted)) return (value) => accepts(0) && isNan(value);
    return (value) =>
      value !== undefined && rankOf(value) === rank && !isNan(value) && accepts(compareValues(value, wanted));
  });
}

function isNan(value: unknown): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** Operators that look at an array as a whole: an element that is an array is given to them as it is. */
const ABOUT_ARRAYS = ['$size', '$all', '$elemMatch', '$exists'];

function elementTest(criteria: Doc, options: Options): (element: unknown) => boolean {
  const names = Object.keys(criteria);
  const [first] = names;
  const isAboutValue = first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first);
  if (!isAboutValue) {
    const query = new Query(criteria, options);
    return (element) =>
      (isDoc(element) && query.test(element)) ||
      (Array.isArray(element) && query.test({ ...element } as unknown as Doc));
  }
  const query = new Query({ element: criteria }, options);
  // Elements are not entered again: an array inside the array is one value, so it is tested as the only one of a list.
  const isWhole = names.some((name) => ABOUT_ARRAYS.includes(name));
  return (element) => query.test({ element: Array.isArray(element) && !isWhole ? [element] : element });
}

const $eq = anyValue(equalOrMatching);
const $in = anyValue<readonly unknown[]>(oneOf);
const $exists: Operator = (selector, wanted) => {
  const parts = selector.split('.');
  const present = (doc: unknown) => someAt(doc, parts, (value) => value !== undefined);
  return wanted ? present : (doc) => !present(doc);
};
const $elemMatch = anyWhole<Doc>((criteria, options) => {
  const test = elementTest(criteria, options);
  return (value) => Array.isArray(value) && value.some(test);
});

const $all: Operator<readonly unknown[]> = (selector, wanted, options) => {
  const tests = wanted.map((item) =>
    isDoc(item) && '$elemMatch' in item
      ? $elemMatch(selector, item.$elemMatch as Doc, options)
      : $eq(selector, item, options),
  );
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
};

const $mod = anyValue<readonly [number, number]>(([divisor, remainder]) => {
  const [whole, rest] = [Math.trunc(divisor), Math.trunc(remainder)];
  return (value) => {
    if (bsonType(value) === 'Long') return (value as Long).toBigInt() % BigInt(whole) === BigInt(rest);
    return isNumeric(value) && Math.trunc(toNumber(value)) % whole === rest;
  };
});

const $type = anyValue<unknown>((wanted) => {
  const aliases = (Array.isArray(wanted) ? wanted : [wanted]).map(typeAlias);
  return (value) => aliases.some((alias) => hasType(value, alias));
});

const BIT_OPERATORS = Object.fromEntries(Object.entries(bitTests).map(([name, prepare]) => [name, anyValue(prepare)]));

const $not: Operator = (selector, criteria, options) => {
  const query = new Query({ [selector]: criteria }, options);
  return (doc) => !query.test(doc as Doc);
};

/**
 * Query operators with MongoDB's semantics, registered over mingo's: paths through arrays, type bracketing, BSON
 * classes, field order in documents, `$type` and `$elemMatch` inside arrays.
 */
export const QUERY_OPERATORS = {
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $exists,
  $type,
  $size: anyWhole<number>((size) => (value) => Array.isArray(value) && value.length === size),
  $all,
  $elemMatch,
  $regex: anyValue<RegExp | BSONRegExp>(matching),
  $mod,
  $not,
  ...BIT_OPERATORS,
};
