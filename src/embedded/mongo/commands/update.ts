import { z } from 'zod';
import { type Doc, decode, encode } from '../bson.js';
import { plan } from '../plan/plan.js';
import { collect, type Found } from '../plan/scan.js';
import { parseSort } from '../query/sort.js';
import type { Collection } from '../storage/catalog.js';
import { INSERTED, insertDocument, replaceDocument, type Storage, UPDATED } from '../storage/documents.js';
import { compileUpdate, type Update } from '../update/compile.js';
import { checkId } from './insert.js';
import { type Command, collation, command, doc, docs, flag, hint, parse, text } from './schema.js';
import { checkBatch, collectionFor, runStatements } from './write.js';

const statement = z.strictObject({
  q: doc,
  u: z.union([doc, docs]),
  c: doc.optional(),
  multi: flag.default(false),
  upsert: flag.default(false),
  arrayFilters: docs.optional(),
  sort: doc.optional(),
  hint,
  collation,
});

const schema = command({
  update: text,
  updates: z.array(statement),
  ordered: flag.default(true),
  bypassDocumentValidation: flag.optional(),
  let: doc.optional(),
});

type Statement = z.output<typeof statement>;

interface Result {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: unknown;
}

export const update: Command = ({ storage, db, request }) => {
  const { update: name, updates, ordered, let: variables } = parse(schema, request.body, 'update');
  checkBatch(updates);
  return storage.store.write(() => {
    const { done, writeErrors } = runStatements(updates, ordered, (one) =>
      runUpdate(storage, db, name, one, variables),
    );
    const upserted = done.flatMap(({ index, result }) =>
      'upsertedId' in result ? [{ index, _id: result.upsertedId }] : [],
    );
    const sum = (count: (result: Result) => number) => done.reduce((total, { result }) => total + count(result), 0);
    return {
      n: sum(({ matched }) => matched) + upserted.length,
      nModified: sum(({ modified }) => modified),
      ...(upserted.length > 0 ? { upserted } : {}),
      ...writeErrors,
      ok: 1,
    };
  });
};

function runUpdate(storage: Storage, db: string, name: string, one: Statement, letVariables: Doc | undefined): Result {
  const { q: filter, multi, upsert, hint: wanted, arrayFilters } = one;
  const variables = { ...letVariables, ...one.c };
  const compiled = compileUpdate(one.u, { isMulti: multi, variables, ...(arrayFilters ? { arrayFilters } : {}) });
  const sort = one.sort ? parseSort(one.sort) : [];
  const existing = upsert ? collectionFor(storage, db, name) : storage.catalog.find(db, name);
  if (!existing) return { matched: 0, modified: 0 };
  const chosen = plan(existing, { filter, sort, hint: wanted, variables });
  const found = collect(storage, existing, chosen, 0, multi ? 0 : 1);
  if (found.length === 0 && upsert) {
    return { matched: 0, modified: 0, upsertedId: insertUpsert(storage, existing, compiled, filter)._id };
  }
  const changed = found.filter((document) => applyTo(storage, existing, document, compiled, filter) !== undefined);
  return { matched: found.length, modified: changed.length };
}

/** Only inside a write: applies an update to a stored document; the new document, or undefined where nothing changed. */
export function applyTo(
  storage: Storage,
  collection: Collection,
  old: Found,
  update: Update,
  filter: Doc,
): Doc | undefined {
  const raw = encode(update.apply(decode(old.raw), filter), UPDATED);
  if (raw.equals(old.raw)) return undefined;
  const changed = decode(raw);
  replaceDocument(storage, collection, old, raw, changed);
  return changed;
}

/** Only inside a write: inserts the document of an upsert and returns it. */
export function insertUpsert(storage: Storage, collection: Collection, update: Update, filter: Doc): Doc {
  const { _id, ...rest } = update.upsert(filter);
  checkId(_id);
  const raw = encode({ _id, ...rest }, INSERTED);
  const inserted = decode(raw);
  insertDocument(storage, collection, raw, inserted);
  return inserted;
}
