/** A calendar day as the number of days since 1970-01-01: reckoning with days needs no time zone. */
export type Day = number;

/** A run of whole days, `to` exclusive. A day that `recurs` is a weekday without its week. */
export interface DaySpan {
  from: Day;
  to: Day;
  recurs?: true;
}

const DAY_MS = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY_MS;
export const dateOf = (day: Day): Date => new Date(day * DAY_MS);
/** Monday is 1, Sunday 7; the first day of all was a Thursday. */
const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;
const oneDay = (from: Day): DaySpan => ({ from, to: from + 1 });

const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY_EN = 'mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun';
// "sat" and "sun" are words of their own: the short names count where a time goes on or the sentence ends.
const SHORT_EN = `(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\b(?=\\.? ?(?:morning|afternoon|evening|night|noon|lunch|\\d|at |after |before |between |works|ok|fine|pls|please|or |and |[,.?]|$))`;
// "3号" is a building, a road or a gate unless the words after it are those of a date.
const DATE_GOES_ON =
  '(?=[, ]*(?:$|[,?□☎]|上[午昼晝]|下[午昼晝]|早|中午|晌|傍?晚|朝|全天|\\d{1,2}(?:点|:)|之?[前后]|以[前后]|[晚早]|再?来|过来|上门|左右|可以|行|有空|有人|在|方便|能|那天|吧|吗|我|再|周|星期|礼拜|或|和|跟|至|到|-|不是|不行|别|没|哪|都|几点|随|[1一整]?整?天))';

/** Source of a pattern for day expressions in text whose numbers are digits. */
export const DAY_PATTERN = [
  '(?:the )?day after tomorrow|tomorrow|\\btmrw?\\b|\\btmr\\b|\\b2moro\\b|today',
  '大大?后[天日]|外后[天日]|(?<![以之然最往今午饭])后(?:天|日|儿个?)|明[天日朝]|明儿个?|明个|翌日|听日|今[天日朝]|今儿个?|当天',
  '今明(?:2|两)?天|明后(?:2|两)?天|这(?:2|两)天',
  `(?:(?<!一)(?:下个?下个?|下下?个?)|这个?|本)?${WEEK}(?:6周?[日天](?!\\d)|(?:一(?=下[午昼晝晌半]|带|家人|会[在有来])|[1-6](?![次遍趟个年期杆\\d月]|回(?!来|家|去))|[日天末]))|(?:这|下)个?周末|双休日`,
  `(?:(?:this|next|coming|this coming) )?(?:(?:${WEEKDAY_EN})day\\b|weekend\\b|\\b${SHORT_EN})`,
  '(?<!\\d)\\d{1,2}月\\d{1,2}[日号]?|(?<![\\d/.-])(?:1[0-2]|[1-9])/\\d{1,2}(?= ?(?:上午|下午|早|晚|中午))',
  `(?:(?:这个|本|下个?)月)?(?<![\\d栋幢座楼-])\\d{1,2}[日号]${DATE_GOES_ON}`,
  '(?<![\\d第])\\d{1,2}(?:天|个?星期|个?礼拜|周)(?:以后|之后|后)|过\\d天(?=再|来|才)|月[底末](?=[^,]{0,3}(?:来|再|吧|可以|行))',
].join('|');

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:今|当天|today)/, 0],
  [/^(?:明[天日朝儿个]|翌日|听日|tomorrow|tmr|2moro)/, 1],
  [/^(?:后[天日儿]|(?:the )?day after)/, 2],
  [/^(?:大后|外后)/, 3],
  [/^大大后/, 4],
];

/** 0 for Monday to 6 for Sunday, -1 for what is none; 末 and "weekend" are Saturday. */
function numberOfWeekday(said: string): number {
  const cn = '123456日天'.indexOf(said.replace('一', '1'));
  if (cn >= 0) return Math.min(cn, 6);
  const en = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(said.slice(0, 3));
  return said === '末' || said === 'weekend' ? 5 : en;
}

const CN_WEEKDAY = /^(下个?下|下|这|本)?个?(?:周|星期|礼拜)(6周?[日天]|[1-6一日天末])$/;
const EN_WEEKDAY = /^(?:(this coming|this|next|coming) )?([a-z]+)$/;

function weekday(said: string, today: Day): DaySpan | undefined {
  const m = CN_WEEKDAY.exec(said.replace('双休日', '周末')) ?? EN_WEEKDAY.exec(said);
  const name = m?.[2];
  if (!name) return undefined;
  const isWeekend = name === 'weekend' || /^末$|^6周?[日天]$/.test(name);
  const number = isWeekend ? 5 : numberOfWeekday(name);
  if (number < 0) return undefined;
  const which = m[1] ?? '';
  const monday = today - weekdayOf(today) + 1;
  const weeks = /^下个?下/.test(which) ? 2 : /^下|^next/.test(which) ? 1 : 0;
  const last = monday + (isWeekend ? 6 : number);
  // A bare weekday that has gone by this week is next week's.
  const isOver = weeks === 0 && !/^[这本]/.test(which) && last < today;
  const from = monday + (isOver ? 1 : weeks) * 7 + number;
  return { from, to: from + (isWeekend ? 2 : 1), ...(which === '' && { recurs: true }) };
}

/** The next date with that name: this month's or next month's, this year's or next year's. */
function calendarDay(said: string, today: Day): DaySpan | undefined {
  const m = /^(?:(这个|本|下个?)月|(\d{1,2})[月/])?(\d{1,2})[日号]?$/.exec(said);
  if (!m) return undefined;
  const [month, day] = [m[2] ? Number(m[2]) : undefined, Number(m[3])];
  const now = dateOf(today);
  for (let ahead = m[1]?.startsWith('下') ? 1 : 0; ahead < 13; ahead += month ? 12 : 1) {
    const date = dayOf(now.getUTCFullYear(), (month ?? now.getUTCMonth() + 1) + ahead, day);
    const isRealDate = day > 0 && dateOf(date).getUTCDate() === day && (!month || month < 13);
    if (isRealDate && date >= today) return oneDay(date);
  }
  return undefined;
}

function endOfMonth(today: Day): DaySpan {
  const now = dateOf(today);
  const next = dayOf(now.getUTCFullYear(), now.getUTCMonth() + 2, 1);
  return { from: Math.max(today, next - 3), to: next };
}

/** The days that an expression matched by {@link DAY_PATTERN} means. */
export function resolveDay(said: string, today: Day): DaySpan | undefined {
  const pair = /^(今明|这|明后)(?:2|两)?天$/.exec(said)?.[1];
  if (pair) return { from: today + (pair === '明后' ? 1 : 0), to: today + (pair === '明后' ? 3 : 2) };
  const relative = RELATIVE.find(([pattern]) => pattern.test(said));
  if (relative) return oneDay(today + relative[1]);
  const later = /^过?(\d{1,2})(天|个?星期|个?礼拜|周)/.exec(said);
  if (later) return oneDay(today + Number(later[1]) * (later[2] === '天' ? 1 : 7));
  return /^月[底末]$/.test(said) ? endOfMonth(today) : (weekday(said, today) ?? calendarDay(said, today));
}

/** Whether an expression means today: such a time may as well be that of a trouble. */
export const isToday = (said: string): boolean => /^(?:今(?!明)|当天|today)/.test(said);
