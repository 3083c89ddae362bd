import { Decimal128, Long } from 'bson';
import { bsonType } from '../bson.js';
import { fault } from '../errors.js';
import { type NumberLike, toNumber } from '../values/order.js';

type Operation = 'add' | 'multiply';

/**
 * Sum or product in the widest type of the two, as MongoDB promotes: Decimal128 over double over 64-bit integers.
 * Throws BadValue where a 64-bit result does not fit.
 */
export function calculate(operation: Operation, a: NumberLike, b: NumberLike): NumberLike {
  if (bsonType(a) === 'Decimal128' || bsonType(b) === 'Decimal128') return decimal(operation, a, b);
  const isWhole = (value: NumberLike) => typeof value !== 'number' || Number.isInteger(value);
  if ((bsonType(a) === 'Long' || bsonType(b) === 'Long') && isWhole(a) && isWhole(b)) return long(operation, a, b);
  return operation === 'add' ? toNumber(a) + toNumber(b) : toNumber(a) * toNumber(b);
}

function whole(value: NumberLike): bigint {
  return typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : (value as Long).toBigInt();
}

function long(operation: Operation, a: NumberLike, b: NumberLike): Long {
  const result = operation === 'add' ? whole(a) + whole(b) : whole(a) * whole(b);
  if (BigInt.asIntN(64, result) !== result) {
    throw fault('BadValue', `Failed to apply ${operation === 'add' ? '$inc' : '$mul'} operations: 64-bit overflow`);
  }
  return Long.fromBigInt(result);
}

interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimal(operation: Operation, a: NumberLike, b: NumberLike): Decimal128 {
  const left = scaled(a);
  const right = scaled(b);
  if (!left || !right) {
    return Decimal128.fromString(String(operation === 'add' ? toNumber(a) + toNumber(b) : toNumber(a) * toNumber(b)));
  }
  if (operation === 'multiply') {
    return fromScaled({ digits: left.digits * right.digits, exponent: left.exponent + right.exponent });
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const raise = ({ digits, exponent: own }: Scaled) => digits * 10n ** BigInt(own - exponent);
  return fromScaled({ digits: raise(left) + raise(right), exponent });
}

/** Digits and power of ten of a finite number; undefined for infinities and NaN. */
function scaled(value: NumberLike): Scaled | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(value));
  if (!found) return undefined;
  const [, sign = '', integer = '', fraction = '', exponent = '0'] = found;
  return { digits: BigInt(`${sign}${integer}${fraction}`), exponent: Number(exponent) - fraction.length };
}

function fromScaled({ digits, exponent }: Scaled): Decimal128 {
  return Decimal128.fromString(`${digits}E${exponent}`);
}
