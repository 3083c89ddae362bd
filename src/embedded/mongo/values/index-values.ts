import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { field, isIndex } from './path.js';

/** Stands for an empty array in an index: it has no element, and is not the same as null. */
export const EMPTY_ARRAY = Symbol('empty array');

interface Walk {
  readonly value: unknown;
  readonly parts: readonly string[];
  readonly at: number;
  /** The value is final: an element of an array that the path ended at, not to be expanded again. */
  readonly isElement?: boolean;
}

/**
 * The combinations of values that a document has for the paths of an index: several where a path meets an array. Fields
 * below one array are taken from the same element together; two different arrays in one index are refused, as by MongoDB.
 */
export function indexValues(
  doc: Doc,
  paths: readonly (readonly string[])[],
): { rows: unknown[][]; isMultikey: boolean } {
  const rows: unknown[][] = [];
  const isMultikey = expand(
    paths.map((parts) => advance({ value: doc, parts, at: 0 })),
    rows,
  );
  return { rows, isMultikey };
}

function expand(walks: readonly Walk[], rows: unknown[][]): boolean {
  const array = walks.find(isAtArray)?.value as unknown[] | undefined;
  if (!array) {
    rows.push(walks.map(({ value }) => value));
    return false;
  }
  if (walks.some((walk) => isAtArray(walk) && walk.value !== array)) {
    throw fault('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  const elements = array.length === 0 ? [undefined] : array;
  for (const element of elements) {
    const isEmpty = array.length === 0;
    expand(
      walks.map((walk) => (isAtArray(walk) ? enter(walk, element, isEmpty) : walk)),
      rows,
    );
  }
  return true;
}

function isAtArray({ value, isElement }: Walk): boolean {
  return Array.isArray(value) && !isElement;
}

function enter(walk: Walk, element: unknown, isEmpty: boolean): Walk {
  const atLeaf = walk.at === walk.parts.length;
  if (isEmpty) return { ...walk, value: atLeaf ? EMPTY_ARRAY : undefined, at: walk.parts.length };
  if (atLeaf) return { ...walk, value: element, isElement: true };
  return isDoc(element) ? advance({ ...walk, value: element }) : { ...walk, value: undefined, at: walk.parts.length };
}

/** Follows the path through documents, and through arrays by position, up to its end or the first array to expand. */
function advance(walk: Walk): Walk {
  let { value, at } = walk;
  for (; at < walk.parts.length; at++) {
    const part = walk.parts[at] as string;
    if (isDoc(value)) value = field(value, part);
    else if (Array.isArray(value) && isIndex(part) && Number(part) < value.length) value = value[Number(part)];
    else if (Array.isArray(value)) break;
    else return { ...walk, value: undefined, at: walk.parts.length };
  }
  return { ...walk, value, at };
}
