import { isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { elementMatcher } from '../query/matcher.js';
import { isRegex } from '../query/operators.js';
import { isOperatorDoc } from '../query/prepare.js';
import { parseSort, sortBy } from '../query/sort.js';
import { compareValues, equalValues } from '../values/compare.js';
import { typeName } from '../values/type-name.js';

/** A modifier prepared from its argument: the field's value (undefined where missing) → its new value. */
export type Modify = (current: unknown, path: string) => unknown;

const PUSH_CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

export function push(argument: unknown): Modify {
  const clauses = isDoc(argument) && '$each' in argument ? argument : { $each: [argument] };
  const unknown = Object.keys(clauses).find((name) => !PUSH_CLAUSES.has(name));
  if (unknown) throw fault('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const added = each('$push', clauses.$each);
  const position = whole('$position', clauses.$position);
  const slice = whole('$slice', clauses.$slice);
  const order = clauses.$sort === undefined ? undefined : elementOrder(clauses.$sort);
  return (current, path) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw fault('BadValue', `The field '${path}' must be an array but is of type ${typeName(current)} in document`);
    }
    let result: unknown[] = [...(current ?? [])];
    result.splice(position ?? result.length, 0, ...added);
    if (order) result = order(result);
    if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice);
    return result;
  };
}

function each(name: string, values: unknown): unknown[] {
  if (!Array.isArray(values)) {
    throw fault(
      'BadValue',
      `The argument to $each in ${name} must be an array but it was of type: ${typeName(values)}`,
    );
  }
  return values;
}

function whole(name: string, value: unknown): number | undefined {
  if (value !== undefined && !Number.isInteger(value)) {
    throw fault('BadValue', `The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return value as number | undefined;
}

function elementOrder(sort: unknown): (elements: readonly unknown[]) => unknown[] {
  if (sort === 1 || sort === -1) return (elements) => elements.toSorted((a, b) => compareValues(a, b) * sort);
  if (!isDoc(sort) || Object.keys(sort).length === 0) {
    throw fault(
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const fields = parseSort(sort);
  return (elements) => sortBy(elements, fields, (element) => (isDoc(element) ? element : {}));
}

export function addToSet(argument: unknown): Modify {
  const wanted = isDoc(argument) && '$each' in argument ? each('$addToSet', argument.$each) : [argument];
  return (current, path) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw fault(
        'BadValue',
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(current)}`,
      );
    }
    const result: unknown[] = [...(current ?? [])];
    for (const value of wanted) if (!result.some((one) => equalValues(one, value))) result.push(value);
    return result;
  };
}

export function pop(argument: unknown): Modify {
  if (argument !== 1 && argument !== -1) throw fault('FailedToParse', `$pop expects 1 or -1, found: ${argument}`);
  return (current, path) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) {
      throw fault('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(current)}'`);
    }
    return argument === 1 ? current.slice(0, -1) : current.slice(1);
  };
}

export function pull(condition: unknown): Modify {
  const isMatch = isDoc(condition)
    ? isOperatorDoc(condition)
      ? elementMatcher(condition, false)
      : whereDoc(elementMatcher(condition, true))
    : isRegex(condition)
      ? elementMatcher(condition, false)
      : (element: unknown) => equalValues(element, condition);
  return (current) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) throw fault('BadValue', 'Cannot apply $pull to a non-array value');
    return current.filter((element) => !isMatch(element));
  };
}

function whereDoc(matches: (element: unknown) => boolean): (element: unknown) => boolean {
  return (element) => isDoc(element) && matches(element);
}

export function pullAll(values: unknown): Modify {
  if (!Array.isArray(values)) {
    throw fault('BadValue', `$pullAll requires an array argument but was given a ${typeName(values)}`);
  }
  return (current) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) throw fault('BadValue', 'Cannot apply $pullAll to a non-array value');
    return current.filter((element) => !values.some((value) => equalValues(element, value)));
  };
}
