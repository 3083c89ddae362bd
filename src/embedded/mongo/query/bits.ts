import type { Binary, Long } from 'bson';
import { bsonType } from '../bson.js';

/** Position → whether the bit is set, for a value that has bits; negative numbers as two's complement without end. */
type Bits = (position: number) => boolean;

function bitsOf(value: unknown): Bits | undefined {
  if (bsonType(value) === 'Binary') {
    const { buffer, position: length } = value as Binary;
    return (position) => position >> 3 < length && ((buffer[position >> 3] ?? 0) & (1 << (position & 7))) !== 0;
  }
  const whole = wholeOf(value);
  return whole === undefined ? undefined : (position) => ((whole >> BigInt(position)) & 1n) === 1n;
}

function wholeOf(value: unknown): bigint | undefined {
  if (bsonType(value) === 'Long') return (value as Long).toBigInt();
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined;
}

/** The positions that a mask names: a number, binary data or a list of positions. */
function positionsOf(mask: unknown): number[] {
  if (Array.isArray(mask)) return mask as number[];
  const bits = bitsOf(mask) ?? (() => false);
  const length = bsonType(mask) === 'Binary' ? (mask as Binary).position * 8 : 64;
  return Array.from({ length }, (_, position) => position).filter(bits);
}

type BitTest = (mask: unknown) => (value: unknown) => boolean;

function bitTest(accepts: (positions: readonly number[], bits: Bits) => boolean): BitTest {
  return (mask) => {
    const positions = positionsOf(mask);
    return (value) => {
      const bits = bitsOf(value);
      return bits !== undefined && accepts(positions, bits);
    };
  };
}

/** Rule: MongoDB manual, "Bitwise Query Operators". */
export const bitTests = {
  $bitsAllSet: bitTest((positions, bits) => positions.every(bits)),
  $bitsAnySet: bitTest((positions, bits) => positions.some(bits)),
  $bitsAllClear: bitTest((positions, bits) => !positions.some(bits)),
  $bitsAnyClear: bitTest((positions, bits) => !positions.every(bits)),
};
