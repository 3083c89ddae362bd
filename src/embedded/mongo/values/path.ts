import { type Doc, isDoc } from '../bson.js';

const INDEX = /^(0|[1-9]\d*)$/;

export function isIndex(part: string): boolean {
  return INDEX.test(part);
}

/** A field of a document by its own name only; names like `constructor` never reach the prototype. */
export function field(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/** Told a value and whether, being an array, it is to be entered: not where the path named it by its position. */
type Visit = (value: unknown, isEnterable: boolean) => boolean;

/**
 * Calls `visit` with every value a dotted path leads to until it answers true, and returns whether it did. Arrays on the
 * way are entered element by element and, for a number, by position; a path that ends early gives undefined once.
 * Rule: MongoDB manual, "Query an Array of Embedded Documents".
 */
export function someAt(value: unknown, parts: readonly string[], visit: Visit, at = 0): boolean {
  const part = parts[at];
  if (part === undefined) return visit(value, true);
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length) {
      const element: unknown = value[Number(part)];
      if (at === parts.length - 1 ? visit(element, false) : someAt(element, parts, visit, at + 1)) return true;
    }
    return value.some((element) => isDoc(element) && someAt(element, parts, visit, at));
  }
  if (isDoc(value)) return someAt(field(value, part), parts, visit, at + 1);
  return visit(undefined, true);
}

/** As `someAt`, and where the path ends at an array its elements are offered too, after the array itself. */
export function someValueAt(value: unknown, parts: readonly string[], visit: (value: unknown) => boolean): boolean {
  return someAt(value, parts, (leaf, isEnterable) => {
    return visit(leaf) || (isEnterable && Array.isArray(leaf) && leaf.some((element) => visit(element)));
  });
}

/** All values a path leads to, arrays followed by their elements. */
export function valuesAt(value: unknown, parts: readonly string[]): unknown[] {
  const values: unknown[] = [];
  someValueAt(value, parts, (one) => {
    values.push(one);
    return false;
  });
  return values;
}
