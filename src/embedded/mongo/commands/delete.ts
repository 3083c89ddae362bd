import { z } from 'zod';
import { fault } from '../errors.js';
import { plan } from '../plan/plan.js';
import { collect } from '../plan/scan.js';
import { removeDocument } from '../storage/documents.js';
import { type Command, collation, command, doc, flag, hint, number, parse, text } from './schema.js';
import { checkBatch, runStatements } from './write.js';

const statement = z.strictObject({ q: doc, limit: number, hint, collation });

const schema = command({
  delete: text,
  deletes: z.array(statement),
  ordered: flag.default(true),
  let: doc.optional(),
});

export const remove: Command = ({ storage, db, request }) => {
  const { delete: name, deletes, ordered, let: variables = {} } = parse(schema, request.body, 'delete');
  checkBatch(deletes);
  for (const { limit } of deletes) {
    if (limit === 0 || limit === 1) continue;
    throw fault('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  return storage.store.write(() => {
    const collection = storage.catalog.find(db, name);
    const { done, writeErrors } = runStatements(deletes, ordered, ({ q: filter, limit, hint: wanted }) => {
      if (!collection) return 0;
      const found = collect(storage, collection, plan(collection, { filter, hint: wanted, variables }), 0, limit);
      for (const document of found) removeDocument(storage, collection, document);
      return found.length;
    });
    return { n: done.reduce((total, { result }) => total + result, 0), ...writeErrors, ok: 1 };
  });
};
