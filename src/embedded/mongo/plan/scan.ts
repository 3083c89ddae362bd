import { type Doc, decode } from '../bson.js';
import { sortBy } from '../query/sort.js';
import type { Collection } from '../storage/catalog.js';
import type { Storage } from '../storage/documents.js';
import { documentKey, type KeyRange, recordOf } from '../storage/keys.js';
import type { Plan } from './plan.js';

/** A document that was found; `doc` decodes it on first use. */
export interface Found {
  readonly record: number;
  readonly raw: Buffer;
  readonly doc: Doc;
}

/** Where a walk stands, so that it can go on in a later call: no read transaction stays open between two batches. */
export interface Position {
  range: number;
  lastKey: Buffer | undefined;
  readonly seen: Set<number>;
}

export function startPosition(): Position {
  return { range: 0, lastKey: undefined, seen: new Set() };
}

class LazyFound implements Found {
  #doc: Doc | undefined;
  constructor(
    readonly record: number,
    readonly raw: Buffer,
  ) {}

  get doc(): Doc {
    this.#doc ??= decode(this.raw);
    return this.#doc;
  }
}

/** Walks a plan from `position` on and gives the documents that match, in the plan's order, unsorted otherwise. */
export function* walk(
  storage: Storage,
  collection: Collection,
  plan: Plan,
  position = startPosition(),
): Generator<Found> {
  const ranges = plan.isReverse ? plan.ranges.toReversed() : plan.ranges;
  for (; position.range < ranges.length; position.range++, position.lastKey = undefined) {
    const { start, end } = remaining(ranges[position.range] as KeyRange, position.lastKey, plan.isReverse);
    for (const found of plan.index
      ? byIndex(storage, collection, plan, start, end, position)
      : byRecord(storage, plan, start, end, position)) {
      if (!plan.matches || plan.matches(found.doc)) yield found;
    }
  }
}

function remaining({ start, end }: KeyRange, lastKey: Buffer | undefined, isReverse: boolean): KeyRange {
  if (!lastKey) return { start, end };
  return isReverse ? { start, end: lastKey } : { start: Buffer.concat([lastKey, Buffer.from([0])]), end };
}

function* byRecord({ store }: Storage, plan: Plan, start: Buffer, end: Buffer, position: Position): Generator<Found> {
  for (const { key, value } of store.range(start, end, plan.isReverse)) {
    position.lastKey = key;
    yield new LazyFound(recordOf(key), value);
  }
}

function* byIndex(
  { store }: Storage,
  collection: Collection,
  plan: Plan,
  start: Buffer,
  end: Buffer,
  position: Position,
): Generator<Found> {
  for (const key of store.keys(start, end, plan.isReverse)) {
    position.lastKey = key;
    const record = recordOf(key);
    if (plan.repeats) {
      if (position.seen.has(record)) continue;
      position.seen.add(record);
    }
    const raw = store.get(documentKey(collection.id, record));
    if (raw) yield new LazyFound(record, raw);
  }
}

/** All documents of a plan, sorted as asked, without the first `skip`, at most `limit` (0: all). */
export function collect(storage: Storage, collection: Collection, plan: Plan, skip = 0, limit = 0): Found[] {
  const end = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit;
  if (plan.sort) return sortBy([...walk(storage, collection, plan)], plan.sort, ({ doc }) => doc).slice(skip, end);
  const found: Found[] = [];
  let passed = 0;
  for (const one of walk(storage, collection, plan)) {
    if (passed++ >= skip) found.push(one);
    if (passed >= end) break;
  }
  return found;
}
