import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { compareValues } from '../values/compare.js';
import { EMPTY_ARRAY, indexValues } from '../values/index-values.js';
import { field } from '../values/path.js';

export interface SortField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

/** Checks a sort document; `{ $meta: … }` and other directions than 1 and -1 are refused; a find may say `$natural`. */
export function parseSort(sort: Doc, allowsNatural = false): SortField[] {
  return Object.entries(sort).map(([path, direction]) => {
    if (isDoc(direction)) throw fault('BadValue', `sort by ${Object.keys(direction)[0] ?? '{}'} is not supported`);
    if (direction !== 1 && direction !== -1) {
      throw fault('BadValue', `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    }
    if (path === '' || (path.startsWith('$') && !(allowsNatural && path === '$natural')))
      throw fault('BadValue', `FieldPath may not be '${path}'`);
    return { path, parts: path.split('.'), direction };
  });
}

/**
 * Stable sort by MongoDB's order. An array sorts by its smallest element, or by its largest when descending; an empty
 * array before null. Rule: MongoDB manual, "cursor.sort()", "Sorting on array fields".
 */
export function sortBy<T>(items: readonly T[], fields: readonly SortField[], docOf: (item: T) => Doc): T[] {
  const keyed = items.map((item) => ({ item, keys: fields.map((field) => sortKey(docOf(item), field)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < fields.length; i++) {
      const order = compareKeys(a.keys[i], b.keys[i]);
      if (order !== 0) return order * (fields[i] as SortField).direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function compareKeys(a: unknown, b: unknown): number {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY);
  return compareValues(a, b);
}

/** The value a document sorts by: of those that an index would hold for it, the first in the direction asked. */
function sortKey(doc: Doc, { path, parts, direction }: SortField): unknown {
  const plain = parts.length === 1 ? field(doc, path) : undefined;
  if (parts.length === 1 && !Array.isArray(plain)) return plain;
  const values = indexValues(doc, [parts]).rows.map(([value]) => value);
  return values.reduce((best, value) => (compareKeys(value, best) * direction < 0 ? value : best));
}
