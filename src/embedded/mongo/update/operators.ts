import { Timestamp } from 'bson';
import { isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { compareValues } from '../values/compare.js';
import { isNumeric, type NumberLike } from '../values/order.js';
import { typeName } from '../values/type-name.js';
import { calculate } from './arithmetic.js';
import { addToSet, type Modify, pop, pull, pullAll, push } from './array-operators.js';

function arithmetic(operation: 'add' | 'multiply') {
  const [name, verb] = operation === 'add' ? ['$inc', 'increment'] : ['$mul', 'multiply'];
  return (argument: unknown): Modify => {
    if (!isNumeric(argument)) {
      throw fault('TypeMismatch', `Cannot ${verb} with non-numeric argument: ${JSON.stringify(argument)}`);
    }
    return (current, path) => {
      if (current === undefined) return operation === 'add' ? argument : 0;
      if (!isNumeric(current)) {
        throw fault(
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type. The field '${path}' is of non-numeric type ${typeName(current)}`,
        );
      }
      return calculate(operation, current, argument as NumberLike);
    };
  };
}

function extreme(isBetter: (order: number) => boolean) {
  return (argument: unknown): Modify =>
    (current) =>
      current === undefined || isBetter(compareValues(argument, current)) ? argument : current;
}

function currentDate(argument: unknown): Modify {
  const type = isDoc(argument) ? argument.$type : argument === true || argument === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp') {
    throw fault('BadValue', `The '$type' string field is required to be 'date' or 'timestamp' for $currentDate`);
  }
  return () => (type === 'date' ? new Date() : Timestamp.fromBits(1, Math.floor(Date.now() / 1000)));
}

const BIT_OPERATIONS: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function bit(argument: unknown): Modify {
  const operations = isDoc(argument) ? Object.entries(argument) : [];
  if (operations.length === 0) throw fault('BadValue', `The $bit modifier takes { and | or | xor: integer }`);
  const steps = operations.map(([name, operand]) => {
    const apply = Object.hasOwn(BIT_OPERATIONS, name) ? BIT_OPERATIONS[name] : undefined;
    if (!apply) throw fault('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (typeof operand !== 'number' || (operand | 0) !== operand) {
      throw fault(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here`,
      );
    }
    return (value: number) => apply(value, operand);
  });
  return (current = 0) => {
    if (typeof current !== 'number' || (current | 0) !== current) {
      throw fault('BadValue', `Cannot apply $bit to a value of non-integral type: ${typeName(current)}`);
    }
    return steps.reduce((value, step) => step(value), current);
  };
}

const replaceBy =
  (argument: unknown): Modify =>
  () =>
    argument;

/** Modifiers that compute a field's new value from its old one; undefined leaves a missing field missing. */
export const MODIFIERS: Readonly<Record<string, (argument: unknown) => Modify>> = {
  $set: replaceBy,
  $setOnInsert: replaceBy,
  $inc: arithmetic('add'),
  $mul: arithmetic('multiply'),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
