/** A window within one day, in minutes after midnight. A clock time without its part of the day may mean either half. */
export interface HourSpan {
  from: number;
  to: number;
}

const HOUR = 60;
const at = (from: number, to: number): HourSpan => ({ from: from * HOUR, to: to * HOUR });

/** A day without hours. */
export const WHOLE_DAY = at(8, 18);

type Part = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';
const SPANS: Record<Part, HourSpan> = {
  night: at(0, 6),
  morning: at(8, 12),
  noon: at(12, 14),
  afternoon: at(14, 18),
  evening: at(18, 21),
};
const PARTS: readonly (readonly [Part, string])[] = [
  ['night', '凌晨|半夜|深夜'],
  ['morning', '大清早|清早|清晨|早晨|早上|早间|一早|1早|上午|上昼|朝早|头晌|晨|早|morning'],
  ['noon', '中午|晌午|正午|午休(?:时间)?|午饭(?:后|时间)?|晏昼|noon|lunch ?time'],
  ['afternoon', '下午|午后|下昼|下晌|后晌|afternoon'],
  [
    'evening',
    '傍晚|晚上|晚间|夜里|夜晚|晚饭后|下了?班(?:以后|之后|后)?|放学后|今夜|黑了|晚(?!点|一点|些|于|了)|evening|tonight|after work',
  ],
];

/** Sources of patterns for parts of the day and for clock times, in text whose numbers are digits. */
export const PART_PATTERN = PARTS.map(([, words]) => words).join('|');
const MINUTES = '(?:[0-5]\\d(?!\\d)|半|[13]刻|[5-9](?=分))';
const clock = (n: number) =>
  `(?<h${n}>\\d{1,2})(?::(?<c${n}>[0-5]\\d)|(?:点钟?|时(?!间|候|不|常)|o'?clock)(?<m${n}>${MINUTES})?分?)`;
const loose = (n: number) => `(?<h${n}>\\d{1,2})(?:(?::(?<c${n}>[0-5]\\d)|点钟?|时|o'?clock)(?<m${n}>${MINUTES})?分?)?`;
const TAIL = '(?:钟|整|多|来钟|左右|前后|上下|的样子)*';
export const RANGE_PATTERN = `(?<p1>${PART_PATTERN})?的?\\s*(?<![\\d.-])${loose(1)}${TAIL}\\s*(?:到|至|-|to|~)\\s*(?:(?<p2>${PART_PATTERN})\\s*)?${clock(2)}`;
export const CLOCK_PATTERN = `(?<p3>${PART_PATTERN})?的?\\s*(?<![\\d.-])${clock(3)}${TAIL}(?<edge>\\s*(?:以后|之后|过后|往后|后(?!天|日)|以前|之前|前(?!天|台|面)|才?下班|才?(?:能)?(?:到家|回家|回来)))?`;
export const ENGLISH_CLOCK =
  '(?<edgeEn>after|before|around|at)?\\s*\\b(?<h4>\\d{1,2})(?::(?<c4>[0-5]\\d))?\\s*(?<half>am|pm|a\\.m|p\\.m)\\b';

type Groups = Record<string, string | undefined>;

function partOf(word: string | undefined): Part | undefined {
  return word ? PARTS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] : undefined;
}

/** The window of a part of the day: 上午 08–12, 中午 12–14, 下午 14–18, 晚上 18–21; at night nobody is visited. */
export function partSpan(word: string): HourSpan | undefined {
  const part = partOf(word);
  return part && part !== 'night' ? SPANS[part] : undefined;
}

function minutes(said: string | undefined): number {
  if (said === '半') return 30;
  if (said?.endsWith('刻')) return Number(said[0]) * 15;
  return Number(said ?? 0);
}

/** Minutes after midnight. A bare one to seven is in the afternoon: "两点" for a visit is 14:00. */
function toMinutes(hour: number, minute: number, part: Part | undefined): number | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const pm = hour < 12 ? hour + 12 : hour;
  const byPart: Record<Part, number> = {
    night: hour,
    morning: hour,
    noon: hour <= 3 ? pm : hour,
    afternoon: pm,
    evening: hour === 12 ? 24 : pm,
  };
  const resolved = part ? byPart[part] : hour >= 1 && hour <= 7 ? pm : hour;
  return resolved * HOUR + minute;
}

function partAt(time: number): HourSpan {
  // Between one and two in the afternoon people say 下午: what follows is the afternoon, not the lunch break.
  if (time >= 13 * HOUR && time < 18 * HOUR) return SPANS.afternoon;
  return time < 12 * HOUR ? SPANS.morning : time < 13 * HOUR ? SPANS.noon : SPANS.evening;
}

/** "X点以后": from then to the end of that part of the day. */
function after(time: number, part: Part | undefined): HourSpan {
  const end = (part ? SPANS[part] : partAt(time)).to;
  return { from: time, to: end > time ? end : time + HOUR };
}

/** "X点以前": from the beginning of that part of the day. */
function before(time: number, part: Part | undefined): HourSpan {
  const start = (part ? SPANS[part] : partAt(time - 1)).from;
  return { from: start < time ? start : time - HOUR, to: time };
}

function range(g: Groups): HourSpan | undefined {
  const [p1, p2] = [partOf(g.p1), partOf(g.p2)];
  const to = toMinutes(Number(g.h2), minutes(g.c2 ?? g.m2), p2 ?? p1);
  let from = toMinutes(Number(g.h1), minutes(g.c1 ?? g.m1), p1 ?? p2);
  if (from === undefined || to === undefined) return undefined;
  if (!p1 && from >= to && Number(g.h1) < 12) from = Number(g.h1) * HOUR + minutes(g.c1 ?? g.m1);
  if (from < to) return { from, to };
  // "上午11点到1点": the second half belongs to the next part of the day.
  return to + 12 * HOUR <= 24 * HOUR && from < to + 12 * HOUR ? { from, to: to + 12 * HOUR } : undefined;
}

function edged(time: number, part: Part | undefined, edge: string): HourSpan {
  if (/前(?!后)|before/.test(edge)) return before(time, part);
  return /around|^at$|^$/.test(edge) ? { from: time, to: time + HOUR } : after(time, part);
}

/** The window of a clock time or a range of them; one clock time is an hour. `isBare` when nothing tells its half of the day. */
export function clockSpan(g: Groups): { span: HourSpan; isBare: boolean } | undefined {
  if (g.h2) {
    const span = range(g);
    return span && { span, isBare: !g.p1 && !g.p2 && Number(g.h1) < 13 };
  }
  const part = g.half ? (g.half.startsWith('a') ? 'night' : 'afternoon') : partOf(g.p3);
  const time = toMinutes(Number(g.h3 ?? g.h4), minutes(g.c3 ?? g.m3 ?? g.c4), part);
  if (time === undefined) return undefined;
  const edgePart = g.half ? undefined : part;
  const span = edged(time, edgePart, (g.edge ?? g.edgeEn ?? '').trim());
  return { span, isBare: !part && Number(g.h3) < 13 };
}
