import { z } from 'zod';
import type { Doc } from '../bson.js';
import { fault } from '../errors.js';
import { plan } from '../plan/plan.js';
import { collect, type Found } from '../plan/scan.js';
import { compileProjection } from '../query/projection.js';
import { parseSort } from '../query/sort.js';
import { removeDocument, type Storage } from '../storage/documents.js';
import { compileUpdate } from '../update/compile.js';
import { type Command, collation, command, doc, docs, flag, hint, parse, text } from './schema.js';
import { applyTo, insertUpsert } from './update.js';
import { collectionFor } from './write.js';

const options = {
  query: doc.default({}),
  sort: doc.nullish(),
  remove: flag.default(false),
  update: z.union([doc, docs]).optional(),
  new: flag.default(false),
  upsert: flag.default(false),
  fields: doc.nullish(),
  arrayFilters: docs.optional(),
  bypassDocumentValidation: flag.optional(),
  let: doc.optional(),
  hint,
  collation,
};

const schema = command({ findAndModify: text, ...options });

type Options = z.output<typeof schema>;

export const findAndModify: Command = ({ storage, db, request }) => {
  const given =
    request.name === 'findandmodify'
      ? { ...rest(request.body), findAndModify: request.body.findandmodify }
      : request.body;
  const asked = parse(schema, given, 'findAndModify');
  if (asked.remove === (asked.update !== undefined)) {
    throw fault(
      'FailedToParse',
      asked.remove
        ? 'Cannot specify both an update and remove=true'
        : 'Either an update or remove=true must be specified',
    );
  }
  if (asked.remove && (asked.upsert || asked.new)) {
    throw fault('FailedToParse', `Cannot specify both ${asked.upsert ? 'upsert' : 'new'}=true and remove=true`);
  }
  return storage.store.write(() => run(storage, db, asked.findAndModify, asked));
};

function rest(body: Doc): Doc {
  const { findandmodify: _name, ...others } = body;
  return others;
}

function run(storage: Storage, db: string, name: string, asked: Options): Doc {
  const { query: filter, upsert, let: variables = {}, arrayFilters } = asked;
  const update = asked.remove
    ? undefined
    : compileUpdate(asked.update, { variables, ...(arrayFilters ? { arrayFilters } : {}) });
  const project = compileProjection(asked.fields ?? {}, filter, variables) ?? ((one: Doc) => one);
  const sort = parseSort(asked.sort ?? {});
  const collection = upsert ? collectionFor(storage, db, name) : storage.catalog.find(db, name);
  if (!collection) return answer(null, asked.remove ? { n: 0 } : { n: 0, updatedExisting: false });
  const found = collect(storage, collection, plan(collection, { filter, sort, hint: asked.hint, variables }), 0, 1)[0];
  if (found && update) {
    const before = asked.new ? undefined : project(found.doc);
    const after = applyTo(storage, collection, found, update, filter);
    return answer(before ?? project(after ?? found.doc), { n: 1, updatedExisting: true });
  }
  if (found) return removed(storage, collection, found, project);
  if (!update || !upsert) return answer(null, asked.remove ? { n: 0 } : { n: 0, updatedExisting: false });
  const inserted = insertUpsert(storage, collection, update, filter);
  return answer(asked.new ? project(inserted) : null, { n: 1, updatedExisting: false, upserted: inserted._id });
}

function removed(
  storage: Storage,
  collection: Parameters<typeof removeDocument>[1],
  found: Found,
  project: (one: Doc) => Doc,
): Doc {
  removeDocument(storage, collection, found);
  return answer(project(found.doc), { n: 1 });
}

function answer(value: Doc | null, lastErrorObject: Doc): Doc {
  return { lastErrorObject, value, ok: 1 };
}
