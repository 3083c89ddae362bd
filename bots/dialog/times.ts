import { DateTime } from 'luxon';
import type { Context } from './context.js';
import type { Option } from './flow.js';
import type { Window } from './slots.js';
import { timeParams } from './view.js';

/** The last moments at which the same day's parts are still offered. */
const AFTERNOON_UNTIL = 15;
const EVENING_UNTIL = 18;

const iso = (time: DateTime): string => time.toISO() ?? '';
const between = (day: DateTime, from: number, to: number): Window => ({
  from: iso(day.set({ hour: from })),
  to: iso(day.set({ hour: to })),
});

/** Today or tomorrow, morning 8–12, afternoon 14–18, evening 18–21: those that are still to come. */
function parts(context: Context): Window[] {
  const now = DateTime.fromJSDate(context.now, { zone: context.timezone });
  const today = now.startOf('day');
  const tomorrow = today.plus({ days: 1 });
  return [
    ...(now.hour < AFTERNOON_UNTIL ? [between(today, 14, 18)] : []),
    ...(now.hour < EVENING_UNTIL ? [between(today, 18, 21)] : []),
    between(tomorrow, 8, 12),
    between(tomorrow, 14, 18),
  ];
}

const timeOption = (window: Window, slot: string, context: Context): Option => ({
  id: window.from,
  key: 'choice.window',
  params: timeParams(window, context),
  patch: { [slot]: window },
});

/** As soon as possible. */
export const asap = ({ now, timezone }: Pick<Context, 'now' | 'timezone'>): Window => ({
  from: iso(DateTime.fromJSDate(now, { zone: timezone })),
  to: null,
});

/** Quick answers to "when does it suit you?". */
export const visitTimes = (slot: string, context: Context): Option[] => [
  { id: 'asap', key: 'choice.asap', patch: { [slot]: asap(context) } },
  ...parts(context)
    .slice(0, 3)
    .map((window) => timeOption(window, slot, context)),
];

/** Quick answers to "when will you come?": half an hour, an hour, or the next parts of the day. */
export function promiseTimes(slot: string, context: Context): Option[] {
  const now = DateTime.fromJSDate(context.now, { zone: context.timezone });
  const within = (minutes: number): Option => ({
    id: `in-${minutes}`,
    key: 'choice.within',
    params: { minutes },
    patch: { [slot]: { from: iso(now), to: iso(now.plus({ minutes })) } },
  });
  return [
    within(30),
    within(60),
    ...parts(context)
      .slice(0, 2)
      .map((window) => timeOption(window, slot, context)),
  ];
}
