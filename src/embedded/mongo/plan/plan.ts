import type { Doc } from '../bson.js';
import { fault } from '../errors.js';
import { type Matches, matcher } from '../query/matcher.js';
import type { SortField } from '../query/sort.js';
import type { Collection, Index } from '../storage/catalog.js';
import { documentRange, type KeyRange } from '../storage/keys.js';
import { type Clause, clausesOf } from './clauses.js';
import { type IndexUse, useOf } from './index-use.js';

/** How a query reads its collection. */
export interface Plan {
  /** The index that is walked; undefined for the whole collection. */
  readonly index: Index | undefined;
  readonly ranges: readonly KeyRange[];
  readonly isReverse: boolean;
  /** One document may come up several times. */
  readonly repeats: boolean;
  /** What must still be tested on each document; undefined where the ranges prove the whole filter. */
  readonly matches: Matches | undefined;
  /** Sorting that the walk does not already give. */
  readonly sort: readonly SortField[] | undefined;
}

export interface Query {
  readonly filter: Doc;
  readonly sort?: readonly SortField[];
  /** Name or key pattern of the index to use, or `{ $natural: ±1 }`. */
  readonly hint?: unknown;
  /** Variables of `$expr`. */
  readonly variables?: Doc;
}

/** Chooses how to read. The index with the most equality fields wins, then a range, then an order that saves the sort. */
export function plan(collection: Collection, query: Query): Plan {
  const { filter, sort = [], variables } = query;
  const matches = matcher(filter, variables);
  const { clauses, isComplete } = clausesOf(filter);
  const natural = naturalDirection(query);
  const uses = natural === undefined ? usesOf(collection, query.hint, clauses, sort) : [];
  const best = uses.reduce<IndexUse | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best) {
    return {
      index: undefined,
      ranges: [documentRange(collection.id)],
      isReverse: natural === -1,
      repeats: false,
      matches: clauses.length === 0 && isComplete ? undefined : matches,
      sort: sort.length > 0 && sort[0]?.path !== '$natural' ? sort : undefined,
    };
  }
  const isProved = isComplete && clauses.every((clause) => best.proved.has(clause));
  return {
    index: best.index,
    ranges: best.ranges,
    isReverse: best.isReverse,
    repeats: best.index.spec.multikey,
    matches: isProved ? undefined : matches,
    sort: sort.length === 0 || best.givesSort ? undefined : sort,
  };
}

function naturalDirection({ hint, sort }: Query): 1 | -1 | undefined {
  const asked = typeof hint === 'object' && hint !== null ? (hint as Doc).$natural : undefined;
  if (asked === 1 || asked === -1) return asked;
  return sort?.[0]?.path === '$natural' ? sort[0].direction : undefined;
}

function usesOf(
  collection: Collection,
  hint: unknown,
  clauses: readonly Clause[],
  sort: readonly SortField[],
): IndexUse[] {
  if (hint !== undefined && hint !== '') {
    const use = useOf(hinted(collection, hint), clauses, sort, true);
    return use ? [use] : [];
  }
  return collection.indexes
    .map((index) => useOf(index, clauses, sort, false))
    .filter((use): use is IndexUse => use !== undefined);
}

function hinted({ indexes }: Collection, hint: unknown): Index {
  const wanted = typeof hint === 'string' ? hint : JSON.stringify(hint);
  const found = indexes.find(({ spec }) => spec.name === wanted || JSON.stringify(spec.key) === wanted);
  if (!found) {
    throw fault(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return found;
}
