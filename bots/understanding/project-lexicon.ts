import { CATEGORIES, type Category, URGENCIES, type Urgency } from '../../src/domain/categories.js';
import { zhNames as names } from '../texts/zh-CN.names.js';
import { parseControl } from './control.js';
import { repairHomophones } from './homophones.js';
import { normalise } from './normalise.js';
import { toDigits } from './numbers.js';
import { findHome } from './place-home.js';
import { parseYesNo } from './yes-no.js';

/** Words of one project that its manager taught: nicknames of buildings, local places, local words, examples. */
export interface Lexicon {
  /** Writes nicknames and local words as everybody else says them; takes and gives normalised text. */
  translate(text: string): string;
  places: readonly string[];
  examples: readonly Example[];
}

/** A message whose meaning the manager settled; messages much like it are read the same. */
export interface Example {
  text: string;
  category: Category;
  urgency?: Urgency;
}

/** A line that was not taken, counted from 1, and what to do about it. */
export interface Refusal {
  line: number;
  reason: string;
}

interface Rewriting {
  kind: 'building' | 'word';
  said: string;
  means: string;
}
type Entry = Rewriting | { kind: 'place'; said: string } | ({ kind: 'example'; said: string } & Omit<Example, 'text'>);

const LINE_END = /\r\n?|\n/;
const REMARK = /(?:^|\s)[#＃].*$/s;
const CHANNELS = ['chat', 'speech'] as const;
const KINDS: ReadonlyMap<string, Entry['kind']> = new Map([
  ['楼栋', 'building'],
  ['building', 'building'],
  ['词语', 'word'],
  ['詞語', 'word'],
  ['word', 'word'],
  ['地点', 'place'],
  ['place', 'place'],
  ['例句', 'example'],
  ['example', 'example'],
]);
const URGENCY_NAMES: Readonly<Record<Urgency, string>> = { emergency: '紧急', high: '急', normal: '一般', low: '不急' };
/** As long as the public area of a location may be. */
const MAX_PLACE = 40;

class Refused extends Error {}
const refuse = (reason: string): never => {
  throw new Refused(reason);
};

// parseYesNo reads the head of a message, and many a building is called 行政楼 or 未来城: only words of nothing but answers count.
const ANSWERING =
  /^(?:[是不对好行可以嗯恩哦没有还未否别要需确认定同意用太再也都已经解决修弄搞满愿吧呀啊嘛吗的了正错问题毛病事中得成妥当然必须方便]+|[a-z]{2,5})$/;
const isAnswer = (said: string) =>
  parseControl(said) !== undefined || (ANSWERING.test(said) && parseYesNo(said) !== undefined);

function categoryOf(name: string): Category {
  const named = CATEGORIES.find((code) => code === name || names[`category.${code}`] === name);
  if (named) return named;
  const known = CATEGORIES.map((code) => `${names[`category.${code}`]}(${code})`).join('、');
  return refuse(`没有“${name}”这个类别,可以写: ${known} · no such category`);
}

function urgencyOf(name: string): Urgency {
  const named = URGENCIES.find((code) => code === name || URGENCY_NAMES[code] === name);
  if (named) return named;
  const known = URGENCIES.map((code) => `${URGENCY_NAMES[code]}(${code})`).join('、');
  return refuse(`没有“${name}”这个紧急程度,可以写: ${known} · no such urgency`);
}

function exampleOf(said: string, means: string): Entry {
  const [category = '', urgency, ...more] = means.split(/\s*,\s*/);
  if (more.length > 0) return refuse('“=”后面只写类别和紧急程度 · category and urgency only');
  return { kind: 'example', said, category: categoryOf(category), ...(urgency && { urgency: urgencyOf(urgency) }) };
}

/** A building as messages name it; one that could not be read out of a message again is none. */
function buildingOf(means: string): string {
  const number = toDigits(means.replace(/^(?:building|bldg|tower|block)\s*/, '')).replace(
    /(?:号楼|号|栋|幢|座|楼|#)$/,
    '',
  );
  const isReadAs = (form: string) => {
    const { building, ...rest } = findHome(form)?.location ?? {};
    return building === number.toUpperCase() && Object.keys(rest).length === 0;
  };
  // 东座 and its like are buildings only where no character stands before.
  const form = [`${number}栋`, ` ${number}座`].find(isReadAs);
  return form ?? refuse(`“${means}”不像楼号,请写成 8、8栋 或 B座 · not a building`);
}

function placeOf(said: string, meanings: readonly string[]): Entry {
  if (meanings.length > 0) return refuse('地点后面不用写“=” · a place takes no "="');
  if (said.length > MAX_PLACE) return refuse(`地点最多${MAX_PLACE}个字 · ${MAX_PLACE} characters at most`);
  return { kind: 'place', said };
}

/** The entry of one line: what stands before its first "=", and what behind it. */
function entryOf(head: string, meanings: readonly string[]): Entry {
  const [, kindName = '', said = ''] = /^([^\s:]+)[\s:]*(.*)$/.exec(head) ?? [];
  const kind = KINDS.get(kindName);
  if (!kind)
    return refuse(
      '要以“楼栋”“地点”“词语”或“例句”开头,后面空一格 · begin with building, place, word or example, then a space',
    );
  if ([...said].length < 2) return refuse('至少要两个字 · two characters at least');
  if (!/\p{L}/u.test(said)) return refuse('不能只有数字或符号 · digits and signs alone are too little');
  if (kind === 'place') return placeOf(said, meanings);
  const [means = '', ...more] = meanings;
  if (means === '') return refuse('缺少“= 意思” · "= meaning" is missing');
  if (more.length > 0) return refuse('只能有一个“=” · one "=" only');
  if (kind === 'example') return exampleOf(said, means);
  if (isAnswer(said))
    return refuse(`“${said}”是回答用的话,不能改写 · this word answers questions and cannot be rewritten`);
  return { kind, said, means: kind === 'building' ? buildingOf(means) : means };
}

/** The words as plain text, English ones and numbers only whole: "ac" is no part of "back". */
function patternOf(said: string): string {
  const before = /^[a-z]/.test(said) ? '(?<![a-z])' : /^\d/.test(said) ? '(?<!\\d)' : '';
  const after = /[a-z]$/.test(said) ? '(?![a-z])' : /\d$/.test(said) ? '(?!\\d)' : '';
  return `${before}${said.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${after}`;
}

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length);

/** In one pass, so that what was written in is not rewritten again, and the longest first: 望江楼南座 before 望江楼. */
function translatorOf(entries: readonly Entry[]): (text: string) => string {
  const meanings = new Map(entries.flatMap((entry) => ('means' in entry ? [[entry.said, entry.means]] : [])));
  if (meanings.size === 0) return (text) => text;
  // Places keep their names, also where a nickname is a part of one: 望江楼广场.
  const places = entries.filter(({ kind }) => kind === 'place').map(({ said }) => said);
  const pattern = new RegExp(
    longestFirst([...meanings.keys(), ...places])
      .map(patternOf)
      .join('|'),
    'g',
  );
  return (text) => text.replace(pattern, (said) => meanings.get(said) ?? said);
}

function lexiconOf(entries: readonly Entry[]): Lexicon {
  const translate = translatorOf(entries);
  return {
    translate,
    places: longestFirst(entries.filter(({ kind }) => kind === 'place').map(({ said }) => said)),
    // Messages are compared as they are read, so examples are read the same way.
    examples: entries.flatMap((entry) => {
      if (entry.kind !== 'example') return [];
      const { kind: _, said, ...meaning } = entry;
      const texts = CHANNELS.map((channel) => repairHomophones(translate(said), channel));
      return [...new Set(texts)].map((text) => ({ text, ...meaning }));
    }),
  };
}

/**
 * Reads a project's lexicon: one entry a line, `#` before remarks.
 *
 * ```text
 * 楼栋 望江楼 = 8
 * 地点 银杏广场
 * 词语 小白梯 = 货梯
 * 例句 大转盘又不转了 = 公共设施, 急
 * ```
 *
 * A line that cannot be taken is refused with its number and a reason; the others hold.
 */
export function parseLexicon(source: string): { lexicon: Lexicon; size: number; refused: Refusal[] } {
  const taken = new Map<string, Entry>();
  const refused: Refusal[] = [];
  for (const [index, raw] of source.split(LINE_END).entries()) {
    const [head = '', ...meanings] = raw.replace(REMARK, '').replaceAll('\t', ' ').split(/[=＝]/).map(normalise);
    if (head === '' && meanings.length === 0) continue;
    try {
      const entry = entryOf(head, meanings);
      if (taken.has(entry.said)) refuse(`“${entry.said}”上面已经写过 · this was there before`);
      taken.set(entry.said, entry);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ line: index + 1, reason: error.message });
    }
  }
  return { lexicon: lexiconOf([...taken.values()]), size: taken.size, refused };
}
