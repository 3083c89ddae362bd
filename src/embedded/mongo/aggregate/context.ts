import { Context, ProcessingMode } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import type { Doc } from '../bson.js';
import { QUERY_OPERATORS } from '../query/operators.js';
import { EXPRESSION_OPERATORS } from './expression-operators.js';
import { STAGES } from './stages.js';

/** Operators that run code sent by the client, or need a module that is not here: refused by name like unknown ones. */
const { $function: _function, ...safeExpressions } = expressions;
const { $accumulator: _accumulator, ...safeAccumulators } = accumulators;
const { $out: _out, $merge: _merge, $lookup: _lookup, ...safeStages } = stages;
const { $where: _where, $jsonSchema: _jsonSchema, ...safeQueries } = queries;

const OPERATORS = {
  accumulator: safeAccumulators,
  expression: { ...safeExpressions, ...EXPRESSION_OPERATORS },
  pipeline: { ...safeStages, ...STAGES },
  projection: projections,
  query: { ...safeQueries, ...QUERY_OPERATORS },
  window: windows,
};

type Operators = NonNullable<Parameters<typeof Context.init>[0]>;

const CONTEXT = Context.init(OPERATORS as unknown as Operators);

export const EXPRESSION_NAMES: ReadonlySet<string> = new Set(Object.keys(OPERATORS.expression));
export const ACCUMULATOR_NAMES: ReadonlySet<string> = new Set(Object.keys(OPERATORS.accumulator));
export const WINDOW_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(OPERATORS.window),
  ...Object.keys(OPERATORS.accumulator),
]);
export const STAGE_NAMES: ReadonlySet<string> = new Set([...Object.keys(OPERATORS.pipeline), '$lookup']);

/** Options for mingo's query and aggregation; `stages` adds stages that are bound to one command's collections. */
export function mingoOptions(settings: {
  variables?: Doc;
  stages?: Record<string, unknown>;
  collectionResolver?: (name: string) => Doc[];
}): Options {
  const { variables = {}, stages: bound, collectionResolver } = settings;
  const context = bound
    ? Context.init({ ...OPERATORS, pipeline: { ...OPERATORS.pipeline, ...bound } } as unknown as Operators)
    : CONTEXT;
  return {
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: true, // for $setWindowFields, which computes through $function; no script of a client gets there
    failOnError: true,
    variables,
    context,
    ...(collectionResolver ? { collectionResolver } : {}),
  };
}

/**
 * Options for one filter. mingo copies all operator tables whenever it is given plain options, but not when given options
 * that it wrapped itself: those of one query are kept for all that have no variables.
 */
export function queryOptions(variables: Doc): Options {
  if (Object.keys(variables).length > 0) return mingoOptions({ variables });
  wrapped ??= wrappedOptions();
  return wrapped;
}

let wrapped: Options | undefined;

function wrappedOptions(): Options {
  let seen: Options | undefined;
  const $see = (_selector: string, _argument: unknown, options: Options) => {
    seen = options;
    return () => true;
  };
  const query = { ...OPERATORS.query, $see };
  new Query(
    { field: { $see: 1 } },
    { ...mingoOptions({}), context: Context.init({ ...OPERATORS, query } as unknown as Operators) },
  );
  return seen ?? mingoOptions({});
}
