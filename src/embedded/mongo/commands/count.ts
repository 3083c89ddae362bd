import type { Doc } from '../bson.js';
import { plan } from '../plan/plan.js';
import { walk } from '../plan/scan.js';
import type { Storage } from '../storage/documents.js';
import { documentRange } from '../storage/keys.js';
import { encodeKey } from '../values/key.js';
import { someValueAt } from '../values/path.js';
import { type Command, collation, command, doc, hint, number, parse, text } from './schema.js';

const countSchema = command({
  count: text,
  query: doc.default({}),
  limit: number.default(0),
  skip: number.default(0),
  fields: doc.nullish(),
  hint,
  collation,
});

export const count: Command = ({ storage, db, request }) => {
  const { count: name, query: filter, limit, skip, hint: wanted } = parse(countSchema, request.body, 'count');
  const all = countMatches(storage, db, name, filter, wanted);
  const left = Math.max(0, all - skip);
  return { n: limit === 0 ? left : Math.min(left, Math.abs(limit)), ok: 1 };
};

/** How many documents a filter matches; without a filter only keys are read. */
export function countMatches(
  storage: Storage,
  db: string,
  name: string,
  filter: Doc,
  wanted?: unknown,
  variables: Doc = {},
): number {
  const collection = storage.catalog.find(db, name);
  if (!collection) return 0;
  const chosen = plan(collection, { filter, hint: wanted, variables });
  let total = 0;
  if (!chosen.index && !chosen.matches) {
    const { start, end } = documentRange(collection.id);
    for (const _ of storage.store.keys(start, end)) total++;
    return total;
  }
  for (const _ of walk(storage, collection, chosen)) total++;
  return total;
}

const distinctSchema = command({ distinct: text, key: text, query: doc.nullish(), hint, collation });

export const distinct: Command = ({ storage, db, request }) => {
  const { distinct: name, key, query, hint: wanted } = parse(distinctSchema, request.body, 'distinct');
  const collection = storage.catalog.find(db, name);
  const values = new Map<string, unknown>();
  const parts = key.split('.');
  const add = (value: unknown) => {
    if (value !== undefined && !Array.isArray(value)) values.set(encodeKey(value).toString('latin1'), value);
    return false;
  };
  if (collection) {
    for (const { doc: found } of walk(storage, collection, plan(collection, { filter: query ?? {}, hint: wanted }))) {
      someValueAt(found, parts, add);
    }
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
};
