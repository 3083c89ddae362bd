import type { DateTime } from 'luxon';

/** A run of whole days: midnight to midnight, `to` exclusive. */
export interface DaySpan {
  from: DateTime;
  to: DateTime;
}

const oneDay = (from: DateTime): DaySpan => ({ from, to: from.plus({ days: 1 }) });

/** Days that are named; the number is how far they are from today. Dialect words stand beside the standard ones. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:大后天|大后日)$/, 3],
  [/^(?:后天|后日|后儿个?|the day after tomorrow)$/, 2],
  [/^(?:明天|明日|明儿个?|明朝|翌日|第2天|听日|tomorrow|tmr|tmrw)$/, 1],
  [/^(?:今天|今日|今儿个?|今朝|当天|today)$/, 0],
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Source of a pattern for day expressions in text whose numbers are digits. */
export const DAY_PATTERN = [
  'the day after tomorrow|tomorrow|tmrw?|today',
  '大后天|大后日|后天|后日|后儿个?|明天|明日|明儿个?|明朝|今天|今日|今儿个?|今朝|当天|听日',
  '(?:下个?下个?|下下?个?|这个?|本)?(?:周|星期|礼拜)(?:[1-6日天](?![月年\\d])|末)|(?:这|下)个?周末|双休日',
  '(?:(?:this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:(?:this|next) )?weekend',
  '(?<!\\d)\\d{1,2}月\\d{1,2}[日号]?|(?<![\\d-])\\d{1,2}[日号](?!楼|院|门|线|电梯|单|房|栋|车|机|\\d|家|业主|桌|小时|\\s*\\d{3})',
  '今明(?:2|两)?天|明后(?:2|两)?天|这(?:2|两)天',
  '(?<!\\d)\\d{1,2}天(?:以后|之后|后)|月底|月末',
].join('|');

function weekday(said: string, today: DateTime): DaySpan | undefined {
  const cn = /^(下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([1-6日天末])$/.exec(said.replace('双休日', '周末'));
  const en = /^(this |next )?(?:(\w+day)|weekend)$/.exec(said);
  if (!cn && !en) return undefined;
  const which = cn ? (cn[1] ?? '') : (en?.[1] ?? '').trim();
  const day = cn ? cn[2] : en?.[2];
  const isWeekend = day === '末' || day === undefined;
  const number = isWeekend ? 6 : cn ? '123456'.indexOf(day) + 1 || 7 : WEEKDAYS.indexOf(day) + 1;
  if (number === 0) return undefined;
  const monday = today.minus({ days: today.weekday - 1 });
  const weeks = which.startsWith('下下') ? 2 : /^下|^next/.test(which) ? 1 : 0;
  const last = isWeekend ? 7 : number;
  // A bare weekday that has gone by this week is next week's.
  const ahead = weeks === 0 && !/^[这本]/.test(which) && last < today.weekday ? 1 : weeks;
  const from = monday.plus({ weeks: ahead, days: number - 1 });
  return isWeekend ? { from, to: from.plus({ days: 2 }) } : oneDay(from);
}

function calendarDay(said: string, today: DateTime): DaySpan | undefined {
  const m = /^(?:(\d{1,2})月)?(\d{1,2})[日号]?$/.exec(said);
  if (!m) return undefined;
  const [month, day] = [m[1] ? Number(m[1]) : undefined, Number(m[2])];
  // The next date with that name: this month's or next month's, this year's or next year's.
  for (let ahead = 0; ahead < 13; ahead += month ? 12 : 1) {
    const base = month
      ? today.set({ day: 1, month }).plus({ months: ahead })
      : today.set({ day: 1 }).plus({ months: ahead });
    const isRealDate = base.isValid && day >= 1 && day <= (base.daysInMonth ?? 0);
    const date = isRealDate ? base.set({ day }) : undefined;
    if (date && date >= today) return oneDay(date);
    if (month && !isRealDate) return undefined;
  }
  return undefined;
}

/** The days that an expression matched by {@link DAY_PATTERN} means; `today` is midnight of the current day. */
export function resolveDay(said: string, today: DateTime): DaySpan | undefined {
  const relative = RELATIVE.find(([pattern]) => pattern.test(said));
  if (relative) return oneDay(today.plus({ days: relative[1] }));
  const pair = /^(今明|这|明后)(?:2|两)?天$/.exec(said)?.[1];
  if (pair) {
    const from = today.plus({ days: pair === '明后' ? 1 : 0 });
    return { from, to: from.plus({ days: 2 }) };
  }
  const later = /^(\d{1,2})天/.exec(said);
  if (later) return oneDay(today.plus({ days: Number(later[1]) }));
  if (/^月[底末]$/.test(said))
    return { from: today.endOf('month').startOf('day').minus({ days: 2 }), to: today.endOf('month').plus(1) };
  return weekday(said, today) ?? calendarDay(said, today);
}
