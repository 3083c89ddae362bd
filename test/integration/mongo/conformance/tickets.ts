import type { Doc } from './case.js';

export const day = (n: number, hour = 8) => new Date(Date.UTC(2026, 10, n, hour, 30));

/** What the pipelines read: tickets in `c`, and their staff. */
export const TICKETS: readonly Doc[] = [
  {
    _id: 1,
    state: 'closed',
    cat: 'water',
    minutes: 30,
    at: day(1),
    who: 'wang',
    items: [
      { p: 'a', q: 2 },
      { p: 'b', q: 1 },
    ],
    score: 5,
  },
  { _id: 2, state: 'closed', cat: 'power', minutes: 45, at: day(2), who: 'li', items: [], score: 3 },
  { _id: 3, state: 'open', cat: 'water', minutes: 10, at: day(2, 20), who: 'wang', items: [{ p: 'a', q: 4 }] },
  { _id: 4, state: 'open', cat: 'lift', minutes: null, at: day(9), who: null },
  {
    _id: 5,
    state: 'closed',
    cat: 'water',
    minutes: 60,
    at: day(30, 23),
    who: 'zhao',
    items: [{ p: 'c', q: 1 }],
    score: 4,
  },
  { _id: 6, state: 'cancelled', cat: 'power', at: day(3), who: 'nobody', tags: ['x', 'y'] },
];

export const STAFF: readonly Doc[] = [
  { _id: 'wang', name: '王师傅', skills: ['water', 'power'] },
  { _id: 'li', name: '李师傅', skills: ['power'] },
  { _id: 'zhao', name: '赵师傅', skills: ['water', 'lift'] },
];
