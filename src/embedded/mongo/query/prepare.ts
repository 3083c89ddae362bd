import type { BSONRegExp } from 'bson';
import { prepareExpression } from '../aggregate/expression.js';
import { bsonType, type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { isNumeric } from '../values/order.js';
import { typeAlias } from '../values/type-name.js';
import { isRegex } from './operators.js';
import { toRegExp } from './regex.js';

/**
 * Checks a filter and puts it into the form the matcher takes. Unknown operators and malformed arguments are refused
 * with the code and words of MongoDB before any document is read.
 */
export function prepareFilter(filter: Doc): Doc {
  const prepared: Doc = {};
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name === '$and' || name === '$or' || name === '$nor') prepared[name] = branches(name, argument);
    else if (name === '$expr') prepared[name] = prepareExpression(argument);
    else if (!name.startsWith('$')) prepared[name] = prepareField(argument);
    else throw unknownTopLevel(name);
  }
  return prepared;
}

function unknownTopLevel(name: string) {
  return fault(
    'BadValue',
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function branches(name: string, argument: unknown): Doc[] {
  if (!Array.isArray(argument)) throw fault('BadValue', `${name} must be an array`);
  if (argument.length === 0) throw fault('BadValue', '$and/$or/$nor must be a nonempty array');
  return argument.map((branch) => {
    if (!isDoc(branch)) throw fault('BadValue', '$or/$and/$nor entries need to be full objects');
    return prepareFilter(branch);
  });
}

/** True for `{ $gt: … }`, false for a literal document to be equal to. */
export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
}

function prepareField(condition: unknown): Doc {
  if (isRegex(condition)) return { $eq: condition };
  return isOperatorDoc(condition) ? prepareOperators(condition) : { $eq: condition };
}

export function prepareOperators(condition: Doc): Doc {
  const prepared: Doc = {};
  for (const [name, argument] of Object.entries(condition)) {
    if (name === '$comment') continue;
    if (name === '$options') {
      if (!('$regex' in condition)) throw fault('BadValue', '$options needs a $regex');
      continue;
    }
    const prepare = Object.hasOwn(ARGUMENTS, name) ? ARGUMENTS[name] : undefined;
    if (!prepare) throw fault('BadValue', `unknown operator: ${name}`);
    prepared[name] = prepare(argument, condition);
  }
  return prepared;
}

type Prepare = (argument: unknown, condition: Doc) => unknown;

const asIs: Prepare = (argument) => argument;

function notRegex(name: string): Prepare {
  return (argument) => {
    if (isRegex(argument)) throw fault('BadValue', `Can't have RegEx as arg to predicate over field '${name}'.`);
    return argument;
  };
}

function list(name: string): Prepare {
  return (argument) => {
    if (!Array.isArray(argument)) throw fault('BadValue', `${name} needs an array`);
    if (name !== '$all' && argument.some(isOperatorDoc)) throw fault('BadValue', `cannot nest $ under ${name}`);
    return argument.map((item) =>
      isDoc(item) && '$elemMatch' in item ? { $elemMatch: elemMatch(item.$elemMatch, item) } : item,
    );
  };
}

const elemMatch: Prepare = (argument) => {
  if (!isDoc(argument)) throw fault('BadValue', '$elemMatch needs an Object');
  const first = Object.keys(argument)[0] ?? '';
  const aboutValue = isOperatorDoc(argument) && !['$and', '$or', '$nor', '$expr'].includes(first);
  return aboutValue ? prepareOperators(argument) : prepareFilter(argument);
};

const regex: Prepare = (argument, condition) => {
  if (typeof argument !== 'string' && !isRegex(argument)) throw fault('BadValue', '$regex has to be a string');
  if (condition.$options !== undefined && typeof condition.$options !== 'string') {
    throw fault('BadValue', '$options has to be a string');
  }
  return toRegExp(argument as string | RegExp | BSONRegExp, condition.$options as string | undefined);
};

const not: Prepare = (argument) => {
  if (isRegex(argument)) return { $regex: toRegExp(argument) };
  if (!isDoc(argument)) throw fault('BadValue', '$not needs a regex or a document');
  if (Object.keys(argument).length === 0) throw fault('BadValue', '$not cannot be empty');
  return prepareOperators(argument);
};

const size: Prepare = (argument) => {
  if (!isNumeric(argument)) throw fault('BadValue', `Failed to parse $size. Expected a number in: $size: ${argument}`);
  if (!Number.isInteger(argument) || (argument as number) < 0) {
    throw fault('BadValue', `Failed to parse $size. Expected a non-negative integer in: $size: ${argument}`);
  }
  return argument;
};

const mod: Prepare = (argument) => {
  if (!Array.isArray(argument)) throw fault('BadValue', 'malformed mod, needs to be an array');
  if (argument.length !== 2) {
    throw fault('BadValue', `malformed mod, ${argument.length < 2 ? 'not enough' : 'too many'} elements`);
  }
  const [divisor, remainder] = argument;
  if (typeof divisor !== 'number') throw fault('BadValue', 'malformed mod, divisor not a number');
  if (typeof remainder !== 'number') throw fault('BadValue', 'malformed mod, remainder not a number');
  if (Math.trunc(divisor) === 0) throw fault('BadValue', 'divisor cannot be 0');
  return argument;
};

const type: Prepare = (argument) => {
  const types = Array.isArray(argument) ? argument : [argument];
  if (types.length === 0) throw fault('FailedToParse', '$type must match at least one type');
  return types.map(typeAlias);
};

const bits: Prepare = (argument) => {
  const isPosition = (one: unknown) => Number.isInteger(one) && (one as number) >= 0;
  if (isPosition(argument) || bsonType(argument) === 'Binary' || bsonType(argument) === 'Long') return argument;
  if (Array.isArray(argument) && argument.every(isPosition)) return argument;
  throw fault('BadValue', 'bit tests take a number or an array of bit positions');
};

const ARGUMENTS: Record<string, Prepare> = {
  $eq: asIs,
  $ne: notRegex('$ne'),
  $gt: notRegex('$gt'),
  $gte: notRegex('$gte'),
  $lt: notRegex('$lt'),
  $lte: notRegex('$lte'),
  $in: list('$in'),
  $nin: list('$nin'),
  $all: list('$all'),
  $exists: asIs,
  $type: type,
  $size: size,
  $mod: mod,
  $regex: regex,
  $elemMatch: elemMatch,
  $not: not,
  $bitsAllClear: bits,
  $bitsAllSet: bits,
  $bitsAnyClear: bits,
  $bitsAnySet: bits,
};
