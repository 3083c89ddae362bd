import { DateTime, type IANAZone } from 'luxon';
import { type Day, type DaySpan, dateOf, dayOf, resolveDay } from './days.js';
import { type HourSpan, WHOLE_DAY } from './hours.js';
import { type Reading, read } from './reading.js';
import { JOINER } from './time-groups.js';
import { type TimedText, type TimeToken, timeTokens } from './time-tokens.js';
import { wishedTimes } from './time-wishes.js';
import { zoneOf } from './zones.js';

/** When a visit is wanted: ISO 8601 with offset; `to` is null for "随时". */
export interface VisitTime {
  from: string;
  to: string | null;
}
export type FoundTime = VisitTime & { confidence: number };

const DAY_MINUTES = 24 * 60;

interface Wanted {
  day: DaySpan | undefined;
  hours: { span: HourSpan; isBare: boolean; isUntil: boolean; isClock: boolean } | undefined;
}

/** The day that stands right before the hours ("周末在家,周六下午三点"), else the first; joined days are one span. */
function pickDay(text: string, tokens: readonly TimeToken[], today: Day): DaySpan | undefined {
  const days = tokens.filter((token) => token.kind === 'day');
  const clock = tokens.find((token) => token.kind === 'hours');
  const beside = clock ? days.findLastIndex((day) => day.end <= clock.at && clock.at - day.end <= 4) : -1;
  const spans = days.map((day) => resolveDay(day.said, today));
  const joins = (i: number) => {
    const [first, second] = [spans[i - 1], spans[i]];
    const isBetween = i > 0 && JOINER.test(text.slice(days[i - 1]?.end, days[i]?.at));
    return isBetween && first !== undefined && second !== undefined && first.from < second.from;
  };
  let start = Math.max(0, beside);
  while (joins(start)) start -= 1;
  const first = spans[start];
  return first && joins(start + 1) ? { from: first.from, to: spans[start + 1]?.to ?? first.to } : first;
}

function pickHours(text: string, tokens: readonly TimeToken[]): Wanted['hours'] {
  const all = tokens.filter((token) => token.kind === 'hours');
  const chosen = all.find((token) => token.isClock) ?? all[0];
  const next = chosen && all[all.indexOf(chosen) + 1];
  if (!chosen || !next || chosen.isClock || next.isClock || next.span.to <= chosen.span.to) return chosen;
  return JOINER.test(text.slice(chosen.end, next.at))
    ? { ...chosen, span: { from: chosen.span.from, to: next.span.to } }
    : chosen;
}

/** Minutes of wall clock time after the beginning of 1970. */
type Minute = number;

/** The window in the future that day and hours mean; undefined when all of it is over. */
function windowOf({ day, hours }: Wanted, now: Minute): { from: Minute; to: Minute } | undefined {
  const today = Math.floor(now / DAY_MINUTES);
  const span = hours?.span ?? WHOLE_DAY;
  const { from: first, to: end } = day ?? { from: today, to: today + 1 };
  const fits = (minutes: HourSpan, ahead = 0) => ({
    from: (first + ahead) * DAY_MINUTES + minutes.from,
    to: (end - 1 + ahead) * DAY_MINUTES + minutes.to,
  });
  // A bare clock time that has passed means its next turn: "8点" said at noon is this evening, "9点" tomorrow.
  const planned = fits(span);
  const isVague = hours?.isBare && !hours.isUntil && !day && planned.from <= now;
  if (planned.to > now && !isVague) return planned;
  const evening = { from: span.from + 720, to: Math.min(span.to + 720, 21 * 60) };
  if (hours?.isBare && span.from < 720 && evening.from < evening.to && fits(evening).from > now) return fits(evening);
  if (day) return day.recurs ? fits(span, 7) : undefined;
  return fits(span, 1);
}

function atMinute(minute: Minute, zone: IANAZone): DateTime {
  const date = dateOf(Math.floor(minute / DAY_MINUTES));
  const rest = minute % DAY_MINUTES;
  return DateTime.fromObject(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Math.floor(rest / 60),
      minute: rest % 60,
    },
    { zone },
  );
}

const iso = (time: DateTime) => time.toISO({ suppressMilliseconds: true }) ?? '';

function certainty({ day, hours }: Wanted): number {
  if (day && hours) return 0.95;
  if (day) return 0.9;
  return hours?.isClock && !hours.isBare ? 0.9 : 0.82;
}

function fromNow(delay: { minutes: number; isLimit: boolean }, local: DateTime): FoundTime {
  const due = local.plus({ minutes: delay.minutes });
  const [from, to] = delay.isLimit ? [local, due] : [due, due.plus({ hours: 1 })];
  return { from: iso(from), to: iso(to), confidence: 0.88 };
}

/** The visit time among the time expressions of a message, see {@link timeTokens}. */
export function visitTimeAmong({ text, tokens: all }: TimedText, now: Date, timezone: string): FoundTime | undefined {
  const tokens = all.length > 0 ? wishedTimes(text, all) : [];
  if (tokens.length === 0) return undefined;
  const zone = zoneOf(timezone);
  const local = DateTime.fromJSDate(now, { zone }).startOf('second');
  const delay = tokens.find((token) => token.kind === 'delay');
  if (delay) return fromNow(delay, local);
  const today = dayOf(local.year, local.month, local.day);
  const wanted: Wanted = { day: pickDay(text, tokens, today), hours: pickHours(text, tokens) };
  if (wanted.day || wanted.hours) {
    const window = windowOf(wanted, today * DAY_MINUTES + local.hour * 60 + local.minute + local.second / 60);
    if (!window) return undefined;
    const [from, to] = [window.from, window.to].map((minute) => iso(atMinute(minute, zone)));
    return { from: from ?? '', to: to ?? '', confidence: certainty(wanted) };
  }
  return tokens.some((token) => token.kind === 'anytime')
    ? { from: iso(local), to: null, confidence: 0.85 }
    : undefined;
}

/** The visit time in a message that was read already. */
export const findVisitTime = (
  { digits }: Pick<Reading, 'digits'>,
  now: Date,
  timezone: string,
): FoundTime | undefined => visitTimeAmong(timeTokens(digits), now, timezone);

/** An answer to "when?": a window in the future as the standard counts them, or `undefined`. */
export function parseVisitTime(text: string, now: Date, timezone: string): FoundTime | undefined {
  return findVisitTime(read(text, 'chat'), now, timezone);
}
