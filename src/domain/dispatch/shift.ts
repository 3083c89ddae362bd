import { DateTime } from 'luxon';
import type { Shift, Staff } from '../people.js';

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

const covers = (shift: Shift, weekday: number, minute: number): boolean => {
  const from = minutesOf(shift.from);
  const to = minutesOf(shift.to);
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  if (to > from) return shift.weekdays.includes(weekday) && minute >= from && minute < to;
  // Past midnight: the evening of the shift's day, or the morning after it.
  return (shift.weekdays.includes(weekday) && minute >= from) || (shift.weekdays.includes(yesterday) && minute < to);
};

/** Whether one of the technician's shifts covers the moment, in the project's time zone. */
export function isOnShift(staff: Pick<Staff, 'shifts'>, now: Date, timezone: string): boolean {
  const local = DateTime.fromJSDate(now, { zone: timezone });
  return staff.shifts.some((shift) => covers(shift, local.weekday, local.hour * 60 + local.minute));
}
