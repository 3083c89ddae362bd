import { type ClockSaid, clockSpan, type HourSpan, PART_PATTERN, rangeSpan } from './hours.js';

const MINUTES = '(?:[0-5]\\d(?!\\d)|半|[13]刻|[5-9](?=分))';
const OCLOCK = "(?:点钟?|时(?!间|候|不|常|而)|o'?clock)";
const clock = (n: number) => `(?<h${n}>\\d{1,2})(?::(?<c${n}>[0-5]\\d)|${OCLOCK}(?<m${n}>${MINUTES})?分?)`;
const loose = (n: number) => `(?<h${n}>\\d{1,2})(?::(?<c${n}>[0-5]\\d)|${OCLOCK}(?<m${n}>${MINUTES})?分?)?`;
const part = (n: number) => `(?<p${n}>${PART_PATTERN})`;
const START = '(?<![\\d.a-z:-])';
const TAIL = '(?:钟|整|多|来钟|左右|前后|上下|的样子)*';
// "一点" is one o'clock only where a time may stand: "慢一点", "有一点水", "E1点不着" are none.
const NOT_A_BIT =
  '(?!(?<![天日号末午晨晌里夜,到至约的我傅定就 -]|[周期拜]\\d|^|早上|晚上)1点(?!钟|半|整|多|\\d|[13]刻|左右|以[前后]|之[前后]|过后|[前后]))';
const EDGE = '以后|之后|过后|往后|后(?!天|日)|以前|之前|前(?!天|台|面|后)|才?下班(?:以后|之后|后)?';
const CHINESE_RANGE = `(?:${part(1)}的?\\s*)?${START}${loose(1)}${TAIL}\\s*(?:到|至|-|to)\\s*(?:${part(2)}的?\\s*)?${clock(2)}`;
const CHINESE_CLOCK = `(?:${part(3)}的?\\s*)?${START}${NOT_A_BIT}${clock(3)}${TAIL}(?<edge>\\s*(?:${EDGE}))?`;

const half = (n: number) => `(?<half${n}>am|pm|a\\.m|p\\.m)\\b\\.?`;
const english = (n: number) => `(?<h${n}>\\d{1,2})(?::(?<c${n}>[0-5]\\d))?(?!\\d)`;
const NO_UNIT =
  '(?!\\s*(?:%|th\\b|st\\b|nd\\b|rd\\b|days?|hours?|hrs?|min|floor|years?|deg|times|units?|[a-z]*\\d|[/.-]\\d|[栋号楼层幢座单室]))';
const EN_TO = '(?:-|to|and|till?|until)';
// A number alone is no time in English: it takes am, pm or a word before it.
const ENGLISH_RANGE = `(?=\\b(?:between|from) |[\\d:]{1,5}\\s*(?:${EN_TO}\\s*[\\d:]{1,5}\\s*[ap]\\.?m|[ap]\\.?m\\s*${EN_TO}))(?:(?<between>between|from)\\s+)?(?<![\\d.:-])\\b${english(5)}(?:\\s*${half(5)})?\\s*${EN_TO}\\s*${english(6)}${NO_UNIT}(?:\\s*${half(6)})?`;
const ENGLISH_CLOCK = `(?=\\b[abu]|[\\d:]{1,5}\\s*[ap]\\.?m)(?:\\b(?<edgeEn>after|before|around|about|at|by|until)\\s*)?(?<![\\d.:-])\\b${english(4)}${NO_UNIT}(?:\\s*${half(4)})?`;

/** Source of a pattern for clock times and ranges of them, in text whose numbers are digits. */
export const CLOCK_PATTERN = `(?<range>${CHINESE_RANGE})|(?<clock>${CHINESE_CLOCK})|(?<rangeEn>${ENGLISH_RANGE})|(?<clockEn>${ENGLISH_CLOCK})`;

type Groups = Record<string, string | undefined>;
/** What a match of {@link CLOCK_PATTERN} means; `isBare` when nothing tells its half of the day, `isUntil` when its end was said. */
export interface Clock {
  span: HourSpan;
  isBare: boolean;
  isUntil: boolean;
}

function edgeOf(said: string | undefined): 'at' | 'after' | 'before' {
  if (!said || /around|about|^at$|until/.test(said)) return 'at';
  return /前|before|by/.test(said) ? 'before' : 'after';
}

const said = (g: Groups, n: number, word: string | undefined): ClockSaid => ({
  hour: g[`h${n}`],
  minute: g[`c${n}`] ?? g[`m${n}`],
  part: word,
});
const halfOf = (word: string | undefined) => word?.replace('.', '');

function englishRange(g: Groups): Clock | undefined {
  const [first, second] = [halfOf(g.half5), halfOf(g.half6)];
  // "9-11am", "10-2pm": the half said at the end holds for both where it can.
  const shared = first ?? (second === 'pm' && Number(g.h5) > Number(g.h6) && g.h5 !== '12' ? 'am' : second);
  const span = rangeSpan(said(g, 5, shared), said(g, 6, second ?? (first === 'pm' ? first : undefined)));
  return span && { span, isBare: !first && !second, isUntil: true };
}

function englishClock(g: Groups): Clock | undefined {
  const word = halfOf(g.half4);
  const edge = edgeOf(g.edgeEn);
  const span = clockSpan(said(g, 4, word), edge);
  return span && { span, isBare: !word, isUntil: edge === 'before' };
}

export function readClock(g: Groups): Clock | undefined {
  if (g.rangeEn) return englishRange(g);
  if (g.clockEn) return englishClock(g);
  if (g.range) {
    const span = rangeSpan(said(g, 1, g.p1), said(g, 2, g.p2));
    return span && { span, isBare: !g.p1 && !g.p2 && Number(g.h1) < 13, isUntil: true };
  }
  const edge = edgeOf(g.edge?.trim());
  const span = clockSpan(said(g, 3, g.p3), edge);
  return span && { span, isBare: !g.p3 && Number(g.h3) < 13, isUntil: edge === 'before' };
}
