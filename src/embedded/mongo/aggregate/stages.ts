import { Lazy, type Iterator as LazyDocs } from 'mingo/lazy';
import { $redact } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import type { Doc } from '../bson.js';
import { parseSort, sortBy } from '../query/sort.js';
import { addFields } from './add-fields.js';

/** Stages that replace mingo's: sorting by the order of BSON types, nested fields, `$redact` that leaves nothing behind. */
export const STAGES = {
  $addFields: addFields,
  $set: addFields,
  $sort: (docs: LazyDocs, spec: Doc): LazyDocs => {
    const fields = parseSort(spec);
    return docs.transform((all: Doc[]) => Lazy(sortBy(all, fields, (doc) => doc)));
  },
  $redact: (docs: LazyDocs, spec: Doc, options: Options): LazyDocs =>
    $redact(docs, spec as never, options).filter((doc) => doc !== undefined),
};
