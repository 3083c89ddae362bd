import { evalExpr } from 'mingo/core';
import type { Iterator as LazyDocs } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { cloneDeep } from 'mingo/util';
import { type Doc, isDoc } from '../bson.js';

/**
 * `$addFields` and `$set`: all expressions see the document as it came; `{ a: { b: … } }` means `a.b`; a path through an
 * array reaches each of its elements; an expression without a value removes the field.
 */
export function addFields(docs: LazyDocs, spec: Doc, options: Options): LazyDocs {
  const fields = flatten(spec);
  return docs.map((doc: Doc) => {
    const values = fields.map(({ expression }) => evalExpr(doc as never, expression as never, options));
    const result = fields.some(({ parts }) => parts.length > 1) ? cloneDeep(doc) : { ...doc };
    fields.forEach(({ parts }, i) => {
      set(result, parts, values[i]);
    });
    return result;
  });
}

interface Field {
  readonly parts: readonly string[];
  readonly expression: unknown;
}

function flatten(spec: Doc, above: readonly string[] = []): Field[] {
  return Object.entries(spec).flatMap(([name, expression]): Field[] => {
    const parts = [...above, ...name.split('.')];
    const isNested =
      isDoc(expression) && Object.keys(expression).length > 0 && !Object.keys(expression)[0]?.startsWith('$');
    return isNested ? flatten(expression, parts) : [{ parts, expression }];
  });
}

function set(holder: Doc, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) holder[name] = within(holder[name], rest, value);
  else if (value === undefined) delete holder[name];
  else holder[name] = value;
}

function within(current: unknown, parts: readonly string[], value: unknown): unknown {
  if (Array.isArray(current)) return current.map((element) => within(element, parts, value));
  if (value === undefined && !isDoc(current)) return current;
  const holder = isDoc(current) ? current : {};
  set(holder, parts, value);
  return holder;
}
