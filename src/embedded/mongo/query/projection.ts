import { evalExpr } from 'mingo/core';
import { mingoOptions } from '../aggregate/context.js';
import { prepareExpression } from '../aggregate/expression.js';
import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { setAt, valueAt } from '../update/paths.js';
import { positionsOf } from '../update/positional.js';
import { isNumeric, toNumber } from '../values/order.js';
import { matcher } from './matcher.js';

export type Project = (doc: Doc) => Doc;

/** A field tree: true where the path ends. */
type Tree = Map<string, Tree | true>;

/** A field that is computed and put into the projected document. */
type Compute = (source: Doc, target: Doc) => void;

interface Parsed {
  readonly included: string[];
  readonly excluded: string[];
  readonly computed: Compute[];
  /** `$slice` alone keeps the other fields; every other computed field makes the projection an inclusion. */
  readonly makesInclusion: boolean;
}

/** Compiles the projection of a find; undefined where it keeps documents as they are. Rule: MongoDB manual, "Project Fields". */
export function compileProjection(projection: Doc, filter: Doc, variables: Doc = {}): Project | undefined {
  if (Object.keys(projection).length === 0) return undefined;
  const { _id: id, ...rest } = projection;
  const parsed = parse(flatten(rest), filter, variables);
  const isInclusion =
    parsed.included.length > 0 ||
    parsed.makesInclusion ||
    (Object.keys(rest).length === 0 && isKept(id) && id !== undefined);
  if (isInclusion && parsed.excluded.length > 0) {
    throw fault(31254, `Cannot do exclusion on field ${parsed.excluded[0]} in inclusion projection`);
  }
  const keepsId = id === undefined || isKept(id);
  const tree = treeOf(
    isInclusion ? [...(keepsId ? ['_id'] : []), ...parsed.included] : [...(keepsId ? [] : ['_id']), ...parsed.excluded],
  );
  const cut = isInclusion ? include : exclude;
  return (doc) => {
    const target = cut(doc, tree);
    for (const compute of parsed.computed) compute(doc, target);
    return target;
  };
}

function isKept(value: unknown): boolean {
  return isNumeric(value) ? toNumber(value) !== 0 : value !== false;
}

/** `{ a: { b: 1 } }` means `{ 'a.b': 1 }`. */
function flatten(projection: Doc, prefix = ''): [string, unknown][] {
  return Object.entries(projection).flatMap(([name, value]): [string, unknown][] => {
    const isNested = isDoc(value) && !Object.keys(value)[0]?.startsWith('$');
    if (isNested && Object.keys(value).length === 0)
      throw fault(51270, 'An empty sub-projection is not a valid value.');
    return isNested ? flatten(value, `${prefix}${name}.`) : [[`${prefix}${name}`, value]];
  });
}

function parse(entries: readonly [string, unknown][], filter: Doc, variables: Doc): Parsed {
  const parsed = {
    included: [] as string[],
    excluded: [] as string[],
    computed: [] as Compute[],
    makesInclusion: false,
  };
  for (const [path, value] of entries) {
    if (path.startsWith('$')) throw fault(16410, `FieldPath field names may not start with '$': ${path}`);
    if (path.endsWith('.$') && isPlain(value)) {
      parsed.makesInclusion = true;
      parsed.computed.push(matchedElement(path.slice(0, -2), filter));
    } else if (isPlain(value)) {
      (isKept(value) ? parsed.included : parsed.excluded).push(path);
    } else if (isDoc(value) && '$slice' in value && !isSliceExpression(value.$slice)) {
      parsed.computed.push(slice(path, value.$slice));
    } else {
      parsed.makesInclusion = true;
      parsed.computed.push(
        isDoc(value) && '$elemMatch' in value ? elemMatch(path, value.$elemMatch) : expression(path, value, variables),
      );
    }
  }
  return parsed;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

/** `{ $slice: [array, n] }` is the aggregation operator, `{ $slice: [skip, n] }` the projection. */
function isSliceExpression(value: unknown): boolean {
  return Array.isArray(value) && !value.every((part) => typeof part === 'number');
}

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    const parts = path.split('.');
    let tree = root;
    parts.forEach((part, i) => {
      const next = tree.get(part);
      const isLast = i === parts.length - 1;
      if (next === true || (next && isLast)) throw fault(31250, `Path collision at ${path}`);
      if (isLast) tree.set(part, true);
      else {
        const child: Tree = next ?? new Map();
        tree.set(part, child);
        tree = child;
      }
    });
  }
  return root;
}

function include(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const branch = tree.get(name);
    if (branch === true) result[name] = doc[name];
    else if (branch) {
      const kept = into(doc[name], (inner) => include(inner, branch), true);
      if (kept !== undefined) result[name] = kept;
    }
  }
  return result;
}

function exclude(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const branch = tree.get(name);
    if (branch === undefined) result[name] = doc[name];
    else if (branch !== true) result[name] = into(doc[name], (inner) => exclude(inner, branch), false);
  }
  return result;
}

/** Applies a cut to a document or to each document of an array; other values are dropped by an inclusion. */
function into(value: unknown, cut: (doc: Doc) => Doc, dropsOthers: boolean): unknown {
  if (isDoc(value)) return cut(value);
  if (Array.isArray(value)) {
    return value.map((element) => into(element, cut, dropsOthers)).filter((element) => element !== undefined);
  }
  return dropsOthers ? undefined : value;
}

function slice(path: string, argument: unknown): Compute {
  const [skip, limit] = Array.isArray(argument) ? argument : [undefined, argument];
  if (!Number.isInteger(limit) || (skip !== undefined && (!Number.isInteger(skip) || limit <= 0))) {
    throw fault(28724, '$slice takes a number, or a position and a positive number');
  }
  const parts = path.split('.');
  return (source, target) => {
    const array = valueAt(source, parts);
    if (!Array.isArray(array)) {
      if (array !== undefined) setAt(target, parts, array);
      return;
    }
    const from = skip === undefined ? Math.min(limit, 0) : skip < 0 ? Math.max(0, array.length + skip) : skip;
    setAt(target, parts, array.slice(from, skip === undefined && limit < 0 ? undefined : from + limit));
  };
}

function elemMatch(path: string, condition: unknown): Compute {
  if (!isDoc(condition)) throw fault(31274, 'elemMatch: Invalid argument, object required');
  const matches = matcher({ element: { $elemMatch: condition } });
  return (source, target) => {
    const array = valueAt(source, [path]);
    if (!Array.isArray(array)) return;
    const found = array.find((element) => matches({ element: [element] }));
    if (found !== undefined) target[path] = [found];
  };
}

function matchedElement(path: string, filter: Doc): Compute {
  const parts = path.split('.');
  return (source, target) => {
    const array = valueAt(source, parts);
    if (!Array.isArray(array)) {
      if (array !== undefined) setAt(target, parts, array);
      return;
    }
    const position = positionsOf(source, filter, () => false).matched(parts);
    setAt(target, parts, [array[position]]);
  };
}

function expression(path: string, value: unknown, variables: Doc): Compute {
  const prepared = prepareExpression(value);
  const options = mingoOptions({ variables });
  const parts = path.split('.');
  return (source, target) => {
    const result = evalExpr(source as never, prepared as never, options);
    if (result !== undefined) setAt(target, parts, result);
  };
}
