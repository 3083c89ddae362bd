import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compareValues, equalValues } from '../../../src/embedded/mongo/values/compare.js';
import { encodeKey, invert } from '../../../src/embedded/mongo/values/key.js';

/** One value of each type in MongoDB's order of types. */
const LADDER: readonly unknown[] = [
  new MinKey(),
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1e300,
  -1,
  -5e-324,
  0,
  5e-324,
  0.5,
  1,
  Decimal128.fromString('1.5'),
  2 ** 53,
  Long.fromString('9007199254740993'),
  1e300,
  Number.POSITIVE_INFINITY,
  '',
  '\0',
  'a',
  'a\0',
  'a\0b',
  'aa',
  'b',
  '水',
  '\uffff',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 0 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(new Uint8Array([9])),
  new Binary(new Uint8Array([1, 1])),
  new ObjectId('000000000000000000000001'),
  new ObjectId('ffffffffffffffffffffffff'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1e12),
  Timestamp.fromBits(1, 1),
  Timestamp.fromBits(0, 2),
  /a/,
  /b/,
  new MaxKey(),
];

const leaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('any'), { maxKeys: 3 }),
  ),
})).any;

describe('the order of encoded values', () => {
  it('follows the order of BSON types and values', () => {
    const shuffled = LADDER.map((item, i) => ({ item, key: encodeKey(item), i })).sort((a, b) =>
      Buffer.compare(a.key, b.key),
    );
    expect(shuffled.map(({ i }) => i)).toEqual(LADDER.map((_, i) => i));
  });

  it('is the order that comparison gives', () => {
    for (const [i, a] of LADDER.entries()) {
      for (const [j, b] of LADDER.entries()) expect(Math.sign(compareValues(a, b))).toBe(Math.sign(i - j));
    }
  });

  it('takes numbers of different types and both zeros as equal', () => {
    for (const same of [
      [1, Long.fromNumber(1), Decimal128.fromString('1.0')],
      [0, -0, Decimal128.fromString('-0')],
    ]) {
      for (const one of same) expect(encodeKey(one)).toEqual(encodeKey(same[0]));
    }
  });

  it('agrees with comparison for any two values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = Buffer.compare(encodeKey(a), encodeKey(b));
        expect(Math.sign(compareValues(a, b))).toBe(Math.sign(order));
        expect(equalValues(a, b)).toBe(order === 0);
      }),
    );
  });

  it('orders numbers as numbers, dates as dates and strings by their bytes', () => {
    const ordered = (a: unknown, b: unknown) => Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)));
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        (a, b) => ordered(a, b) === Math.sign(Number(a > b) - Number(a < b)),
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b) => ordered(a, b) === Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
      ),
    );
  });

  it('never makes one encoding the beginning of another, also inverted', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [left, right] = [encodeKey(a), encodeKey(b)];
        fc.pre(!left.equals(right));
        expect(right.subarray(0, left.length).equals(left)).toBe(false);
        expect(Math.sign(Buffer.compare(invert(left), invert(right)))).toBe(-Math.sign(Buffer.compare(left, right)));
      }),
    );
  });
});
