import { isToday } from './days.js';
import type { TimeToken } from './time-tokens.js';

/** Time expressions that belong together ("明天" + "下午三点"), with the words of their clause before and after them. */
export interface TimeGroup {
  tokens: readonly TimeToken[];
  at: number;
  end: number;
  before: string;
  after: string;
  /** Nothing else is said in the clause. */
  isAlone: boolean;
}

/** What may stand between two days or two parts of a day that are meant together. */
export const JOINER = /^[\s,]*(?:或者?|和|跟|及|、|到|至|-|还是|or|and)?[\s,]*$/;
const GLUE = /^(?:[\s,的吧呀嘛都我在家约大概差不多左右那就要么可以呢请帮也是]|\(|on|at|in|the|of)*$/;
const REACH = 24;
const CLAUSE_END = /[,?]|(?<=[\u4e00-\u9fff□]|^) (?=[\u4e00-\u9fff□|]|$)|(?<=[吧嘛啦]|好吗|行吗|可以吗|[行成]不[行成])/;
const SENTENCE_REACH = 90;

const has = (tokens: readonly TimeToken[], kind: TimeToken['kind']) => tokens.some((token) => token.kind === kind);

function belongs(text: string, tokens: readonly TimeToken[], end: number, token: TimeToken): boolean {
  const gap = text.slice(end, token.at);
  if (gap.length > 4 || !(GLUE.test(gap) || JOINER.test(gap))) return false;
  const isClock = (one: TimeToken) => one.kind === 'hours' && one.isClock;
  if (tokens.some(isClock) && token.kind === 'hours') return !token.isClock;
  // After other words another day or part of the day is another thought; another day is so after a comma, too.
  if (!has(tokens, token.kind)) return true;
  return JOINER.test(gap) && !(token.kind === 'day' && gap.includes(','));
}

function clauseBefore(text: string, from: number, at: number): string {
  // The mark at the end lets a boundary right before the time count.
  return `${text.slice(Math.max(from, at - REACH), at)}|`.split(CLAUSE_END).at(-1)?.slice(0, -1) ?? '';
}
const clauseAfter = (text: string, end: number, to: number): string =>
  text.slice(end, Math.min(to, end + REACH)).split(CLAUSE_END)[0] ?? '';

const FILLER =
  /^[\s\d□☎:.+()#]*(?:好的?|行|可以|收到|[接嗯]|接单|接了|那|ok|手机|电话|tel|谢谢|麻烦了|pls|please|thx)?[\s\d□☎:.+()#-]*$/;

function withWords(text: string, tokens: TimeToken[], from: number, to: number): TimeGroup {
  const [at, end] = [tokens[0]?.at ?? 0, Math.max(...tokens.map((token) => token.end))];
  // English says it with words further off: the whole sentence around it counts.
  const isEnglish =
    /[a-z]{2}/.test(text.slice(at, end)) && /[a-z] [a-z]/.test(text.slice(Math.max(0, at - 9), end + 9));
  const before = isEnglish
    ? (text
        .slice(Math.max(from, at - SENTENCE_REACH), at)
        .split(/[,?]|(?<!\d)\. /)
        .at(-1) ?? '')
    : clauseBefore(text, from, at);
  const after = isEnglish
    ? (text.slice(end, Math.min(to, end + SENTENCE_REACH)).split(/[?]|\. |, ?(?!please|pls|ok)/)[0] ?? '')
    : clauseAfter(text, end, to);
  return { tokens, at, end, before, after, isAlone: FILLER.test(before) && FILLER.test(after) };
}

/** The groups of a text in order; "上周约的明天": what was in the past ends where a day ahead is named. */
export function groupsOf(text: string, tokens: readonly TimeToken[]): TimeGroup[] {
  const runs: TimeToken[][] = [];
  let end = 0;
  for (const token of tokens) {
    const run = runs.at(-1);
    const isNewDay = run && has(run, 'past') && token.kind === 'day';
    if (run && !isNewDay && belongs(text, run, end, token)) run.push(token);
    else runs.push([token]);
    end = Math.max(end, token.end);
  }
  const edge = (i: number) => Math.max(0, ...(runs[i]?.map((token) => token.end) ?? []));
  return runs.map((run, i) => withWords(text, run, i > 0 ? edge(i - 1) : 0, runs[i + 1]?.[0]?.at ?? text.length));
}

/** Whether a day ahead of today is named. */
export const isAhead = ({ tokens }: TimeGroup): boolean =>
  tokens.some((token) => token.kind === 'day' && !isToday(token.said));
export const hasHours = ({ tokens }: TimeGroup): boolean => has(tokens, 'hours');
export const isPast = ({ tokens }: TimeGroup): boolean => has(tokens, 'past');
