import { DAY_PATTERN } from './days.js';
import { type HourSpan, PART_PATTERN, partSpan } from './hours.js';
import { CLOCK_PATTERN, readClock } from './time-clocks.js';

export type TimeValue =
  | { kind: 'past' }
  | { kind: 'day'; said: string }
  | { kind: 'hours'; span: HourSpan; isBare: boolean; isUntil: boolean; isClock: boolean }
  | { kind: 'delay'; minutes: number; isLimit: boolean }
  | { kind: 'anytime' };
/** A time expression at its place in the text. */
export type TimeToken = TimeValue & { at: number; end: number };

// Words that hold a time without saying one: how long, how often, greetings.
const NOISE = [
  '(?<![周期拜第])[1一](?:整|大)?(?:个)?(?:早上|上午|下午|晚上?|中午)(?![1一]?起来)',
  '(?:大|当|那|整|通|半|每|头|前)(?:个)?(?:半夜|晚上的?|晚)|早(?:晚|就)|夜灯|夜班|早高峰|晚高峰|早餐|早饭|从早到晚|[一1]天到晚|起早贪黑',
  '(?:早上|上午|中午|下午|晚上)好(?=[,?啊呀哈 ]|$|各|大|物|管|师|小|你|您)|(?<=^|,)(?:早晨|早安?|晚安)(?=[,啊呀哈 ]|$)|\\bgood (?:morning|afternoon|evening)|^morning(?=[,. ])(?! (?:is|works|ok|fine))',
  '周末愉快|节日快乐|[周月]日报|(?<![天日])时时|半天(?!来|下)|happy (?:weekend|friday)|have a (?:good|nice|great) \\w+',
].join('|');
const PAST =
  '大?前[天日]|前(?:几|2|两)天|昨[天日儿晚夜]?(?:个儿?|晚上?)?|[琴寻]日|[琴寻]晚|前晚|上+个?(?:周|星期|礼拜)(?:[1-6](?!\\d)|[日天末])?|上个?月|去年|前年|今早(?=[^,]{0,6}(?:起|发|就|开始|没|停))|刚才|刚刚|yesterday|last (?:night|week(?:end)?|month|time|mon|tue|wed|thu|fri|sat|sun)\\w*|(?:\\d+|an?|few|couple of) (?:days?|hours?|weeks?|months?) ago|(?:all|every) (?:day|night|morning|evening)';
const TODAY_PART = '(?:今|明|听|后)(?:儿|日)?(?:晚上?|夜)|(?:今|明|听)早上?|听朝早?|tonight';
const UNIT = '小时|钟头|刻钟|分钟|个钟(?!头)';
const DELAY = `(?:再?过|等)?(?<![晚迟隔每了\\d])(?<n>\\d{1,2}|半|1个半|\\d个半)个?(?<unit>${UNIT})(?<late>以后|之后|过?后|以内|之内|内|(?:左右)?就?能?到(?!了|的)|再(?=来|过来|上))|过(?<n2>\\d{1,2}|半|1个半)个?(?<unit2>${UNIT})|(?:\\bin|omw|eta|on my way|there in)[ ,]*(?:about )?(?<n3>\\d{1,2}|an?|half an|a couple of) ?(?<unit3>hours?|hrs?|minutes?|mins?)\\b`;
const READY = '(?=家?里?(?:在(?:家|屋|的|呢|啊|$|,)|有人|行|可以|ok|成|方便|能来|得闲|能行))';
const ANYTIME = `随时(?!会|要|可能|打|联系|电话)|任何时[候间]|(?:什么|啥|哪个|么子)时[候间](?:来|过来|上门)?都|哪天(?:来)?都|几点(?:来|过来)?都|随便(?:几点|哪天|什么时候|啥时候)?(?=来|都|,|$)|(?:全天|整天|(?<![前后过每隔等了])[1一]整?天|白天)(?:都${READY}|${READY})|any ?time|whenever|all day(?= (?:is|works|ok))`;

const TOKEN = new RegExp(
  [
    `(?<past>${PAST})`,
    `(?<noise>${NOISE})`,
    `(?<delay>${DELAY})`,
    CLOCK_PATTERN,
    `(?<short>${TODAY_PART})`,
    `(?<day>${DAY_PATTERN})`,
    `(?<part>${PART_PATTERN})`,
    `(?<anytime>${ANYTIME})`,
  ].join('|'),
  'g',
);

const PER_UNIT: Record<string, number> = { 小: 60, 钟: 60, 个: 60, 刻: 15, 分: 1, h: 60, m: 1 };
type Groups = Record<string, string | undefined>;

