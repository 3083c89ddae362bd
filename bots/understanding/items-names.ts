import type { Kind, Token } from './items-tokens.js';

/** A stretch of a reply that names something. */
export interface Name {
  kind: 'name';
  text: string;
  /** Ends in a known thing; otherwise it may be anything. */
  isKnown: boolean;
}
export type Piece = Name | (Token & { kind: Exclude<Kind, 'word' | 'noun' | 'size'> });

const LATIN = /^[a-z]/;
const MAY_NAME: ReadonlySet<Kind> = new Set(['word', 'noun', 'size']);
const COUNTS: ReadonlySet<Kind> = new Set(['qty', 'price', 'number', 'each']);
// What a person says is no material, whatever count or price stands beside it.
const NO_MATERIAL =
  /^(?:价格|时间|地址|电话|号码|型号|规格|尺寸|密码|编号|费用?|人工|工时|上门|定金|押金|师傅|老板|业主|情况|问题|毛病|小时|星期|礼拜|小区|房间|卫生|垃圾|单|活|号|点|分|钱|块|元|洞|孔|眼|水|电|气|人|家|次|遍|楼|层|栋|[东西南北][边侧户]?|大[概约家]|原因|技术|方案|照片|图|视频|记录|面积|高度?|宽度?|长度?|深度?|远|来回|路|钟)$/;

const isLatinPhrase = (before: Token | undefined, gap: Token, after: Token | undefined) =>
  gap.text === ' ' &&
  before?.kind !== 'size' &&
  LATIN.test(before?.text ?? '') &&
  after?.kind === 'word' &&
  LATIN.test(after.text);
const isSizeBehind = (before: Token | undefined, gap: Token, after: Token | undefined) =>
  gap.text === ' ' && before?.kind === 'noun' && after?.kind === 'size' && !after.text.endsWith('的');

/** Latin letters in a Chinese name are written large (PPR管, LED灯); measures are not (20mm). */
const spell = (name: string) =>
  /[\u4e00-\u9fff]/.test(name)
    ? name.replace(/[a-z]+/g, (letters) => (/^(?:mm|cm|uf|x)$/.test(letters) ? letters : letters.toUpperCase()))
    : name;

function nameOf(run: readonly Token[], next: Token | undefined): Name | undefined {
  const last = run.findLastIndex(({ kind }) => kind === 'noun');
  const tail = run.slice(last + 1).filter(({ kind }) => kind === 'word');
  const isLoose =
    run[last]?.text.length === 1 && tail.length === 1 && (!next || next.kind === 'comma' || next.kind === 'gap');
  const keepsTail = isLoose || (tail.length <= 2 && next !== undefined && COUNTS.has(next.kind));
  const hasSizeTail = run[last + 1]?.kind === 'size';
  const kept = last < 0 || keepsTail ? run : run.slice(0, hasSizeTail ? last + 2 : last + 1);
  const text = kept.map((token) => (token.kind === 'size' ? token.text.replace(/的$/, '') : token.text)).join('');
  const isTooShort = last < 0 && (LATIN.test(text) ? text.length < 3 : text.length < 2);
  if (
    isTooShort ||
    text.length > 24 ||
    NO_MATERIAL.test(text) ||
    (last < 0 && run.every(({ kind }) => kind === 'size'))
  )
    return undefined;
  return { kind: 'name', text: spell(text), isKnown: last >= 0 };
}

/** Joins the tokens of names; what turns out to name nothing stays a stop. */
export function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const startsKind = token.kind === 'kind' && ['verb', 'gap', undefined].includes(pieces.at(-1)?.kind);
    if (!MAY_NAME.has(token.kind) && (token.kind !== 'kind' || startsKind)) {
      pieces.push(token as Piece);
      i += 1;
      continue;
    }
    const run: Token[] = [];
    for (; i < tokens.length; i += 1) {
      const one = tokens[i] as Token;
      if (MAY_NAME.has(one.kind) || one.kind === 'kind') run.push(one.kind === 'kind' ? { ...one, kind: 'word' } : one);
      else if (isLatinPhrase(tokens[i - 1], one, tokens[i + 1])) run.push({ kind: 'word', text: ' ' });
      else if (!isSizeBehind(tokens[i - 1], one, tokens[i + 1])) break;
    }
    pieces.push(nameOf(run, tokens[i]) ?? { kind: 'stop', text: run.map(({ text }) => text).join('') });
  }
  return pieces;
}
