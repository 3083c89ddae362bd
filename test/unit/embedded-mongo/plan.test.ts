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
const scalar = fc.constantFrom<unknown>(...VALUES);
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
  { key: { b: -1 }, partialFilterExpression: { a: { $gt: 0 } } },
] as const;

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
            const expected = idsOf(collection, one, {}, { $natural: 1 });
            expect(idsOf(collection, one, {}).sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: 150 },
    );
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
