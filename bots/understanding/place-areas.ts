import { ENGLISH_AREAS, HEADS, LONE, MODIFIERS, TAILS, THINGS } from './lexicon/public-areas.js';
import { isLiftDirty, isMereMention } from './place-mentions.js';

const anyOf = (...lists: readonly (readonly string[])[]) =>
  `(?:${lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')})`;

const NUMERAL = '[\\d一二三四五六七八九十]';
// Gates have a side or a number; "西门子" is a maker, and the door of a home no gate.
const POST = '(?:口|外(?!面)|岗亭|岗)?(?![子禁锁把窗铃])';
const GATE = `(?:[东西][南北]|[东西南北])[大小侧]?门${POST}|(?<![然以之最今])[正后侧]门${POST}|${NUMERAL}{1,2}号门${POST}`;
const NUMBERED = `${NUMERAL}{1,2}号路|${NUMERAL}{1,4}号(?:停)?车位|${NUMERAL}期门口`;
const ZONE = '[东西南北]区(?=有|的|那|这|里|门|路|增|多)';
const SIDE = `(?<=(?:栋|幢|座|号楼))[东西南北](?:[侧面](?:外墙|山墙)?|山墙)`;
const DOOR = `(?<=(?:栋|幢|座|单元|号楼|号|小区)(?:的|那个)?)门口(?![机禁])|(?<!(?:${NUMERAL}|[a-z甲乙丙丁东西中])(?:号)?)单元门口|(?<![号栋幢座])楼门口|门口(?=这个坑|那个坑|的?路|的?井盖)`;
const NAME = `(?:${GATE}|${anyOf(MODIFIERS)}{0,3}${anyOf(HEADS)})(?:${anyOf(HEADS, TAILS)}){0,2}|${[NUMBERED, ZONE, SIDE, DOOR].join('|')}|${anyOf(LONE)}`;
const THING = `${anyOf(MODIFIERS)}{0,2}${anyOf(THINGS)}`;
const AREA = new RegExp(`(?<name>${NAME})|${THING}`, 'g');
const ENGLISH = new RegExp(`\\b${anyOf(ENGLISH_AREAS)}\\b`, 'g');

const LOCATED = /^的?(?:里|上|下|边|旁|那|附近|底|后面|前面|两边|两侧|对面|周围|中间|角落|地上|地面)/;
/** "会所二楼健身房" is told by 健身房: a storey parts the two. */
const STOREY_BETWEEN = new RegExp(`^的?${NUMERAL}{1,3}[楼层]的?(?=${anyOf(HEADS)})`);

/** The public place (公共区域) that a message is about, in the resident's words. */
export function findPublicArea(text: string): string | undefined {
  for (const m of text.matchAll(AREA)) {
    const [name] = m;
    const before = text.slice(Math.max(0, m.index - 16), m.index);
    const after = text.slice(m.index + name.length, m.index + name.length + 16);
    if (!m.groups?.name && !LOCATED.test(after)) continue;
    if (STOREY_BETWEEN.test(after) || isMereMention(name, before, after)) continue;
    return name;
  }
  if (isLiftDirty(text)) return /电梯|升降机|elevator|lift/.exec(text)?.[0];
  for (const m of text.matchAll(ENGLISH)) {
    const before = text.slice(Math.max(0, m.index - 24), m.index);
    if (!/\b(?:my|private|does the|time (?:is|does) the)\s$/.test(before)) return m[0];
  }
  return undefined;
}
