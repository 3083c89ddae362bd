import { type Case, THREE } from './case.js';

/** findAndModify in all its ways. */
export const FIND_AND_MODIFY_CASES: readonly Case[] = [
  {
    name: 'findAndModify returns the old document',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: 2 }, update: { $inc: { a: 5 } } }],
    showsAfter: true,
  },
  {
    name: 'findAndModify returns the new document',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: 2 }, update: { $inc: { a: 5 } }, new: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify with sort and fields',
    docs: THREE,
    run: [{ findAndModify: 'c', query: {}, sort: { a: -1 }, fields: { a: 1, _id: 0 }, update: { $set: { z: 1 } } }],
    showsAfter: true,
  },
  {
    name: 'findAndModify removes',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: { $gt: 1 } }, sort: { a: 1 }, remove: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify finds nothing',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: 9 }, update: { $set: { z: 1 } } }],
    showsAfter: true,
  },
  {
    name: 'findAndModify upserts',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { _id: 9 }, update: { $set: { z: 1 } }, upsert: true, new: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify upserts and returns nothing',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { _id: 9 }, update: { $set: { z: 1 } }, upsert: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify replaces',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: 2 }, update: { b: 1 }, new: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify by pipeline',
    docs: THREE,
    run: [{ findAndModify: 'c', query: { a: 2 }, update: [{ $set: { b: { $multiply: ['$a', 3] } } }], new: true }],
    showsAfter: true,
  },
  {
    name: 'findAndModify with array filters',
    docs: [{ _id: 1, l: [1, 5] }],
    run: [
      { findAndModify: 'c', query: { _id: 1 }, update: { $set: { 'l.$[x]': 0 } }, arrayFilters: [{ x: 5 }], new: true },
    ],
    showsAfter: true,
  },
];
