import type { SortField } from '../query/sort.js';
import type { Index } from '../storage/catalog.js';
import { behind, CUT_AT, indexRange, type KeyRange } from '../storage/keys.js';
import { isIndex } from '../values/path.js';
import type { Clause } from './clauses.js';
import { boundsOf, type FieldBounds, type Interval, inverted } from './intervals.js';
import { isImplied } from './partial.js';

/** What one index can do for one query. */
export interface IndexUse {
  readonly index: Index;
  readonly ranges: readonly KeyRange[];
  readonly proved: ReadonlySet<Clause>;
  readonly givesSort: boolean;
  readonly isReverse: boolean;
  readonly score: number;
}

/** More key ranges than this (`$in` times `$in`) are not worth it: the later fields are left to the filter. */
const MOST_RANGES = 500;

/** How `index` serves a query, or undefined where it cannot or brings nothing. `isForced`: a hint asks for it. */
export function useOf(
  index: Index,
  clauses: readonly Clause[],
  sort: readonly SortField[],
  isForced: boolean,
): IndexUse | undefined {
  const { spec } = index;
  if (spec.partialFilterExpression && !isImplied(spec.partialFilterExpression, clauses)) return undefined;
  const used = usableBounds(index, clauses);
  if (spec.sparse && !used.some(({ impliesPresence }) => impliesPresence) && !isForced) return undefined;
  const order = sortDirection(index, used, sort);
  const points = used.filter(({ arePoints }) => arePoints).length;
  const isUnique = spec.unique === true && points === index.fields.length;
  const score =
    (isUnique ? 1000 : 0) +
    points * 100 +
    (used.length > points ? 50 : 0) +
    (order !== undefined && sort.length ? 30 : 0);
  if (score === 0 && !isForced) return undefined;
  const { ranges, areCut } = rangesOf(index, used);
  const proved = spec.long || areCut ? [] : used.flatMap((bounds) => bounds.proved);
  return {
    index,
    ranges,
    proved: new Set(proved),
    givesSort: order !== undefined,
    isReverse: order === -1,
    score,
  };
}

/** Bounds of the leading fields: values one after the other, ended by the first range or field without a condition. */
function usableBounds({ fields, spec }: Index, clauses: readonly Clause[]): FieldBounds[] {
  const used: FieldBounds[] = [];
  let ranges = 1;
  for (const [i, { path, parts }] of fields.entries()) {
    // An entry holds values of one element of an array, but two conditions may be met by two of them.
    if (spec.multikey && fields.slice(0, i).some((other) => other.parts[0] === parts[0])) break;
    const bounds = parts.some(isIndex) // means a position or a field: an index holds the one, a query finds both
      ? undefined
      : boundsOf(
          clauses.filter((clause) => clause.path === path),
          spec.multikey,
        );
    if (!bounds || ranges * bounds.intervals.length > MOST_RANGES) break;
    used.push(bounds);
    ranges *= bounds.intervals.length;
    if (!bounds.arePoints) break;
  }
  return used;
}

/** The stretches of the index to walk, in its order. `areCut`: some may hold more than was asked for. */
function rangesOf({ fields, spec }: Index, used: readonly FieldBounds[]): { ranges: KeyRange[]; areCut: boolean } {
  const whole = indexRange(spec.id);
  if (used.length === 0) return { ranges: [whole], areCut: false };
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  used.slice(0, -1).forEach(({ intervals }, i) => {
    prefixes = prefixes.flatMap((prefix) =>
      intervals.map((one) => Buffer.concat([prefix, directed(one, fields[i]?.direction).low])),
    );
  });
  const last = used.at(-1) as FieldBounds;
  const direction = fields[used.length - 1]?.direction;
  const intervals = last.intervals.map((one) => directed(one, direction));
  const stretches = prefixes
    .flatMap((prefix) => intervals.map((one) => stretch(whole.start, prefix, one)))
    .sort((a, b) => Buffer.compare(a.start, b.start));
  return {
    // values that differ only beyond the cut give one stretch
    ranges: stretches.filter(({ start }, i) => !stretches[i - 1]?.start.equals(start)),
    areCut: stretches.some(({ isCut }) => isCut),
  };
}

function directed(interval: Interval, direction: 1 | -1 | undefined): Interval {
  return direction === -1 ? inverted(interval) : interval;
}

interface Stretch extends KeyRange {
  readonly isCut: boolean;
}

/** Ends beyond the length that keys keep are cut as the keys are: the stretch then holds more than the interval. */
function stretch(start: Buffer, prefix: Buffer, { low, lowAfter, high, highAfter }: Interval): Stretch {
  const from = cut(start, prefix, low);
  const to = cut(start, prefix, high);
  return {
    start: lowAfter && !from.isCut ? behind(from.key) : from.key,
    end: highAfter || to.isCut ? behind(to.key) : to.key,
    isCut: from.isCut || to.isCut,
  };
}

function cut(start: Buffer, prefix: Buffer, end: Buffer): { key: Buffer; isCut: boolean } {
  const values = Buffer.concat([prefix, end]);
  return { key: Buffer.concat([start, values.subarray(0, CUT_AT)]), isCut: values.length > CUT_AT };
}

/** 1 or -1 where walking the index forwards or backwards gives the sort, undefined where it does not. */
function sortDirection(
  { fields, spec }: Index,
  used: readonly FieldBounds[],
  sort: readonly SortField[],
): 1 | -1 | undefined {
  if (sort.length === 0) return 1;
  if (spec.multikey || spec.long) return undefined;
  const fixed = used.findIndex(({ arePoints, intervals }) => !arePoints || intervals.length !== 1);
  const equalities = fixed === -1 ? used.length : fixed;
  if (used.length > equalities + 1) return undefined; // several values before a later field: not one ordered walk
  const constant = new Set(fields.slice(0, equalities).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !constant.has(path));
  if (wanted.length === 0) return 1;
  const given = fields.slice(equalities, equalities + wanted.length);
  const directions = wanted.map(({ path, direction }, i) =>
    given[i]?.path === path ? direction * (given[i]?.direction ?? 0) : 0,
  );
  if (directions.every((one) => one === 1)) return 1;
  return directions.every((one) => one === -1) ? -1 : undefined;
}
