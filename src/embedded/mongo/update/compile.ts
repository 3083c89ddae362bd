import { ObjectId } from 'bson';
import { Aggregator } from 'mingo/aggregator';
import { mingoOptions } from '../aggregate/context.js';
import { preparePipeline } from '../aggregate/prepare.js';
import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { clausesOf } from '../plan/clauses.js';
import { equalValues } from '../values/compare.js';
import { compileModifiers } from './modifiers.js';
import { setAt, valueAt } from './paths.js';

/** One update, compiled: makes the new document from an old one, and the document of an upsert. */
export interface Update {
  /** May change and return `doc`; `filter` is what found it. Throws where `_id` would change. */
  apply(doc: Doc, filter: Doc): Doc;
  /** The document that an upsert inserts where the filter found none. */
  upsert(filter: Doc): Doc;
}

export interface UpdateSettings {
  readonly arrayFilters?: readonly Doc[];
  readonly variables?: Doc;
  readonly isMulti?: boolean;
}

const PIPELINE_STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** Compiles a replacement, a set of modifiers or a pipeline; throws a MongoFault where it is malformed. */
export function compileUpdate(update: unknown, settings: UpdateSettings = {}): Update {
  const change = compileChange(update, settings);
  return {
    apply: (doc, filter) => keepingId(doc, (own) => change(own, filter, false)),
    upsert: (filter) => upserted(change, filter),
  };
}

type Change = (doc: Doc, filter: Doc, isInsert: boolean) => Doc;

function compileChange(
  update: unknown,
  { arrayFilters = [], variables = {}, isMulti = false }: UpdateSettings,
): Change {
  if (Array.isArray(update)) {
    if (arrayFilters.length > 0)
      throw fault('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
    return compilePipeline(update, variables);
  }
  if (!isDoc(update)) throw fault('FailedToParse', 'Update argument must be either an object or an array');
  if (Object.keys(update)[0]?.startsWith('$')) {
    const apply = compileModifiers(update, arrayFilters);
    return (doc, filter, isInsert) => {
      apply(doc, filter, isInsert);
      return doc;
    };
  }
  return compileReplacement(update, isMulti);
}

function compileReplacement(replacement: Doc, isMulti: boolean): Change {
  const dollar = Object.keys(replacement).find((name) => name.startsWith('$'));
  if (dollar) {
    throw fault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`,
    );
  }
  if (isMulti) throw fault('FailedToParse', 'multi update is not supported for replacement-style update');
  return (doc) => ('_id' in doc && !('_id' in replacement) ? { _id: doc._id, ...replacement } : { ...replacement });
}

function compilePipeline(stages: readonly unknown[], variables: Doc): Change {
  const pipeline = preparePipeline(stages);
  const refused = pipeline.map((stage) => Object.keys(stage)[0] as string).find((name) => !PIPELINE_STAGES.has(name));
  if (refused) throw fault('InvalidOptions', `${refused} is not allowed to be used within an update`);
  const aggregator = new Aggregator(pipeline, mingoOptions({ variables }));
  return (doc) => (aggregator.run([doc])[0] ?? {}) as Doc;
}

function keepingId(doc: Doc, change: (doc: Doc) => Doc): Doc {
  const id = doc._id;
  const result = change(doc);
  if (result._id === undefined && id !== undefined && !('_id' in result)) result._id = id;
  if (!equalValues(result._id, id) && !(id === null && result._id === null)) {
    throw fault('ImmutableField', `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  return result;
}

function upserted(change: Change, filter: Doc): Doc {
  const seed = seedOf(filter);
  const hadId = '_id' in seed;
  const result = hadId ? keepingId(seed, (doc) => change(doc, filter, true)) : change(seed, filter, true);
  return '_id' in result ? result : { _id: new ObjectId(), ...result };
}

/** The equalities of a filter become the first fields of an upserted document. Rule: MongoDB manual, "Upsert Behavior". */
function seedOf(filter: Doc): Doc {
  const seed: Doc = {};
  for (const { path, operator, value } of clausesOf(filter).clauses) {
    const only =
      operator === '$eq'
        ? value
        : operator === '$in' && Array.isArray(value) && value.length === 1
          ? value[0]
          : undefined;
    if (only === undefined) continue;
    const parts = path.split('.');
    if (valueAt(seed, parts) !== undefined) {
      throw fault('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    setAt(seed, parts, only);
  }
  return seed;
}
