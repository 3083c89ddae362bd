import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import type { Modify } from './array-operators.js';
import { MODIFIERS } from './operators.js';
import { concretePaths, type Positions, setAt, unsetAt, valueAt } from './paths.js';
import { compileArrayFilters, positionsOf } from './positional.js';

/** Applies a compiled update to a decoded document, in place; `filter` is what found it. */
export type Apply = (doc: Doc, filter: Doc, isInsert: boolean) => void;

interface Step {
  readonly path: string;
  readonly parts: readonly string[];
  readonly onInsertOnly: boolean;
  readonly apply: (doc: Doc, path: readonly string[]) => void;
}

/** Compiles `{ $set: …, $inc: … }`. Unknown modifiers, bad paths and conflicts are refused before any document is read. */
export function compileModifiers(update: Doc, arrayFilters: readonly Doc[]): Apply {
  const steps = Object.entries(update).flatMap(([name, fields]) => stepsOf(name, fields));
  refuseConflicts(Object.entries(update));
  const identifiers = new Set(
    steps.flatMap(({ path }) => [...path.matchAll(/\$\[(\w+)\]/g)].map(([, id]) => id as string)),
  );
  const passes = compileArrayFilters(arrayFilters, identifiers);
  return (doc, filter, isInsert) => {
    const positions: Positions = positionsOf(doc, filter, passes);
    const resolved = steps
      .filter(({ onInsertOnly }) => isInsert || !onInsertOnly)
      .flatMap((step) => concretePaths(doc, step.parts, positions).map((path) => ({ step, path })));
    for (const { step, path } of resolved) step.apply(doc, path);
  };
}

function stepsOf(name: string, fields: unknown): Step[] {
  const modifier = Object.hasOwn(MODIFIERS, name) ? MODIFIERS[name] : undefined;
  if (!modifier && name !== '$unset' && name !== '$rename') {
    throw fault(
      'FailedToParse',
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) throw fault('FailedToParse', `Modifiers operate on fields but we found another type for ${name}`);
  return Object.entries(fields).map(([path, argument]) => {
    const parts = checkedParts(path);
    const step = { path, parts, onInsertOnly: name === '$setOnInsert' };
    if (name === '$unset') return { ...step, apply: unsetAt };
    if (name === '$rename') return { ...step, apply: rename(path, argument) };
    return { ...step, apply: modify((modifier as (argument: unknown) => Modify)(argument)) };
  });
}

function modify(change: Modify): Step['apply'] {
  return (doc, path) => {
    const value = change(valueAt(doc, path), path.join('.'));
    if (value !== undefined) setAt(doc, path, value);
  };
}

function rename(from: string, to: unknown): Step['apply'] {
  if (typeof to !== 'string') throw fault('BadValue', `The 'to' field for $rename must be a string: ${from}`);
  const target = checkedParts(to);
  if ([...target, ...from.split('.')].some((part) => part.startsWith('$'))) {
    throw fault('BadValue', `The source and destination field for $rename may not be dynamic: ${from}`);
  }
  return (doc, path) => {
    const value = valueAt(doc, path);
    if (value === undefined) return;
    if (crossesArray(doc, path) || crossesArray(doc, target)) {
      throw fault('BadValue', `The source and destination of $rename cannot be array elements: ${from}`);
    }
    unsetAt(doc, path);
    setAt(doc, target, value);
  };
}

function crossesArray(doc: Doc, path: readonly string[]): boolean {
  return path.some((_, i) => i > 0 && Array.isArray(valueAt(doc, path.slice(0, i))));
}

const POSITION = /^\$(\[\w*\])?$/;

function checkedParts(path: string): string[] {
  if (path === '') throw fault(56, 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes(''))
    throw fault(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  const dollar = parts.find((part, i) => part.startsWith('$') && (i === 0 || !POSITION.test(part)));
  if (dollar !== undefined && POSITION.test(dollar)) {
    throw fault('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  if (dollar !== undefined) {
    throw fault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update`,
    );
  }
  return parts;
}

/** Two modifiers may not touch the same field, nor one a field inside the other's. */
function refuseConflicts(update: readonly (readonly [string, unknown])[]): void {
  const paths = update.flatMap(([name, fields]) => {
    const entries = Object.entries(fields as Doc);
    return name === '$rename' ? entries.flatMap(([from, to]) => [from, String(to)]) : entries.map(([path]) => path);
  });
  const sorted = paths.map((path) => `${path}.`).sort();
  for (let i = 1; i < sorted.length; i++) {
    const [shorter, longer] = [sorted[i - 1] as string, sorted[i] as string];
    if (longer.startsWith(shorter)) {
      throw fault(
        'ConflictingUpdateOperators',
        `Updating the path '${longer.slice(0, -1)}' would create a conflict at '${shorter.slice(0, -1)}'`,
      );
    }
  }
}
