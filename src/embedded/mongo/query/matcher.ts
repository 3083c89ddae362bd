import { Query } from 'mingo/query';
import { queryOptions } from '../aggregate/context.js';
import type { Doc } from '../bson.js';
import { prepareFilter } from './prepare.js';

export type Matches = (doc: Doc) => boolean;

/** Checks a filter (throws a MongoFault where it is malformed) and gives its test, compiled when it is first used. */
export function matcher(filter: Doc, variables: Doc = {}): Matches {
  if (Object.keys(filter).length === 0) return () => true;
  const prepared = prepareFilter(filter);
  let query: Query | undefined;
  return (doc) => {
    query ??= new Query(prepared, queryOptions(variables));
    return query.test(doc);
  };
}

/** A test of single array elements: `{ field: … }` for documents, `{ $gte: … }` or a plain value for the element itself. */
export function elementMatcher(condition: unknown, isCondition: boolean): (element: unknown) => boolean {
  const matches = matcher(isCondition ? (condition as Doc) : { element: condition });
  return isCondition ? (element) => matches(element as Doc) : (element) => matches({ element });
}
