import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { clausesOf } from '../plan/clauses.js';
import { elementMatcher, matcher } from '../query/matcher.js';
import type { Positions } from './paths.js';
import { valueAt } from './paths.js';

/** The positions of an update in one document, from the filter that found it and the update's array filters. */
export function positionsOf(doc: Doc, filter: Doc, passes: Positions['passes']): Positions {
  return { matched: (path) => matchedPosition(doc, path, filter), passes };
}

/** The first element that meets all of the filter's conditions on the array, or failing that the first of them. */
function matchedPosition(doc: Doc, path: readonly string[], filter: Doc): number {
  const array = valueAt(doc, path);
  const tests = Array.isArray(array) ? elementTests(path.join('.'), filter) : [];
  const first = tests[0];
  if (first && Array.isArray(array)) {
    const all = array.findIndex((element) => tests.every((test) => test(element)));
    const position = all >= 0 ? all : array.findIndex(first);
    if (position >= 0) return position;
  }
  throw fault('BadValue', 'The positional operator did not find the match needed from the query.');
}

function elementTests(path: string, filter: Doc): ((element: unknown) => boolean)[] {
  const { clauses } = clausesOf(filter);
  return clauses.flatMap(({ path: own, operator, value }) => {
    if (own === path && operator === '$elemMatch') return [matchesElement(value as Doc)];
    if (own === path) return [elementMatcher({ [operator]: value }, false)];
    if (own.startsWith(`${path}.`)) {
      const matches = matcher({ [own.slice(path.length + 1)]: { [operator]: value } });
      return [(element: unknown) => isDoc(element) && matches(element)];
    }
    return [];
  });
}

function matchesElement(condition: Doc): (element: unknown) => boolean {
  const matches = matcher({ array: { $elemMatch: condition } });
  return (element) => matches({ array: [element] });
}

/** Compiles `arrayFilters`; each names one identifier, which some path of the update must use. */
export function compileArrayFilters(filters: readonly Doc[], used: ReadonlySet<string>): Positions['passes'] {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    const identifier = identifierOf(filter);
    if (tests.has(identifier)) {
      throw fault('FailedToParse', `Found multiple array filters with the same top-level field name ${identifier}`);
    }
    if (!used.has(identifier)) {
      throw fault('FailedToParse', `The array filter for identifier '${identifier}' was not used in the update`);
    }
    const matches = matcher(filter);
    tests.set(identifier, (element) => matches({ [identifier]: element }));
  }
  for (const identifier of used) {
    if (!tests.has(identifier)) throw fault('BadValue', `No array filter found for identifier '${identifier}' in path`);
  }
  return (identifier, element) => tests.get(identifier)?.(element) === true;
}

function identifierOf(filter: Doc): string {
  const paths = clausesInside(filter);
  const identifiers = new Set(paths.map((path) => path.split('.')[0] as string));
  const [identifier] = identifiers;
  if (identifiers.size !== 1 || identifier === undefined) {
    throw fault('FailedToParse', 'Expected a single top-level field name in an array filter');
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
    throw fault(
      'BadValue',
      `Error parsing array filter: the top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
    );
  }
  return identifier;
}

function clausesInside(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([name, value]) =>
    name.startsWith('$') && Array.isArray(value) ? value.filter(isDoc).flatMap(clausesInside) : [name],
  );
}
