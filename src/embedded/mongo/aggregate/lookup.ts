import { Aggregator } from 'mingo/aggregator';
import { evalExpr } from 'mingo/core';
import type { Iterator as LazyDocs } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { cloneDeep } from 'mingo/util';
import type { Doc } from '../bson.js';
import { valuesAt } from '../values/path.js';

/** Finds the documents of another collection by a filter. */
export type FindIn = (collection: string, filter: Doc) => Doc[];

interface Spec {
  readonly from: string;
  readonly as: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly let?: Doc;
  readonly pipeline?: Doc[];
}

/** `$lookup` by equality, by pipeline, or by both; the equality is a query of its own, which an index may serve. */
export function lookupStage(findIn: FindIn) {
  return (docs: LazyDocs, spec: Spec, options: Options): LazyDocs => {
    const candidates = candidatesOf(findIn, spec);
    const { pipeline } = spec;
    return docs.map((doc: Doc) => {
      const found = candidates(doc);
      return { ...doc, [spec.as]: pipeline ? runInner(pipeline, found, doc, spec.let, options) : found };
    });
  };
}

function candidatesOf(findIn: FindIn, { from, localField, foreignField }: Spec): (doc: Doc) => Doc[] {
  if (localField === undefined || foreignField === undefined) {
    let all: Doc[] | undefined; // the same for every document: read once
    return () => (all ??= findIn(from, {}));
  }
  const parts = localField.split('.');
  return (doc) => findIn(from, { [foreignField]: { $in: localValues(doc, parts) } });
}

/** A missing local field joins with null and missing, an array with each of its elements. */
function localValues(doc: Doc, parts: readonly string[]): unknown[] {
  const values = valuesAt(doc, parts).filter((value) => !Array.isArray(value));
  return values.length > 0 ? values.map((value) => value ?? null) : valuesAt(doc, parts).length > 0 ? [] : [null];
}

function runInner(pipeline: Doc[], found: Doc[], doc: Doc, letSpec: Doc | undefined, options: Options): Doc[] {
  const variables = { ...options.variables, ...evaluated(letSpec, doc, options) };
  const plain = { ...plainOptions(options), variables };
  // Stages change documents in place, and one found document may be joined to several.
  return new Aggregator(pipeline, plain).run(found.map((one) => cloneDeep(one))) as Doc[];
}

function evaluated(letSpec: Doc | undefined, doc: Doc, options: Options): Doc {
  const pairs = Object.entries(letSpec ?? {});
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, evalExpr(doc as never, value as never, plainOptions(options))]),
  );
}

/** The options that mingo wrapped for the outer pipeline, without its current document. */
function plainOptions(options: Options): Options {
  const { idKey, processingMode, useStrictMode, scriptEnabled, failOnError, collectionResolver, variables, context } =
    options;
  return {
    idKey,
    processingMode,
    useStrictMode,
    scriptEnabled,
    failOnError,
    context,
    ...(variables ? { variables } : {}),
    ...(collectionResolver ? { collectionResolver } : {}),
  };
}
