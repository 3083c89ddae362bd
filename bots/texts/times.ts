import type { DateTime } from 'luxon';
import type { Locale } from '../../src/domain/people.js';
import { spokenDate, spokenTime } from './spoken.js';

/** For whom, and for eye or ear. */
export interface Manner {
  locale: Locale;
  /** Heard, not read. */
  isSpoken: boolean;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const NEAR = { 'zh-CN': ['今天', '明天', '后天'], en: ['today', 'tomorrow'] } as const;

/** The day in words: near days by name where it is known what day it is now. */
function dayOf(time: DateTime, now: DateTime | undefined, { locale, isSpoken }: Manner): string {
  const away = now ? time.startOf('day').diff(now.startOf('day'), 'days').days : Number.NaN;
  const near = NEAR[locale][away];
  if (locale === 'en') return near ? `${near} (${time.toFormat('ccc')})` : time.toFormat('ccc d LLL');
  const weekday = WEEKDAYS[time.weekday - 1];
  if (isSpoken) return near ?? `${spokenDate(time.month, time.day)}星期${weekday === '日' ? '天' : weekday}`;
  return near ? `${near}(周${weekday})` : `${time.month}月${time.day}日(周${weekday})`;
}

const clockOf = (time: DateTime, { locale, isSpoken }: Manner, before?: DateTime): string =>
  isSpoken && locale === 'zh-CN' ? spokenTime(time.hour, time.minute, before?.hour) : time.toFormat('HH:mm');

/** One moment: 明天(周二)14:00 · 明天下午两点 · tomorrow (Tue) 14:00 */
export function momentInWords(from: DateTime, now: DateTime | undefined, manner: Manner): string {
  const gap = manner.locale === 'en' ? ' ' : '';
  return `${dayOf(from, now, manner)}${gap}${clockOf(from, manner)}`;
}

/** A window: 明天(周二)14:00–18:00 · 明天下午两点到六点; without an end: as soon as possible. */
export function windowInWords(
  from: DateTime,
  to: DateTime | undefined,
  now: DateTime | undefined,
  manner: Manner,
): string {
  const { locale, isSpoken } = manner;
  if (!to) return locale === 'en' ? 'as soon as possible' : '尽快';
  const start = momentInWords(from, now, manner);
  const isOneDay = from.hasSame(to, 'day');
  const end = isOneDay ? clockOf(to, manner, from) : momentInWords(to, now, manner);
  if (locale === 'en') return isSpoken || !isOneDay ? `${start} to ${end}` : `${start}–${end}`;
  return isSpoken || !isOneDay ? `${start}到${end}` : `${start}–${end}`;
}
