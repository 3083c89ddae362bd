import { Long } from 'mongodb';
import { type Case, THREE } from './case.js';

/** Insert, update and delete: several statements, order and what is refused. */
export const STATEMENT_CASES: readonly Case[] = [
  {
    name: 'update many',
    docs: THREE,
    run: [{ update: 'c', updates: [{ q: { g: 'odd' }, u: { $inc: { a: 10 } }, multi: true }] }],
    showsAfter: true,
  },
  {
    name: 'update several statements',
    docs: THREE,
    run: [
      {
        update: 'c',
        updates: [
          { q: { a: 1 }, u: { $set: { b: 1 } } },
          { q: { a: 9 }, u: { $set: { b: 1 } } },
          { q: {}, u: { $set: { z: 1 } }, multi: true },
        ],
      },
    ],
    showsAfter: true,
  },
  {
    name: 'update stops at an error when ordered',
    docs: THREE,
    run: [
      {
        update: 'c',
        updates: [
          { q: { a: 1 }, u: { $foo: 1 } },
          { q: { a: 2 }, u: { $set: { b: 1 } } },
        ],
      },
    ],
    showsAfter: true,
  },
  {
    name: 'update goes on after an error when unordered',
    docs: THREE,
    run: [
      {
        update: 'c',
        ordered: false,
        updates: [
          { q: { a: 1 }, u: { $inc: { g: 1 } } },
          { q: { a: 2 }, u: { $set: { b: 1 } } },
        ],
      },
    ],
    showsAfter: true,
  },
  {
    name: 'delete one',
    docs: THREE,
    run: [{ delete: 'c', deletes: [{ q: { g: 'odd' }, limit: 1 }] }],
    showsAfter: true,
  },
  {
    name: 'delete many',
    docs: THREE,
    run: [{ delete: 'c', deletes: [{ q: { g: 'odd' }, limit: 0 }] }],
    showsAfter: true,
  },
  { name: 'delete all', docs: THREE, run: [{ delete: 'c', deletes: [{ q: {}, limit: 0 }] }], showsAfter: true },
  {
    name: 'delete nothing',
    docs: THREE,
    run: [{ delete: 'c', deletes: [{ q: { a: 99 }, limit: 0 }] }],
    showsAfter: true,
  },
  {
    name: 'insert a duplicate _id, ordered',
    docs: THREE,
    run: [{ insert: 'c', documents: [{ _id: 4 }, { _id: 1 }, { _id: 5 }] }],
    showsAfter: true,
  },
  {
    name: 'insert a duplicate _id, unordered',
    docs: THREE,
    run: [{ insert: 'c', ordered: false, documents: [{ _id: 4 }, { _id: 1 }, { _id: 5 }] }],
    showsAfter: true,
  },
  {
    name: 'insert the same _id as another number type',
    docs: THREE,
    run: [{ insert: 'c', documents: [{ _id: Long.fromNumber(1) }] }],
    showsAfter: true,
  },
  { name: 'insert an array as _id', run: [{ insert: 'c', documents: [{ _id: [1] }] }], showsAfter: true },
  {
    name: 'insert a document as _id',
    run: [{ insert: 'c', documents: [{ _id: { a: 1, b: 2 } }, { _id: { b: 2, a: 1 } }, { _id: { a: 1, b: 2 } }] }],
    showsAfter: true,
  },
  { name: 'insert null as _id', run: [{ insert: 'c', documents: [{ _id: null, a: 1 }] }], showsAfter: true },
];

/** Collections made and dropped. */
export const COLLECTION_CASES: readonly Case[] = [
  { name: 'drop a collection', docs: THREE, run: [{ drop: 'c' }, { count: 'c' }] },
  { name: 'create a collection twice', run: [{ create: 'c' }, { create: 'c' }] },
];
