import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';
import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/**
 * 服务时间: when the ordinary clocks of a project run.
 * `everyday` ignores holidays; `workdays` follows China's public holidays and make-up workdays (调休).
 */
export const calendarSchema = z.object({
  timezone: z.string().refine((zone) => DateTime.local().setZone(zone).isValid, 'unknown time zone'),
  days: z.enum(['everyday', 'workdays']),
  /** Service windows of a day in order, e.g. 08:00–12:00 and 13:00–18:00. */
  hours: z.array(z.object({ from: timeOfDay, to: timeOfDay })).min(1),
});
export type Calendar = z.infer<typeof calendarSchema>;

interface Window {
  from: DateTime;
  to: DateTime;
}

/** A wall-clock time of the given day; `24:00` is the next midnight. */
const at = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.startOf('day').set({ hour, minute });
};

const windowsOf = (calendar: Calendar, day: DateTime): Window[] =>
  calendar.days === 'workdays' && !chineseDays.isWorkday(day.toISODate() ?? '')
    ? []
    : calendar.hours.map(({ from, to }) => ({ from: at(day, from), to: at(day, to) }));

/** No holiday is longer than this; past it a calendar that never opens is a mistake. */
const MAX_DAYS = 400;

function* windowsFrom(calendar: Calendar, from: Date): Generator<Window> {
  const start = DateTime.fromJSDate(from, { zone: calendar.timezone });
  for (let i = 0; i < MAX_DAYS; i++) {
    for (const window of windowsOf(calendar, start.plus({ days: i }).startOf('day'))) {
      if (window.to > start) yield window.from > start ? window : { from: start, to: window.to };
    }
  }
}

/**
 * The moment at which `minutes` of service time have passed since `from`.
 * @throws RangeError if the calendar has no service time within 400 days.
 */
export function addServiceMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  let left = minutes * 60_000;
  for (const window of windowsFrom(calendar, from)) {
    const length = window.to.toMillis() - window.from.toMillis();
    if (left <= length) return new Date(window.from.toMillis() + left);
    left -= length;
  }
  throw new RangeError('the calendar has no service time');
}

/** Minutes of service time between two moments; 0 where `to` is not after `from`. */
export function serviceMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  let total = 0;
  for (const window of windowsFrom(calendar, from)) {
    if (window.from.toMillis() >= to.getTime()) break;
    total += Math.min(window.to.toMillis(), to.getTime()) - window.from.toMillis();
  }
  return total / 60_000;
}

/** `moment` itself where it lies within the daily hours, otherwise their next beginning. */
export function withinHours(timezone: string, hours: { from: string; to: string }, moment: Date): Date {
  const local = DateTime.fromJSDate(moment, { zone: timezone });
  const opens = at(local, hours.from);
  if (local < opens) return opens.toJSDate();
  return local < at(local, hours.to) ? moment : at(local.plus({ days: 1 }), hours.from).toJSDate();
}
