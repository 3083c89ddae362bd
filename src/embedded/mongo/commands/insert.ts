import { ObjectId } from 'bson';
import { z } from 'zod';
import { type Doc, decode, isDoc, withIdFirst } from '../bson.js';
import { fault } from '../errors.js';
import { insertDocument } from '../storage/documents.js';
import { type Command, command, flag, parse, text } from './schema.js';
import { checkBatch, collectionFor, runStatements } from './write.js';

const schema = command({
  insert: text,
  documents: z.array(z.custom<Buffer>((value) => value instanceof Uint8Array, 'object')),
  ordered: flag.default(true),
  bypassDocumentValidation: flag.optional(),
});

export const insert: Command = async ({ storage, db, request }) => {
  const { insert: name, documents, ordered } = parse(schema, request.body, 'insert');
  checkBatch(documents);
  const prepared = documents.map(prepare);
  return storage.store.write(() => {
    const collection = collectionFor(storage, db, name);
    const { done, writeErrors } = runStatements(prepared, ordered, (make) => {
      const { raw, doc } = make();
      insertDocument(storage, collection, raw, doc);
    });
    return { n: done.length, ...writeErrors, ok: 1 };
  });
};

/** Decodes before the transaction begins; what is wrong with a document is reported in its turn. */
function prepare(given: Buffer): () => { raw: Buffer; doc: Doc } {
  try {
    const raw = withIdFirst(given, () => new ObjectId());
    const doc = decode(raw);
    checkId(doc._id);
    return () => ({ raw, doc });
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Rule: MongoDB manual, "The _id Field". */
export function checkId(id: unknown): void {
  if (Array.isArray(id)) throw fault(53, `The '_id' value cannot be of type array`);
  if (id instanceof RegExp || (id as { _bsontype?: string } | null)?._bsontype === 'BSONRegExp') {
    throw fault(53, `The '_id' value cannot be of type regex`);
  }
  if (isDoc(id) && Object.keys(id).some((name) => name.startsWith('$'))) {
    throw fault('DollarPrefixedFieldName', '_id fields may not contain $-prefixed fields');
  }
}
