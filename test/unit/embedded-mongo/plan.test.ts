import { MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../../../src/embedded/mongo/bson.js';
import { plan } from '../../../src/embedded/mongo/plan/plan.js';
import { collect } from '../../../src/embedded/mongo/plan/scan.js';
import { parseSort } from '../../../src/embedded/mongo/query/sort.js';
import type { Collection } from '../../../src/embedded/mongo/storage/catalog.js';
import { fill, openTestStorage, type TestStorage } from './storage.js';

const VALUES = [
  null,
  0,
  1,
  2,
  2.5,
  -1,
  Number.NaN,
  'a',
  'ab',
  'b',
  '',
  true,
  false,
  new Date(0),
  new Date(9),
  { x: 1 },
  {},
];
/** Longer than a key can be; the last one is not, but longer than what is kept of those that are. */
const LONG = [`${'x'.repeat(3000)}a`, `${'x'.repeat(3000)}b`, 'x'.repeat(1950)];
/** Values whose keys, or inverted keys, go on with FF, and those at the ends of the order. */
const ODD = [
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e305,
  -1e305,
  'A',
  'a\0b',
  new ObjectId('00'.repeat(12)),
  new ObjectId('ff'.repeat(12)),
  new Timestamp({ t: 0, i: 0 }),
  new Timestamp({ t: 0xffffffff, i: 0xffffffff }),
  new MinKey(),
  new MaxKey(),
  ...LONG,
];
const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...VALUES) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...ODD) },
);
const anyValue = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
/** Of two fields in one index only the first may be an array: parallel arrays cannot be indexed. */
const noArray = fc.oneof(scalar, fc.constant(undefined));
const inner = fc.record({ d: anyValue, e: noArray });
const document = fc.record({
  a: anyValue,
  b: noArray,
  c: fc.oneof(anyValue, inner, fc.array(inner, { maxLength: 2 })),
});

const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.constant(/^a/),
  fc.constant({ $regex: '^a', $options: 'i' }),
);
const path = fc.constantFrom('a', 'b', 'c', 'c.d', 'c.e');
const filter = fc.oneof(
  fc.dictionary(path, condition, { maxKeys: 3 }),
  fc.array(fc.dictionary(path, condition, { maxKeys: 2 }), { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
);
const sort = fc.dictionary(fc.constantFrom('a', 'b', '_id'), fc.constantFrom(1, -1), { maxKeys: 2 });

const INDEXES = [
  { key: { a: 1 } },
  { key: { a: -1, b: 1 } },
  { key: { b: 1, a: 1 }, sparse: true },
  { key: { 'c.d': 1, 'c.e': -1 } },
  { key: { c: -1, 'c.e': 1 } },
  { key: { b: -1 }, partialFilterExpression: { a: { $gt: 0 } } },
] as const;

/** The others may leave documents out where a hint forces them. */
const HINTS = INDEXES.filter((index) => !('sparse' in index)).map(({ key }) => key);

describe('plans', () => {
  let opened: TestStorage;
  let names = 0;
  beforeAll(async () => {
    opened = await openTestStorage();
  });
  afterAll(() => opened.close());

  function idsOf(collection: Collection, wanted: Doc, order: Doc, hint?: unknown): unknown[] {
    const chosen = plan(collection, { filter: wanted, sort: parseSort(order), hint });
    return collect(opened.storage, collection, chosen).map(({ doc }) => doc._id);
  }

  it('find through any index what reading everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 12 }),
        fc.array(filter, { minLength: 5, maxLength: 8 }),
        async (docs, filters) => {
          const rows = docs.map((doc, i) => ({ _id: i, ...doc }));
          const collection = await fill(opened.storage, `find-${names++}`, rows, INDEXES as never);
          for (const one of filters) {
            const expected = idsOf(collection, one, {}, { $natural: 1 }).sort();
            for (const hint of [undefined, ...HINTS]) expect(idsOf(collection, one, {}, hint).sort()).toEqual(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each<[string, Doc, Doc, Doc]>([
    [
      'the end of a text, descending',
      { a: null, c: { d: 2.5, e: 'a' } },
      { $and: [{ 'c.e': /^a/, 'c.d': { $in: [2.5] } }] },
      { 'c.d': 1, 'c.e': -1 },
    ],
    ['an empty text, descending', { a: '' }, { a: { $lt: 'c' } }, { a: -1 }],
    ['false, descending', { a: false }, { a: { $lte: true } }, { a: -1 }],
    ['an infinite number', { a: Number.POSITIVE_INFINITY }, { a: { $gt: 0 } }, { a: 1 }],
    [
      'an object id of ones',
      { a: new ObjectId('ff'.repeat(12)) },
      { a: { $gt: new ObjectId('00'.repeat(12)) } },
      { a: 1 },
    ],
    ['a text by a pattern whose options stand apart', { a: 'Ab' }, { a: { $regex: '^a', $options: 'i' } }, { a: 1 }],
    ['a text by the second line of a pattern', { a: 'b' }, { a: { $regex: '^a\n|b' } }, { a: 1 }],
    [
      'two elements that meet one condition each',
      {
        c: [
          { d: 1, e: 1 },
          { d: 2, e: 2 },
        ],
      },
      { 'c.d': 1, 'c.e': 2 },
      { 'c.d': 1, 'c.e': 1 },
    ],
    ['one of several long texts, once', { a: LONG[0] }, { a: { $in: LONG } }, { a: 1 }],
  ])('find %s', async (name, doc, wanted, key) => {
    const collection = await fill(opened.storage, `example-${name}`, [{ _id: 1, ...doc }], [{ key: key as never }]);
    expect(idsOf(collection, wanted, {})).toEqual([1]);
    expect(idsOf(collection, wanted, {}, { $natural: 1 })).toEqual([1]);
  });

  it('do not take a text for a longer one that begins like it', async () => {
    const collection = await fill(opened.storage, 'longer', [{ _id: 1, a: LONG[2] }], [{ key: { a: 1 } }]);
    expect(idsOf(collection, { a: LONG[0] }, {})).toEqual([]);
  });

  it('give through any index the order that sorting gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(document, { maxLength: 12 }), filter, sort, async (docs, one, order) => {
        const total = { ...order, _id: (order as Doc)._id ?? 1 } as Doc;
        const rows = docs.map((doc, i) => ({ _id: i, ...doc }));
        const collection = await fill(opened.storage, `sort-${names++}`, rows, INDEXES as never);
        expect(idsOf(collection, one, total)).toEqual(idsOf(collection, one, total, { $natural: 1 }));
      }),
      { numRuns: 150 },
    );
  });

  it('use the index of a sort and stop at the limit', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ _id: i, a: i % 10, b: i }));
    const collection = await fill(opened.storage, 'limit', rows, [{ key: { a: 1, b: -1 } }]);
    const chosen = plan(collection, { filter: { a: 3 }, sort: parseSort({ b: -1 }) });
    expect(chosen.sort).toBeUndefined();
    expect(chosen.matches).toBeUndefined();
    expect(collect(opened.storage, collection, chosen, 1, 2).map(({ doc }) => doc._id)).toEqual([33, 23]);
  });
});
