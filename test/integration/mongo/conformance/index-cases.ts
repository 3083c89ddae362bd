import { type Case, THREE } from './case.js';

const UNIQUE = [{ key: { a: 1 }, name: 'a_1', unique: true }];

/** What indexes refuse, and their making and dropping. */
export const INDEX_CASES: readonly Case[] = [
  {
    name: 'unique index refuses a duplicate',
    docs: THREE,
    indexes: UNIQUE,
    run: [{ insert: 'c', documents: [{ _id: 9, a: 2 }] }],
    showsAfter: true,
  },
  {
    name: 'unique index counts a missing field as null',
    docs: THREE,
    indexes: UNIQUE,
    run: [
      { insert: 'c', documents: [{ _id: 9 }] },
      { insert: 'c', documents: [{ _id: 10 }] },
      { insert: 'c', documents: [{ _id: 11, a: null }] },
    ],
    showsAfter: true,
  },
  {
    name: 'unique index refuses an update',
    docs: THREE,
    indexes: UNIQUE,
    run: [{ update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { a: 3 } } }] }],
    showsAfter: true,
  },
  {
    name: 'unique index allows writing the same value',
    docs: THREE,
    indexes: UNIQUE,
    run: [{ update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { a: 1, b: 1 } } }] }],
    showsAfter: true,
  },
  {
    name: 'unique sparse index ignores missing fields',
    indexes: [{ key: { a: 1 }, name: 'a_1', unique: true, sparse: true }],
    docs: [{ _id: 1 }, { _id: 2 }],
    run: [
      { insert: 'c', documents: [{ _id: 3, a: null }] },
      { insert: 'c', documents: [{ _id: 4, a: null }] },
    ],
    showsAfter: true,
  },
  {
    name: 'unique partial index',
    indexes: [{ key: { a: 1 }, name: 'a_1', unique: true, partialFilterExpression: { open: true } }],
    docs: [
      { _id: 1, a: 1, open: true },
      { _id: 2, a: 1, open: false },
    ],
    run: [
      { insert: 'c', documents: [{ _id: 3, a: 1, open: false }] },
      { insert: 'c', documents: [{ _id: 4, a: 1, open: true }] },
      { update: 'c', updates: [{ q: { _id: 2 }, u: { $set: { open: true } } }] },
    ],
    showsAfter: true,
  },
  {
    name: 'unique compound index',
    indexes: [{ key: { a: 1, b: -1 }, name: 'ab', unique: true }],
    docs: [{ _id: 1, a: 1, b: 1 }],
    run: [
      { insert: 'c', documents: [{ _id: 2, a: 1, b: 2 }] },
      { insert: 'c', documents: [{ _id: 3, a: 1, b: 1 }] },
    ],
    showsAfter: true,
  },
  {
    name: 'unique multikey index',
    indexes: UNIQUE,
    docs: [{ _id: 1, a: [1, 2, 2] }],
    run: [
      { insert: 'c', documents: [{ _id: 2, a: [3, 1] }] },
      { insert: 'c', documents: [{ _id: 3, a: [3, 4] }] },
    ],
    showsAfter: true,
  },
  {
    name: 'unique upsert race ends in an update',
    docs: THREE,
    indexes: UNIQUE,
    run: [
      { update: 'c', updates: [{ q: { a: 7 }, u: { $setOnInsert: { _id: 7 } }, upsert: true }] },
      { update: 'c', updates: [{ q: { a: 7 }, u: { $set: { b: 1 } }, upsert: true }] },
    ],
    showsAfter: true,
  },
  {
    name: 'parallel arrays are refused',
    indexes: [{ key: { a: 1, b: 1 }, name: 'ab' }],
    run: [{ insert: 'c', documents: [{ _id: 1, a: [1], b: [2] }] }],
    showsAfter: true,
  },
  {
    name: 'creating a unique index over duplicates is refused',
    docs: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ],
    run: [{ createIndexes: 'c', indexes: UNIQUE }],
  },
  { name: 'index twice is no error', docs: THREE, indexes: UNIQUE, run: [{ createIndexes: 'c', indexes: UNIQUE }] },
  { name: 'dropping an index that is not there', docs: THREE, run: [{ dropIndexes: 'c', index: 'nope' }] },
  { name: 'dropping the _id index', docs: THREE, run: [{ dropIndexes: 'c', index: '_id_' }] },
];
