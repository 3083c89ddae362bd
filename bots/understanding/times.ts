import { DateTime, IANAZone } from 'luxon';
import { type DaySpan, resolveDay } from './days.js';
import { type HourSpan, WHOLE_DAY } from './hours.js';
import { type Reading, read } from './reading.js';
import { type TimeToken, timeTokens } from './time-tokens.js';

/** When a visit is wanted: ISO 8601 with offset; `to` is null for "随时". */
export interface VisitTime {
  from: string;
  to: string | null;
}
export type FoundTime = VisitTime & { confidence: number };

const HOME_ZONE = IANAZone.create('Asia/Shanghai');

// What follows a time tells what it was the time of.
const EVENT =
  /^[^,]{0,4}?(?:开始(?!修|上门|施工|我|都|在家|有|可以)|突然|就?(?:没|停|断)(?!空|时间|问题|人)|就(?:坏|漏|堵|这样|发现|报|打|约)|起(?:来)?(?:就|发现|到)|到现在|至今|以来|发现|坏(?:了|的)|漏(?:水|了|的)|跳闸|爆|堵(?:了|的)|响|不亮|吵|报修|报的|打过|打的电话|说好|约好|停电|停水|来过|修过|修的|来修的|刚|装修|施工|扰民|噪音|唱|放音乐|跳广场舞|遛狗)/;
const WAITED = /^(?:了|都|过去)(?:还|没|都|怎么)/;
const REFUSED =
  /^[^,]{0,5}?(?:没空|没有空|不在|不行|不可以|不方便|没时间|没有时间|没人|有事|要上班|得上班|上班(?!后|前)|加班|出差|开会|不要来|别来|不用来|来不了|不来|太晚|太早|要?出门|要走|来不及|不合适)/;
const OPENING = /^[^,]{0,4}?(?:上班|下班|开门|关门|营业|停电|停水|检修)/;
const BEFORE_EXCLUDED =
  /(?:除了|除|不是|不要|别|避开|每天|天天|每晚|每|总是|经常|老是|原来是?|本来是?|之前约的?|原定|几点)$/;
const MOVED =
  /(?:改(?:到|成|在|为|约|期到)|换(?:到|成)|推迟到|延(?:后|期)?到|挪到|提前到|调(?:整)?到|约到|改(?=[明后今下周星礼\d])|还是)/g;
const JOINER = /^[\s,]*(?:或者?|和|跟|及|、|到|至|-|还是|or|and)?[\s,]*$/;
const GLUE = /^[\s,的吧都我在家约大概差不多左右那就要么可以呢请帮on at in the]*$/;

type Group = { tokens: TimeToken[]; at: number; end: number };

function groups(text: string, tokens: readonly TimeToken[]): Group[] {
  const found: Group[] = [];
  for (const token of tokens) {
    const last = found.at(-1);
    const gap = last ? text.slice(last.end, token.at) : '';
    if (last && gap.length <= 4 && (GLUE.test(gap) || JOINER.test(gap))) {
      last.tokens.push(token);
      last.end = Math.max(last.end, token.end);
    } else {
      found.push({ tokens: [token], at: token.at, end: token.end });
    }
  }
  return found;
}

/** "上周约的明天": what was in the past ends where a day ahead is named. */
function withoutPast(group: Group): Group {
  const past = group.tokens.findLastIndex((token) => token.kind === 'past');
  const ahead = group.tokens.findIndex((token, i) => i > past && token.kind === 'day');
  return past >= 0 && ahead > past ? { ...group, tokens: group.tokens.slice(ahead) } : group;
}

function isForVisit(text: string, { tokens, at, end }: Group): boolean {
  if (tokens.some((token) => token.kind === 'past')) return false;
  const after = text.slice(end, end + 24);
  if (EVENT.test(after) || REFUSED.test(after) || OPENING.test(after) || WAITED.test(after)) return false;
  return !BEFORE_EXCLUDED.test(text.slice(Math.max(0, at - 5), at));
}

/** Drops expressions that are past, refused or about something else; after "改到" only what follows counts. */
function relevant(text: string, tokens: readonly TimeToken[]): TimeToken[] {
  const all = groups(text, tokens).map(withoutPast);
  const visits = all.filter((group) => isForVisit(text, group));
  const moved = [...text.matchAll(MOVED)].at(-1)?.index ?? -1;
  const later = visits.filter((group) => group.at > moved);
  const chosen = later.length > 0 ? later : visits;
  return [...keptDay(all, chosen[0]), ...chosen.flatMap((group) => group.tokens)];
}

