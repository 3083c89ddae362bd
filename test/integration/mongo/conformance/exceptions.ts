export interface Exception {
  readonly reason: string;
  /** What MongoDB answers, and so must we. */
  readonly answer: unknown;
}

const UNSPECIFIC = 'the comparison server refuses it too, but with an unspecific code';

function refusal(code: number, reason = UNSPECIFIC): Exception {
  return { reason, answer: [{ code }] };
}

/** An update that MongoDB refuses with `code` and that leaves the document as it was. */
function refusedUpdate(code: number, after: unknown, reason = UNSPECIFIC): Exception {
  return { reason, answer: [{ n: 0, nModified: 0, errors: [{ index: 0, code }] }, { docs: [after] }] };
}

const ids = (...list: number[]) => list.map((_id) => ({ _id }));
const EMPTY_ARRAYS = 'the comparison server sorts an empty array with null; MongoDB sorts it before';

const month = (_id: number, begins: string) => ({ _id, d: { $date: `2026-${begins}T16:00:00Z` } });

/** Cases where the comparison server is wrong, by the name of the case up to its first words. */
export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'find 120': {
    reason: 'the comparison server tests bits of a fraction; MongoDB only of whole numbers',
    answer: [{ docs: ids(1, 2, 7, 8, 16, 23) }, { n: 6 }],
  },
  'shape 01': {
    reason: EMPTY_ARRAYS,
    answer: [{ docs: ids(20, 5, 6, 21, 23, 18, 1, 7, 2, 3, 17, 8, 24, 16, 19, 4, 22, 14, 15, 11, 12, 10, 9, 13) }],
  },
  'shape 02': {
    reason: EMPTY_ARRAYS,
    answer: [{ docs: ids(13, 9, 10, 12, 11, 8, 15, 14, 22, 4, 19, 16, 24, 7, 3, 17, 2, 1, 18, 23, 5, 6, 21, 20) }],
  },
  'update 069': refusedUpdate(14, { _id: 1, a: 1 }),
  'update 076': {
    reason: 'the comparison server looks for the regular expression itself; MongoDB pulls what matches it',
    answer: [{ n: 1, nModified: 1 }, { docs: [{ _id: 1, a: ['cd'] }] }],
  },
  'update 097': refusedUpdate(2, { _id: 1, a: 1 }),
  'update 107': refusedUpdate(56, { _id: 1, a: 1 }),
  'update 108': refusedUpdate(52, { _id: 1, a: 1 }),
  'insert an array as _id': {
    reason: UNSPECIFIC,
    answer: [{ n: 0, errors: [{ index: 0, code: 53 }] }, { docs: [] }],
  },
  'parallel arrays are refused': {
    reason: 'the comparison server indexes parallel arrays; MongoDB refuses them',
    answer: [{ n: 0, errors: [{ index: 0, code: 171 }] }, { docs: [] }],
  },
  'create a collection twice': {
    reason: 'the comparison server says nothing about a collection that exists already',
    answer: [{}, { code: 48 }],
  },
  'refusal 15': refusal(51091),
  'refusal 22': refusal(40415),
  'refusal 23': refusal(51024),
  'refusal 24': refusal(14),
  'refusal 25': refusal(2),
  'refusal 26': refusal(31254),
  'refusal 30': refusal(40414),
  'refusal 31': refusal(16),
  'refusal 32': refusal(16),
  'refusal 38': refusal(15959),
  'refusal 39': refusal(40323),
  'refusal 40': refusal(15955),
  'refusal 41': refusal(15952),
  'refusal 42': refusal(168),
  'refusal 43': refusal(15958),
  'refusal 44': refusal(15956),
  'refusal 45': refusal(15976),
  'refusal 46': refusal(40156),
  'aggregate 39': {
    reason: 'the comparison server takes the month in UTC; 23:30 on 30 November is December in Shanghai',
    answer: [
      { n: 3 },
      {
        docs: [
          month(1, '10-31'),
          month(2, '10-31'),
          month(3, '10-31'),
          month(4, '10-31'),
          month(5, '11-30'),
          month(6, '10-31'),
        ],
      },
      {},
    ],
  },
};

/** The exception for a case, if it is one. */
export function exceptionFor(name: string): Exception | undefined {
  const key = Object.keys(EXCEPTIONS).find((one) => name === one || name.startsWith(`${one} `));
  return key === undefined ? undefined : EXCEPTIONS[key];
}
