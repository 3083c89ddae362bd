/** biome-ignore-all lint/suspicious/noThenProperty: the name that $cond and $switch have for it */
import { type Case, type Doc, show } from './case.js';
import { day, STAFF, TICKETS } from './tickets.js';

const PIPELINES: readonly (readonly Doc[])[] = [
  [{ $match: { state: 'closed' } }, { $sort: { minutes: -1 } }],
  [{ $group: { _id: '$state', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
  [
    {
      $group: {
        _id: '$cat',
        total: { $sum: '$minutes' },
        avg: { $avg: '$minutes' },
        min: { $min: '$minutes' },
        max: { $max: '$minutes' },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [{ $group: { _id: { s: '$state', c: '$cat' }, n: { $sum: 1 } } }, { $sort: { '_id.s': 1, '_id.c': 1 } }],
  [
    { $sort: { _id: 1 } },
    { $group: { _id: '$cat', first: { $first: '$_id' }, last: { $last: '$_id' }, all: { $push: '$_id' } } },
    { $sort: { _id: 1 } },
  ],
  [{ $group: { _id: null, states: { $addToSet: '$state' } } }, { $project: { _id: 0, n: { $size: '$states' } } }],
  [{ $group: { _id: '$missing', n: { $sum: 1 } } }],
  [{ $group: { _id: '$who', n: { $sum: { $cond: [{ $eq: ['$state', 'closed'] }, 1, 0] } } } }, { $sort: { _id: 1 } }],
  [{ $unwind: '$items' }, { $sort: { _id: 1, 'items.p': 1 } }, { $project: { p: '$items.p', q: '$items.q' } }],
  [
    { $unwind: { path: '$items', preserveNullAndEmptyArrays: true } },
    { $project: { items: 1 } },
    { $sort: { _id: 1 } },
  ],
  [{ $unwind: { path: '$items', includeArrayIndex: 'i' } }, { $project: { i: 1 } }, { $sort: { _id: 1, i: 1 } }],
  [{ $unwind: '$items' }, { $group: { _id: '$items.p', q: { $sum: '$items.q' } } }, { $sort: { _id: 1 } }],
  [{ $project: { state: 1 } }, { $sort: { _id: 1 } }],
  [{ $project: { state: 0, items: 0, at: 0 } }, { $sort: { _id: 1 } }],
  [{ $project: { _id: 0, s: { $toUpper: '$state' }, long: { $gt: ['$minutes', 20] } } }, { $sort: { s: 1, long: 1 } }],
  [{ $addFields: { hours: { $divide: ['$minutes', 60] } } }, { $project: { hours: 1 } }, { $sort: { _id: 1 } }],
  [{ $set: { 'n.deep': { $ifNull: ['$score', 'none'] } } }, { $project: { n: 1 } }, { $sort: { _id: 1 } }],
  [{ $unset: ['items', 'at', 'tags'] }, { $sort: { _id: 1 } }],
  [{ $sort: { _id: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
  [{ $count: 'n' }],
  [{ $match: { state: 'none' } }, { $count: 'n' }],
  [{ $sortByCount: '$cat' }, { $match: { count: { $gt: 1 } } }, { $sort: { count: -1 } }],
  [{ $bucket: { groupBy: '$_id', boundaries: [0, 3, 6], default: 'rest', output: { n: { $sum: 1 } } } }],
  [
    {
      $facet: {
        a: [{ $match: { state: 'open' } }, { $project: { _id: 1 } }, { $sort: { _id: 1 } }],
        b: [{ $count: 'n' }],
      },
    },
  ],
  [{ $replaceRoot: { newRoot: { id: '$_id', c: '$cat' } } }, { $sort: { id: 1 } }],
  [
    { $lookup: { from: 'staff', localField: 'who', foreignField: '_id', as: 'staff' } },
    { $project: { 'staff.name': 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    { $lookup: { from: 'staff', localField: 'cat', foreignField: 'skills', as: 'able' } },
    { $project: { n: { $size: '$able' } } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $lookup: {
        from: 'staff',
        let: { cat: '$cat' },
        pipeline: [
          { $match: { $expr: { $in: ['$$cat', '$skills'] } } },
          { $project: { name: 1, _id: 0 } },
          { $sort: { name: 1 } },
        ],
        as: 'able',
      },
    },
    { $project: { able: 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $lookup: {
        from: 'staff',
        localField: 'who',
        foreignField: '_id',
        pipeline: [{ $project: { name: 1 } }],
        as: 's',
      },
    },
    { $project: { s: 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    { $lookup: { from: 'nowhere', localField: 'who', foreignField: '_id', as: 's' } },
    { $project: { s: 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    { $match: { _id: 1 } },
    { $unionWith: { coll: 'staff', pipeline: [{ $match: { _id: 'li' } }, { $project: { name: 1 } }] } },
    { $project: { name: 1 } },
  ],
  [
    { $project: { d: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+08:00' } } } },
    { $sort: { _id: 1 } },
  ],
  [
    { $project: { d: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } } } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        y: { $year: '$at' },
        m: { $month: '$at' },
        d: { $dayOfMonth: '$at' },
        h: { $hour: '$at' },
        w: { $dayOfWeek: '$at' },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [{ $group: { _id: { $dateTrunc: { date: '$at', unit: 'day' } }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
  [{ $group: { _id: { $dateTrunc: { date: '$at', unit: 'hour' } }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
  ...['year', 'quarter', 'month', 'hour', 'minute'].map((unit) => [
    { $project: { d: { $dateTrunc: { date: '$at', unit, timezone: 'Asia/Shanghai' } } } },
    { $sort: { _id: 1 } },
  ]),
  [{ $project: { d: { $dateTrunc: { date: '$at', unit: 'day', timezone: '+08:00' } } } }, { $sort: { _id: 1 } }],
  [{ $project: { d: { $dateTrunc: { date: '$at', unit: 'hour', binSize: 6 } } } }, { $sort: { _id: 1 } }],
  [{ $set: { 'n.deep': 1, who: { name: '$cat' } } }, { $project: { n: 1, who: 1 } }, { $sort: { _id: 1 } }],
  [{ $set: { 'items.seen': true } }, { $project: { items: 1 } }, { $sort: { _id: 1 } }],
  [{ $set: { state: '$missing', score: '$$REMOVE' } }, { $project: { state: 1, score: 1 } }, { $sort: { _id: 1 } }],
  [{ $set: { copy: '$$ROOT' } }, { $project: { 'copy.cat': 1 } }, { $sort: { _id: 1 } }],
  [{ $project: { h: { $hour: { date: '$at', timezone: 'Asia/Shanghai' } } } }, { $sort: { _id: 1 } }],
  [
    { $project: { w: { $isoWeek: '$at' }, wy: { $isoWeekYear: '$at' }, wd: { $isoDayOfWeek: '$at' } } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        p: { $dateFromString: { dateString: '2026-11-23T08:00:00Z' } },
        s: { $dateSubtract: { startDate: '$at', unit: 'day', amount: 2 } },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [{ $project: { d: { $dateDiff: { startDate: day(1), endDate: '$at', unit: 'hour' } } } }, { $sort: { _id: 1 } }],
  [{ $project: { d: { $dateDiff: { startDate: day(1), endDate: '$at', unit: 'day' } } } }, { $sort: { _id: 1 } }],
  [{ $project: { d: { $dateAdd: { startDate: '$at', unit: 'minute', amount: 15 } } } }, { $sort: { _id: 1 } }],
  [{ $project: { m: { $subtract: ['$at', day(1)] } } }, { $sort: { _id: 1 } }],
  [
    { $project: { f: { $filter: { input: { $ifNull: ['$items', []] }, as: 'i', cond: { $gt: ['$$i.q', 1] } } } } },
    { $sort: { _id: 1 } },
  ],
  [
    { $project: { m: { $map: { input: { $ifNull: ['$items', []] }, as: 'i', in: { $multiply: ['$$i.q', 10] } } } } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        r: { $reduce: { input: { $ifNull: ['$items', []] }, initialValue: 0, in: { $add: ['$$value', '$$this.q'] } } },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        s: {
          $switch: {
            branches: [
              { case: { $eq: ['$state', 'open'] }, then: 1 },
              { case: { $eq: ['$state', 'closed'] }, then: 2 },
            ],
            default: 3,
          },
        },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        s: { $concat: ['$cat', '-', '$state'] },
        l: { $strLenCP: '$cat' },
        sub: { $substrCP: ['$cat', 0, 2] },
        parts: { $split: ['$cat', 't'] },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [
    { $project: { n: { $toString: '$_id' }, i: { $toInt: { $toString: '$_id' } }, t: { $type: '$minutes' } } },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: {
        r: { $round: [{ $divide: ['$_id', 3] }, 2] },
        mod: { $mod: ['$_id', 2] },
        abs: { $abs: { $subtract: ['$_id', 4] } },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [
    {
      $project: { in: { $in: ['$state', ['open', 'closed']] }, e: { $arrayElemAt: [{ $ifNull: ['$items', []] }, -1] } },
    },
    { $sort: { _id: 1 } },
  ],
  [
    { $project: { m: { $mergeObjects: [{ a: 1 }, { b: '$cat' }] }, o: { $objectToArray: { k: '$cat' } } } },
    { $sort: { _id: 1 } },
  ],
  [{ $project: { c: { $cond: { if: { $gte: ['$score', 4] }, then: 'good', else: 'other' } } } }, { $sort: { _id: 1 } }],
  [
    {
      $project: {
        u: { $size: { $setUnion: [{ $ifNull: ['$tags', []] }, ['x']] } },
        d: { $setDifference: [['x', 'z'], { $ifNull: ['$tags', []] }] },
      },
    },
    { $sort: { _id: 1 } },
  ],
  [
    { $match: { $expr: { $and: [{ $gt: ['$minutes', 20] }, { $eq: ['$cat', 'water'] }] } } },
    { $project: { _id: 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    { $match: { minutes: { $ne: null } } },
    {
      $setWindowFields: {
        partitionBy: '$cat',
        sortBy: { at: 1 },
        output: { total: { $sum: '$minutes', window: { documents: ['unbounded', 'current'] } } },
      },
    },
    { $project: { total: 1 } },
    { $sort: { _id: 1 } },
  ],
  [
    { $match: { minutes: { $ne: null } } },
    { $setWindowFields: { sortBy: { minutes: -1 }, output: { rank: { $rank: {} } } } },
    { $project: { rank: 1 } },
    { $sort: { _id: 1 } },
  ],
  [{ $group: { _id: null, dev: { $stdDevPop: '$minutes' } } }, { $project: { _id: 0, dev: { $round: ['$dev', 6] } } }],
  [{ $group: { _id: '$state', n: { $count: {} } } }, { $sort: { _id: 1 } }],
  [
    { $redact: { $cond: [{ $eq: ['$state', 'open'] }, '$$KEEP', '$$PRUNE'] } },
    { $project: { _id: 1 } },
    { $sort: { _id: 1 } },
  ],
  [{ $sort: { who: 1, _id: 1 } }, { $project: { who: 1 } }],
  [{ $sort: { minutes: -1, _id: 1 } }, { $project: { minutes: 1 } }],
  [
    { $match: { _id: { $lt: 4 } } },
    { $group: { _id: { $gt: ['$minutes', 20] }, ids: { $push: '$_id' } } },
    { $sort: { _id: 1 } },
  ],
];

export const AGGREGATE_CASES: readonly Case[] = PIPELINES.map((pipeline, i) => ({
  name: `aggregate ${String(i + 1).padStart(2, '0')} ${show(pipeline)}`,
  docs: TICKETS,
  run: [{ insert: 'staff', documents: STAFF }, { aggregate: 'c', pipeline, cursor: {} }, { drop: 'staff' }],
}));
