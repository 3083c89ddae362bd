import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { field, isIndex } from '../values/path.js';

/** Resolves the positional parts of an update's paths for one document. */
export interface Positions {
  /** Position in the array at `path` that the filter matched: what `$` stands for. */
  matched(path: readonly string[]): number;
  /** Whether an element passes the array filter `$[identifier]`. */
  passes(identifier: string, element: unknown): boolean;
}

/** The plain paths that a path with `$`, `$[]` and `$[identifier]` stands for in a document. */
export function concretePaths(doc: Doc, parts: readonly string[], positions: Positions): string[][] {
  let paths: string[][] = [[]];
  for (const part of parts) {
    paths = paths.flatMap((path) => {
      if (part === '$') return [[...path, String(positions.matched(path))]];
      if (!part.startsWith('$[')) return [[...path, part]];
      return elementPaths(doc, path, part.slice(2, -1), positions);
    });
  }
  return paths;
}

function elementPaths(doc: Doc, path: readonly string[], identifier: string, positions: Positions): string[][] {
  const array = valueAt(doc, path);
  if (array === undefined) {
    throw fault('BadValue', `The path '${path.join('.')}' must exist in the document in order to apply array updates.`);
  }
  if (!Array.isArray(array))
    throw fault('BadValue', `Cannot apply array updates to non-array element ${path.join('.')}`);
  return array.flatMap((element, i) =>
    identifier === '' || positions.passes(identifier, element) ? [[...path, String(i)]] : [],
  );
}

/** The value exactly at a path: arrays only by position. */
export function valueAt(doc: Doc, path: readonly string[]): unknown {
  let value: unknown = doc;
  for (const part of path) {
    if (isDoc(value)) value = field(value, part);
    else if (Array.isArray(value) && isIndex(part)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}

/** Writes a value at a path, creating documents on the way and padding arrays with null; changes `doc` in place. */
export function setAt(doc: Doc, path: readonly string[], value: unknown): void {
  let holder: unknown = doc;
  path.forEach((part, i) => {
    checkHolder(holder, path, i);
    if (i === path.length - 1) {
      put(holder as Doc, part, value);
      return;
    }
    let next = Array.isArray(holder) ? holder[Number(part)] : field(holder as Doc, part);
    if (next === undefined || (Array.isArray(holder) && Number(part) >= holder.length)) {
      next = {};
      put(holder as Doc, part, next);
    }
    holder = next;
  });
}

/** Removes the field at a path; an array element becomes null, as in MongoDB. A path that does not exist is no error. */
export function unsetAt(doc: Doc, path: readonly string[]): void {
  const holder = valueAt(doc, path.slice(0, -1));
  const part = path.at(-1) as string;
  if (isDoc(holder)) delete holder[part];
  else if (Array.isArray(holder) && isIndex(part) && Number(part) < holder.length) holder[Number(part)] = null;
}

function checkHolder(holder: unknown, path: readonly string[], at: number): void {
  const part = path[at] as string;
  if (isDoc(holder) || (Array.isArray(holder) && isIndex(part))) return;
  const parent = path[at - 1] ?? '';
  throw fault('PathNotViable', `Cannot create field '${part}' in element {${parent}: ${show(holder)}}`);
}

function show(value: unknown): string {
  return Array.isArray(value) ? '[...]' : JSON.stringify(value);
}

/** More padding than this in one update is refused, as by MongoDB. */
const MOST_PADDING = 1_500_000;

function put(holder: Doc | unknown[], part: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    if (part === '__proto__') throw fault('BadValue', `the field name '__proto__' is not supported`);
    holder[part] = value;
    return;
  }
  if (Number(part) > holder.length + MOST_PADDING)
    throw fault(160, `can't backfill more than ${MOST_PADDING} elements`);
  while (holder.length < Number(part)) holder.push(null);
  holder[Number(part)] = value;
}
