import { Aggregator } from 'mingo/aggregator';
import type { Doc } from '../bson.js';
import { plan } from '../plan/plan.js';
import { collect } from '../plan/scan.js';
import { parseSort } from '../query/sort.js';
import type { Storage } from '../storage/documents.js';
import { mingoOptions } from './context.js';
import { leadingQuery } from './leading.js';
import { type FindIn, lookupStage } from './lookup.js';
import { preparePipeline } from './prepare.js';

export interface Source {
  readonly storage: Storage;
  readonly db: string;
  /** Undefined for a pipeline that begins with `$documents`. */
  readonly collection: string | undefined;
  readonly hint?: unknown;
  readonly variables: Doc;
}

/** Runs a pipeline (without `$out` and `$merge`) and returns its documents. */
export function runPipeline(source: Source, pipeline: readonly unknown[]): Doc[] {
  const { storage, db, collection, variables } = source;
  preparePipeline(pipeline); // refuse what is malformed before anything is read
  const { filter, sort, rest } = leadingQuery(pipeline);
  const prepared = preparePipeline(rest);
  const docs = collection === undefined ? [] : found(source, collection, filter, sort);
  if (prepared.length === 0) return docs;
  const findIn: FindIn = (name, inner) =>
    found({ storage, db, collection: name, variables: {} }, name, inner, undefined);
  const options = mingoOptions({
    variables,
    stages: { $lookup: lookupStage(findIn) },
    collectionResolver: (name) => findIn(name, {}),
  });
  return new Aggregator(prepared, options).run(docs) as Doc[];
}

function found({ storage, db, hint, variables }: Source, name: string, filter: Doc, sort: Doc | undefined): Doc[] {
  const collection = storage.catalog.find(db, name);
  if (!collection) return [];
  const chosen = plan(collection, { filter, sort: sort ? parseSort(sort) : [], hint, variables });
  return collect(storage, collection, chosen).map(({ doc }) => doc);
}
