/** A window within one day, in minutes after midnight. */
export interface HourSpan {
  from: number;
  to: number;
}

const HOUR = 60;
const at = (from: number, to: number): HourSpan => ({ from: from * HOUR, to: to * HOUR });

/** A day without hours. */
export const WHOLE_DAY = at(8, 18);

export type Part = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';
const SPANS: Record<Part, HourSpan> = {
  night: at(0, 6),
  morning: at(8, 12),
  noon: at(12, 14),
  afternoon: at(14, 18),
  evening: at(18, 21),
};
// A lone 早 or 晚 is part of too many words: it counts behind a day.
const EARLY = '(?<=[天日末号儿]|[周期拜][1-6一])早(?!点|[1一]点|些)';
const LATE = '(?<=[天日末号儿]|[周期拜][1-6一])晚(?!点|[1一]点|些|于|了|饭|高峰)';
const PARTS: readonly (readonly [Part, string])[] = [
  ['night', '凌晨|半夜|深夜|[后下]半夜'],
  [
    'morning',
    '大清早|大早上|清早|清晨|早晨|早上|早间|[一1]大?早(?!上)|上午|上[昼晝]|上半[天日]|朝头早|朝早|朝晨|头晌|中午[之以]?前|饭前|before noon|morning',
  ],
  ['noon', '中午|晌午|正午|午休(?:时间)?|午饭(?:后|时间)?|中饭后?|晏[昼晝]|noon|lunch ?(?:time|break)'],
  ['afternoon', '下午|午后|下班[之以]?前|下[昼晝]|下晌|后晌|下半[天日]|afternoon|after lunch'],
  [
    'evening',
    '傍晚|晚上|晚间|晚黑|晚头|夜里|夜晚|夜间|晚饭后|吃了?晚饭|下了?班(?:以后|之后|后)?|收工后?|放学后|今夜|evening|tonight|after work|(?<=day |tomorrow |tmr )night',
  ],
];

/** Source of a pattern for parts of the day, in text whose numbers are digits. */
export const PART_PATTERN = [...PARTS.map(([, words]) => words), EARLY, LATE].join('|');

const PART_TESTS = PARTS.map(([part, words]) => [part, new RegExp(`^(?:${words})$`)] as const);
const SHORT_PARTS: Record<string, Part> = { 早: 'morning', 晚: 'evening', night: 'evening' };

const partOf = (word: string): Part | undefined =>
  SHORT_PARTS[word] ?? PART_TESTS.find(([, pattern]) => pattern.test(word))?.[0];

/** The window of a part of the day: 上午 08–12, 中午 12–14, 下午 14–18, 晚上 18–21; at night nobody is visited. */
export function partSpan(word: string): HourSpan | undefined {
  const part = partOf(word);
  return part && part !== 'night' ? SPANS[part] : undefined;
}

/** A clock time as it was said: the hour, the rest after it ("半", "1刻", "30") and the part of the day. */
export interface ClockSaid {
  hour: string | undefined;
  minute: string | undefined;
  part: string | undefined;
}

function minuteOf(said: string | undefined): number {
  if (said === '半') return 30;
  return said?.endsWith('刻') ? Number(said[0]) * 15 : Number(said ?? 0);
}

const byPart: Record<Exclude<Part, 'night'>, (hour: number) => number> = {
  morning: (hour) => hour,
  noon: (hour) => (hour <= 3 ? hour + 12 : hour),
  afternoon: (hour) => (hour < 12 ? hour + 12 : hour),
  evening: (hour) => (hour <= 12 ? hour + 12 : hour),
};

/** Minutes after midnight; at night nobody is visited. A bare one to seven is in the afternoon: "两点" for a visit is 14:00. */
function timeOf({ hour, minute, part: word }: ClockSaid): number | undefined {
  const [h, m] = [Number(hour), minuteOf(minute)];
  if (h > 24 || m > 59) return undefined;
  if (word === 'am' || word === 'pm') return ((h % 12) + (word === 'pm' ? 12 : 0)) * HOUR + m;
  const part = word ? partOf(word) : undefined;
  if (part === 'night') return undefined;
  const resolved = part ? byPart[part](h) : h >= 1 && h <= 7 ? h + 12 : h;
  return resolved * HOUR + m;
}

function partAt(time: number): HourSpan {
  // Between one and two in the afternoon people say 下午: what follows is the afternoon, not the lunch break.
  if (time >= 13 * HOUR && time < 18 * HOUR) return SPANS.afternoon;
  return time < 12 * HOUR ? SPANS.morning : time < 13 * HOUR ? SPANS.noon : SPANS.evening;
}

const spanAround = (time: number, word: string | undefined): HourSpan => {
  const part = word ? partOf(word) : undefined;
  return part ? SPANS[part] : partAt(time);
};

/** The window of one clock time: an hour, or with an edge up to the end ("以后") or from the beginning ("以前") of its part of the day. */
export function clockSpan(said: ClockSaid, edge: 'at' | 'after' | 'before'): HourSpan | undefined {
  const time = timeOf(said);
  if (time === undefined) return undefined;
  if (edge === 'at') return { from: time, to: time + HOUR };
  if (edge === 'after') {
    const end = spanAround(time, said.part).to;
    return { from: time, to: end > time ? end : time + HOUR };
  }
  const start = spanAround(time - 1, said.part).from;
  return { from: start < time ? start : time - HOUR, to: time };
}

/** The window from one clock time to another; a part of the day said with one of them holds for both where it can. */
export function rangeSpan(first: ClockSaid, second: ClockSaid): HourSpan | undefined {
  const to = timeOf({ ...second, part: second.part ?? first.part });
  let from = timeOf({ ...first, part: first.part ?? second.part });
  if (from === undefined || to === undefined) return undefined;
  // "9点到18点", "11点到下午1点": the first is in the morning after all.
  if (!first.part && from >= to && Number(first.hour) < 12) from = Number(first.hour) * HOUR + minuteOf(first.minute);
  if (from < to) return { from, to };
  // "上午11点到1点": the second belongs to the next part of the day.
  return to + 12 * HOUR <= 24 * HOUR && from < to + 12 * HOUR ? { from, to: to + 12 * HOUR } : undefined;
}
