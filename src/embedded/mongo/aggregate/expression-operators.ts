import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { fault } from '../errors.js';
import { compareValues } from '../values/compare.js';
import { typeName } from '../values/type-name.js';
import { dateTrunc } from './date-trunc.js';

type Expression = (doc: unknown, argument: unknown, options: Options) => unknown;

/** MongoDB's order inside expressions: as everywhere, but a missing field sorts before null. */
function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
}

function comparison(name: string, result: (order: number) => unknown): Expression {
  return (doc, argument, options) => {
    if (!Array.isArray(argument) || argument.length !== 2) {
      const given = Array.isArray(argument) ? argument.length : 1;
      throw fault(16020, `Expression ${name} takes exactly 2 arguments. ${given} were passed in.`);
    }
    const [left, right] = argument.map((part) => evalExpr(doc as never, part, options));
    return result(compareInExpression(left, right));
  };
}

const $in: Expression = (doc, argument, options) => {
  if (!Array.isArray(argument) || argument.length !== 2) {
    throw fault(16020, 'Expression $in takes exactly 2 arguments.');
  }
  const [wanted, list] = argument.map((part) => evalExpr(doc as never, part, options));
  if (!Array.isArray(list)) throw fault(40081, `$in requires an array as a second argument, found: ${kindOf(list)}`);
  return list.some((item) => compareInExpression(item, wanted) === 0);
};

function kindOf(value: unknown): string {
  return value === undefined ? 'missing' : typeName(value);
}

/** Expression operators whose comparisons must follow the order of BSON types (object ids, missing fields). */
export const EXPRESSION_OPERATORS = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $in,
  $dateTrunc: dateTrunc,
  $type: ((doc, argument, options) => kindOf(evalExpr(doc as never, argument as never, options))) as Expression,
};