/** "明天上午要上班,下午可以": the refused hours leave their day to the hours that follow. */
function keptDay(all: readonly Group[], chosen: Group | undefined): TimeToken[] {
  const before = chosen && all[all.indexOf(chosen) - 1];
  const kinds = (group: Group) => new Set(group.tokens.map((token) => token.kind));
  if (!before || kinds(chosen).has('day') || !kinds(before).has('hours') || kinds(before).has('past')) return [];
  return before.tokens.filter((token) => token.kind === 'day');
}

interface Wanted {
  day: DaySpan | undefined;
  hours: { span: HourSpan; isBare: boolean; isClock: boolean } | undefined;
}

/** The day that stands right before the hours ("周末在家,周六下午三点"), else the first; joined days are one span. */
function pickDay(text: string, tokens: readonly TimeToken[], today: DateTime): DaySpan | undefined {
  const days = tokens.filter((token) => token.kind === 'day');
  const clock = tokens.find((token) => token.kind === 'hours');
  const beside = clock ? days.findLastIndex((day) => day.end <= clock.at && clock.at - day.end <= 4) : -1;
  const isJoined = (i: number) => i > 0 && i < days.length && JOINER.test(text.slice(days[i - 1]?.end, days[i]?.at));
  let start = Math.max(0, beside);
  while (isJoined(start)) start -= 1;
  const first = days[start];
  const from = first && resolveDay(first.said, today);
  const second = isJoined(start + 1) ? days[start + 1] : undefined;
  const to = second && resolveDay(second.said, today);
  return from && to && to.from > from.from ? { from: from.from, to: to.to } : from;
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

const onDay = (day: DateTime, minute: number) =>
  day
    .startOf('day')
    .plus({ days: Math.floor(minute / 1440) })
    .set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });

/** The window in the future that day and hours mean; undefined when all of it is over. */
function windowOf({ day, hours }: Wanted, now: DateTime): { from: DateTime; to: DateTime } | undefined {
  const span = hours?.span ?? WHOLE_DAY;
  const first = day?.from ?? now.startOf('day');
  const last = (day?.to ?? first.plus({ days: 1 })).minus({ days: 1 });
  const fits = (minutes: HourSpan, ahead = 0) => ({
    from: onDay(first.plus({ days: ahead }), minutes.from),
    to: onDay(last.plus({ days: ahead }), minutes.to),
  });
  const planned = fits(span);
  const isVague = hours?.isBare && !day && planned.from <= now;
  if (planned.to > now && !isVague) return planned;
  // "8点" said at noon is this evening, "9点" said in the afternoon is tomorrow.
  const evening = { from: span.from + 720, to: Math.min(span.to + 720, 21 * 60) };
  if (hours?.isBare && span.from < 720 && evening.from < evening.to && fits(evening).from > now) return fits(evening);
  return day ? undefined : fits(span, 1);
}

const iso = (time: DateTime) => time.toISO({ suppressMilliseconds: true }) ?? '';

function certainty({ day, hours }: Wanted): number {
  if (day && hours) return 0.95;
  if (day) return 0.9;
  return hours?.isClock && !hours.isBare ? 0.9 : 0.82;
}

/** The visit time in a message that was read already; positions in `hidden` (places) are not looked at. */
export function findVisitTime(
  { digits }: Pick<Reading, 'digits'>,
  now: Date,
  timezone: string,
  hidden: readonly (readonly [number, number])[] = [],
): FoundTime | undefined {
  const masked = hidden.reduce((text, [at, end]) => text.slice(0, at) + '□'.repeat(end - at) + text.slice(end), digits);
  const { text, tokens: all } = timeTokens(masked);
  const tokens = relevant(text, all);
  if (tokens.length === 0) return undefined;
  const zone = IANAZone.create(timezone); // kept by luxon: asking again costs nothing
  const local = DateTime.fromJSDate(now, { zone: zone.isValid ? zone : HOME_ZONE }).startOf('second');
  const delay = tokens.find((token) => token.kind === 'delay');
  if (delay) {
    const due = local.plus({ minutes: delay.minutes });
    return {
      from: iso(delay.isLimit ? local : due),
      to: iso(delay.isLimit ? due : due.plus({ hours: 1 })),
      confidence: 0.88,
    };
  }
  const wanted: Wanted = { day: pickDay(text, tokens, local.startOf('day')), hours: pickHours(text, tokens) };
  if (wanted.day || wanted.hours) {
    const window = windowOf(wanted, local);
    return window && { from: iso(window.from), to: iso(window.to), confidence: certainty(wanted) };
  }
  return tokens.some((token) => token.kind === 'anytime')
    ? { from: iso(local), to: null, confidence: 0.85 }
    : undefined;
}

/** An answer to "when?": a window in the future as the standard counts them, or `undefined`. */
export function parseVisitTime(text: string, now: Date, timezone: string): FoundTime | undefined {
  return findVisitTime(read(text, 'chat'), now, timezone);
}
