import type { BSONRegExp } from 'bson';
import { bsonType, type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { toRegExp } from '../query/regex.js';
import { ACCUMULATOR_NAMES, EXPRESSION_NAMES } from './context.js';

/** Checks an aggregation expression: unknown operators are refused by name; regular expressions become JavaScript's. */
export function prepareExpression(expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map(prepareExpression);
  if (bsonType(expression) === 'BSONRegExp') return toRegExp(expression as BSONRegExp);
  if (!isDoc(expression)) return expression;
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) return mapValues(expression, prepareExpression);
  if (operator === '$literal') return expression;
  if (names.length > 1) {
    throw fault(15983, `an object representing an expression must have exactly one field, found '${names.join(', ')}'`);
  }
  if (!EXPRESSION_NAMES.has(operator) && !ACCUMULATOR_NAMES.has(operator)) {
    throw fault('InvalidPipelineOperator', `Unrecognized expression '${operator}'`);
  }
  return mapValues(expression, prepareExpression);
}

export function mapValues(doc: Doc, change: (value: unknown) => unknown): Doc {
  return Object.fromEntries(Object.entries(doc).map(([name, value]) => [name, change(value)]));
}