function delay(g: Groups): TimeValue {
  const n = g.n ?? g.n2 ?? g.n3 ?? '1';
  const unit = PER_UNIT[(g.unit ?? g.unit2 ?? g.unit3 ?? '').charAt(0)] ?? 1;
  const number = /^an?$/.test(n) ? 1 : n === 'a couple of' ? 2 : Number.parseInt(n, 10) + (n.endsWith('半') ? 0.5 : 0);
  const amount = /^half|^半$/.test(n) ? 0.5 : number;
  return { kind: 'delay', minutes: Math.round(amount * unit), isLimit: /内/.test(g.late ?? '') };
}

/** "今晚", "明早": a day and its part in two characters. */
function shortForm(said: string): TimeValue[] {
  const span = partSpan(/早|朝/.test(said) ? '早上' : '晚上');
  const day = said === 'tonight' ? '今天' : `${said.charAt(0).replace('听', '明')}天`;
  return [
    { kind: 'day', said: day },
    ...(span ? [{ kind: 'hours', span, isBare: false, isUntil: false, isClock: false } as const] : []),
  ];
}

function valuesOf(g: Groups, said: string): TimeValue[] {
  if (g.past) return [{ kind: 'past' }];
  if (g.noise) return [];
  if (g.delay) return [delay(g)];
  if (g.range || g.clock || g.rangeEn || g.clockEn) {
    const clock = readClock(g);
    return clock ? [{ kind: 'hours', ...clock, isClock: true }] : [];
  }
  if (g.short) return shortForm(said);
  if (g.day) return [{ kind: 'day', said }];
  if (g.anytime) return [{ kind: 'anytime' }];
  const span = partSpan(said);
  return span ? [{ kind: 'hours', span, isBare: false, isUntil: false, isClock: false }] : [];
}

const HALF_OF_DAY = /(今|明|后|昨|听)(?:儿|日)?(晚上?|早上?|夜|朝早?)(?=\s*的?\s*\d)/g;
const WEEKDAY_AND_CLOCK = /(周|星期|礼拜)([1-6])(?:到(?=\d[点:]))?(\d{1,2}(?:点|:\d))/g;
const TWO_WEEKDAYS = /(?<=周|星期|礼拜)([1-5])([2-6])(?![\d点:号])/g;
const SAID_TOGETHER = /(?<!\d)(?:(90)|1([12])([23]))(?=点)/g;

/**
 * Undoes what numerals in a row do to a time: "周六九点" is 周69点 by now, "九十点" 90点. "今晚8点" becomes 今天 + 晚上8点,
 * so that the clock knows its half of the day.
 */
function spellOut(text: string): string {
  return text
    .replace(/达(?=后[天日])/, '大')
    .replace(/(?<=[12])0一(?=点)/g, '1')
    .replace(HALF_OF_DAY, (_all, day: string, part: string) => {
      return `${day === '听' ? '明' : day}天${/早|朝/.test(part) ? '早上' : '晚上'}`;
    })
    .replace(WEEKDAY_AND_CLOCK, (all, week: string, day: string, clock: string) => {
      // "周六十点" lost its 十: 周60点.
      const hour = /^0(?=\D)/.test(clock) ? `1${clock}` : /^1(?=\D)/.test(clock) ? `1${clock}` : clock;
      return all.includes('到') ? `${week}${day} ${clock}` : `${week}${day} ${hour}`;
    })
    .replace(TWO_WEEKDAYS, (all, a: string, b: string) => (Number(b) === Number(a) + 1 ? `${a}到周${b}` : all))
    .replace(SAID_TOGETHER, (_all, ten?: string, a?: string, b?: string) => (ten ? '9到10' : `1${a}到1${b}`));
}

const HINT =
  /[\d天日号周期拜午晚早晨夜时昼晝晌朝班昨前后末底随钟么啥哪几]|mon|tue|wed|thu|fri|sat|sun|day|night|noon|morn|even|tmr|any|when|hour|work|week|2moro|ago/;

/** A text with its time expressions; their positions are positions in this text. */
export interface TimedText {
  text: string;
  tokens: readonly TimeToken[];
}

/** All time expressions of a text whose numbers are digits. */
export function timeTokens(digits: string): TimedText {
  if (!HINT.test(digits)) return { text: digits, tokens: [] };
  const text = spellOut(digits);
  const tokens = [...text.matchAll(TOKEN)].flatMap((m) =>
    valuesOf(m.groups ?? {}, m[0]).map((value) => ({ ...value, at: m.index, end: m.index + m[0].length })),
  );
  return { text, tokens };
}
