import type { Case, Doc } from './case.js';
import { STAFF, TICKETS } from './tickets.js';

/** A pipeline that ends in the collection `staff`, which holds these documents before. */
const writing = (name: string, documents: readonly Doc[], pipeline: readonly Doc[]): Case => ({
  name,
  docs: TICKETS,
  run: [
    { insert: 'staff', documents },
    { aggregate: 'c', pipeline, cursor: {} },
    { find: 'staff', sort: { _id: 1 } },
    { drop: 'staff' },
  ],
});

const KEPT: readonly Doc[] = [{ _id: 1, kept: true }];
const FIRST_TWO: readonly Doc[] = [{ $match: { _id: { $lt: 3 } } }, { $project: { cat: 1 } }];

export const OUTPUT_CASES: readonly Case[] = [
  writing('out replaces a collection', STAFF, [...FIRST_TWO, { $out: 'staff' }]),
  writing('merge into a collection', KEPT, [...FIRST_TWO, { $merge: { into: 'staff' } }]),
  writing('merge keeping what exists', KEPT, [
    ...FIRST_TWO,
    { $merge: { into: 'staff', whenMatched: 'keepExisting', whenNotMatched: 'discard' } },
  ]),
  writing('merge replacing what exists', KEPT, [
    { $match: { _id: 1 } },
    { $project: { cat: 1 } },
    { $merge: { into: 'staff', whenMatched: 'replace' } },
  ]),
];
