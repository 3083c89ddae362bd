import { DAY_PATTERN } from './days.js';
import {
  CLOCK_PATTERN,
  clockSpan,
  ENGLISH_CLOCK,
  type HourSpan,
  PART_PATTERN,
  partSpan,
  RANGE_PATTERN,
} from './hours.js';

export type TimeValue =
  | { kind: 'past' }
  | { kind: 'day'; said: string }
  | { kind: 'hours'; span: HourSpan; isBare: boolean; isClock: boolean }
  | { kind: 'delay'; minutes: number; isLimit: boolean }
  | { kind: 'anytime' };
/** A time expression at its place in the text. */
export type TimeToken = TimeValue & { at: number; end: number };

const PAST =
  '大前天|前天|昨天|昨日|昨儿|昨晚上?|前晚|昨夜|昨|上上?个?(?:周|星期|礼拜)[1-6日天末]?|上个?月|去年|今早(?=[^,]{0,6}(?:起|发|就|开始|没|停))|刚才|刚刚|yesterday|last (?:night|week|month)';
const TODAY_PART = '今晚上?|今早|今夜|明晚上?|明早上?|后晚|tonight';
const DELAY =
  '(?:再?过|等)?(?<n>\\d{1,2}|半|1个半|\\d个半)(?:个)?(?<unit>小时|钟头|刻钟|分钟)(?<late>以后|之后|后|内|以内|之内|左右到|到)|过(?<n2>\\d{1,2}|半)个?(?<unit2>小时|钟头|分钟)|in (?<n3>\\d{1,2}|an|half an) (?<unit3>hours?|minutes?|mins?)';
const ANYTIME =
  '随时|任何时候|任何时间|什么时候都|哪天都|几点都|啥时候都|全天都?|整天都?|1天都|一天都|一整天|都在家|都有人|白天都|any ?time|whenever|all day';

const TOKEN = new RegExp(
  [
    `(?<past>${PAST})`,
    `(?<delay>${DELAY})`,
    `(?<range>${RANGE_PATTERN})`,
    `(?<clock>${CLOCK_PATTERN}|${ENGLISH_CLOCK})`,
    `(?<short>${TODAY_PART})(?=(?<next>\\s*\\d{1,2}(?:点|:))?)`,
    `(?<day>${DAY_PATTERN})`,
    `(?<part>${PART_PATTERN})`,
    `(?<anytime>${ANYTIME})`,
  ].join('|'),
  'g',
);

const PER_UNIT: Record<string, number> = { 小: 60, 钟: 60, 刻: 15, 分: 1, h: 60, m: 1 };

function delay(g: Record<string, string | undefined>): TimeValue {
  const n = g.n ?? g.n2 ?? g.n3 ?? '1';
  const unit = PER_UNIT[(g.unit ?? g.unit2 ?? g.unit3 ?? '').charAt(0)] ?? 1;
  const amount = /^half|^半$/.test(n) ? 0.5 : n === 'an' ? 1 : Number.parseInt(n, 10) + (n.endsWith('半') ? 0.5 : 0);
  return { kind: 'delay', minutes: Math.round(amount * unit), isLimit: /内/.test(g.late ?? '') };
}

/** "今晚", "明早": a day and its part in two characters; a clock time right behind takes the part with it. */
function shortForm(said: string): TimeValue[] {
  const span = partSpan(/早/.test(said) ? '早上' : '晚上');
  const day = said === 'tonight' ? '今天' : `${said.charAt(0)}天`;
  return [
    { kind: 'day', said: day },
    ...(span ? [{ kind: 'hours', span, isBare: false, isClock: false } as const] : []),
  ];
}

function valuesOf(g: Record<string, string | undefined>, said: string): TimeValue[] {
  if (g.past) return [{ kind: 'past' }];
  if (g.delay) return [delay(g)];
  if (g.range || g.clock) {
    const hours = clockSpan(g);
    return hours ? [{ kind: 'hours', ...hours, isClock: true }] : [];
  }
  if (g.short) return shortForm(said);
  if (g.day) return [{ kind: 'day', said }];
  if (g.anytime) return [{ kind: 'anytime' }];
  const span = partSpan(said);
  return span ? [{ kind: 'hours', span, isBare: false, isClock: false }] : [];
}

// "今晚8点" reads as 今天 + 晚上8点, so that the clock knows its half of the day.
const spellOut = (text: string) =>
  text.replace(
    /(今|明|后|昨)(晚上?|早上?|夜)(?=\s*的?\s*\d)/g,
    (_all, day: string, part: string) => `${day}天${part.charAt(0) === '早' ? '早上' : '晚上'}`,
  );

/** All time expressions of a text whose numbers are digits, with the text that their positions refer to. */
export function timeTokens(digits: string): { text: string; tokens: TimeToken[] } {
  const text = spellOut(digits);
  const tokens = [...text.matchAll(TOKEN)].flatMap((m) =>
    valuesOf(m.groups ?? {}, m[0]).map((value) => ({ ...value, at: m.index, end: m.index + m[0].length })),
  );
  return { text, tokens };
}
