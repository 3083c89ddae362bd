import { ObjectId } from 'bson';
import { type Doc, decode, encode, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { plan } from '../plan/plan.js';
import { collect } from '../plan/scan.js';
import type { Collection } from '../storage/catalog.js';
import {
  INSERTED,
  insertDocument,
  removeDocument,
  replaceDocument,
  type Storage,
  UPDATED,
} from '../storage/documents.js';
import { compileUpdate } from '../update/compile.js';
import { valueAt } from '../update/paths.js';

/** Writes the result of a pipeline; runs inside a write. */
export type WriteResult = (storage: Storage, docs: readonly Doc[]) => void;

/** The `$out` or `$merge` that a pipeline ends with, compiled; undefined where there is none. Elsewhere they are refused. */
export function writeStage(pipeline: readonly unknown[], db: string): WriteResult | undefined {
  const position = pipeline.findIndex((stage) => isDoc(stage) && ('$out' in stage || '$merge' in stage));
  if (position === -1) return undefined;
  const stage = pipeline[position] as Doc;
  const name = '$out' in stage ? '$out' : '$merge';
  if (position !== pipeline.length - 1) throw fault(40601, `${name} can only be the final stage in the pipeline`);
  return name === '$out' ? out(stage.$out, db) : merge(stage.$merge, db);
}

function target(name: string, spec: unknown, db: string): { db: string; coll: string } {
  if (typeof spec === 'string' && spec !== '') return { db, coll: spec };
  const { db: other = db, coll, ...rest } = isDoc(spec) ? spec : {};
  const unknown = Object.keys(rest)[0];
  if (unknown) throw fault(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  if (typeof coll !== 'string' || typeof other !== 'string') throw fault(16990, `${name} needs a collection name`);
  return { db: other, coll };
}

/** Replaces all documents of the target and keeps its indexes. Duplicates are refused before the old ones are gone. */
function out(spec: unknown, db: string): WriteResult {
  const { db: targetDb, coll } = target('$out', spec, db);
  return (storage, docs) => {
    const collection = storage.catalog.find(targetDb, coll) ?? storage.catalog.create(targetDb, coll);
    const old = collect(storage, collection, plan(collection, { filter: {} }));
    for (const document of old) removeDocument(storage, collection, document);
    const inserted: Doc[] = [];
    try {
      for (const one of docs) {
        insert(storage, collection, one);
        inserted.push(one);
      }
    } catch (error) {
      for (const document of collect(storage, collection, plan(collection, { filter: {} })))
        removeDocument(storage, collection, document);
      for (const { raw, doc } of old) insertDocument(storage, collection, raw, doc);
      throw error;
    }
  };
}

function insert(storage: Storage, collection: Collection, document: Doc): void {
  const raw = encode({ _id: new ObjectId(), ...document }, INSERTED);
  insertDocument(storage, collection, raw, decode(raw));
}

const MATCHED = ['merge', 'replace', 'keepExisting', 'fail'];
const NOT_MATCHED = ['insert', 'discard', 'fail'];

function merge(spec: unknown, db: string): WriteResult {
  const given: Doc = typeof spec === 'string' ? { into: spec } : isDoc(spec) ? spec : {};
  const { into, on = '_id', whenMatched = 'merge', whenNotMatched = 'insert', let: variables, ...rest } = given;
  const unknown = Object.keys(rest)[0];
  if (unknown) throw fault(40415, `BSON field '$merge.${unknown}' is an unknown field.`);
  if (variables !== undefined) throw fault('CommandNotSupported', '$merge.let is not supported');
  const { db: targetDb, coll } = target('$merge', into, db);
  if (!Array.isArray(whenMatched) && !MATCHED.includes(String(whenMatched)))
    throw fault('BadValue', `Enumeration value '${whenMatched}' for field '$merge.whenMatched' is not a valid value.`);
  if (!NOT_MATCHED.includes(String(whenNotMatched)))
    throw fault(
      'BadValue',
      `Enumeration value '${whenNotMatched}' for field '$merge.whenNotMatched' is not a valid value.`,
    );
  const paths = (Array.isArray(on) ? on : [on]).map(String);
  return (storage, docs) => {
    const collection = storage.catalog.find(targetDb, coll) ?? storage.catalog.create(targetDb, coll);
    refuseWithoutUniqueIndex(collection, paths);
    for (const one of docs) mergeOne(storage, collection, one, paths, whenMatched, String(whenNotMatched));
  };
}

function refuseWithoutUniqueIndex({ indexes }: Collection, paths: readonly string[]): void {
  const wanted = [...paths].sort().join('\0');
  const isThere = indexes.some(
    ({ spec }) => spec.unique && !spec.partialFilterExpression && Object.keys(spec.key).sort().join('\0') === wanted,
  );
  if (!isThere) throw fault(51183, 'Cannot find index to verify that join fields will be unique');
}

function mergeOne(
  storage: Storage,
  collection: Collection,
  document: Doc,
  paths: readonly string[],
  whenMatched: unknown,
  whenNotMatched: string,
): void {
  const filter = Object.fromEntries(paths.map((path) => [path, valueAt(document, path.split('.')) ?? null]));
  const [old] = collect(storage, collection, plan(collection, { filter }), 0, 1);
  if (!old && whenNotMatched === 'fail')
    throw fault(13113, '$merge could not find a matching document in the target collection');
  if (!old && whenNotMatched === 'insert') insert(storage, collection, document);
  if (!old || whenMatched === 'keepExisting') return;
  if (whenMatched === 'fail') throw fault('DuplicateKey', '$merge with whenMatched: fail found an existing document');
  const update = Array.isArray(whenMatched)
    ? compileUpdate(whenMatched, { variables: { new: document } })
    : compileUpdate(
        whenMatched === 'replace'
          ? withoutId(document)
          : [{ $replaceWith: { $mergeObjects: ['$$ROOT', { $literal: withoutId(document) }] } }],
      );
  const raw = encode(update.apply(decode(old.raw), filter), UPDATED);
  if (!raw.equals(old.raw)) replaceDocument(storage, collection, old, raw, decode(raw));
}

function withoutId({ _id, ...rest }: Doc): Doc {
  return rest;
}
