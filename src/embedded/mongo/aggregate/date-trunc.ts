import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { isDoc } from '../bson.js';
import { fault } from '../errors.js';

const FIXED_MS = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY_MS = FIXED_MS.day;

/** Bins are counted from the first of January 2000, a Saturday. Rule: MongoDB manual, "$dateTrunc". */
const ORIGIN = Date.UTC(2000, 0, 1);

/** `$dateTrunc`: the beginning of the unit (or of `binSize` units) that a date lies in, in a time zone. */
export function dateTrunc(doc: unknown, argument: unknown, options: Options): Date | null {
  const given = isDoc(argument) ? argument : {};
  const unknown = Object.keys(given).find(
    (name) => !['date', 'unit', 'binSize', 'timezone', 'startOfWeek'].includes(name),
  );
  if (unknown) throw fault(5439008, `Unrecognized argument to $dateTrunc: ${unknown}`);
  const value = (name: string) =>
    (name in given ? evalExpr(doc as never, given[name] as never, options) : undefined) as unknown;
  const [date, unit] = [value('date'), value('unit')];
  if (!('date' in given) || !('unit' in given)) throw fault(5439009, "$dateTrunc needs 'date' and 'unit'");
  if (date === null || date === undefined || unit === null || unit === undefined) return null;
  if (!(date instanceof Date)) throw fault(5439012, "$dateTrunc requires 'date' to be a date");
  const binSize = value('binSize') ?? 1;
  if (!Number.isInteger(binSize) || (binSize as number) < 1) {
    throw fault(5439017, "$dateTrunc requires 'binSize' to be a positive whole number");
  }
  const zone = String(value('timezone') ?? 'UTC');
  const local = date.getTime() + offsetMs(date, zone);
  const begin = beginning(local, String(unit), binSize as number, String(value('startOfWeek') ?? 'sunday'));
  return new Date(fromLocal(begin, zone));
}

function beginning(local: number, unit: string, binSize: number, startOfWeek: string): number {
  if (unit in MONTHS) {
    const months = MONTHS[unit as keyof typeof MONTHS] * binSize;
    const date = new Date(local);
    const since = (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
    return Date.UTC(2000, Math.floor(since / months) * months, 1);
  }
  if (unit === 'week') {
    const wanted = WEEKDAYS.findIndex((name) => name.startsWith(startOfWeek.toLowerCase().slice(0, 3)));
    const origin = ORIGIN + ((wanted - 6 + 7) % 7) * DAY_MS;
    return origin + floorTo(local - origin, 7 * DAY_MS * binSize);
  }
  const size = FIXED_MS[unit as keyof typeof FIXED_MS];
  if (size === undefined) throw fault(5439014, `$dateTrunc: unknown time unit value: ${unit}`);
  return ORIGIN + floorTo(local - ORIGIN, size * binSize);
}

function floorTo(value: number, size: number): number {
  return Math.floor(value / size) * size;
}

/** Milliseconds that a zone is ahead of UTC at a moment: `+08:00`, `+0800`, `+08`, or a name such as Asia/Shanghai. */
function offsetMs(date: Date, zone: string): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    throw fault(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}

/** The moment whose local time is `local`; the offset is looked up again where clocks change in between. */
function fromLocal(local: number, zone: string): number {
  const guess = local - offsetMs(new Date(local), zone);
  return local - offsetMs(new Date(guess), zone);
}
