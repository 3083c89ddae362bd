import type { SafetyCode } from '../../src/domain/categories.js';
import { DANGERS, type DangerRow } from './lexicon/safety.js';
import { isDenied } from './negation.js';
import type { Channel } from './pinyin.js';
import { read } from './reading.js';

// What is over, feared or asked about in general endangers nobody now.
const OVER =
  /(?:已经?|都|刚刚?|自己|现在)(?:被)?(?:修|处理|解决|弄|救)(?:好|完|掉|出来|上)了?(?:,|$|了|,?(?:不用|谢谢|没事))|没事了|不(?:冒烟|漏|喷)了/;
const PAST =
  /(?:上次|上个?月|去年|前年|以前|之前|前几天|上周|昨天).{0,14}(?:过|以后|之后|的时候|那次|了.{0,4}(?:谢|感谢))/;
const IMAGINED = /(?:要是|如果|万一|假如|假设).{0,14}(?:怎么办|咋办|咋整|谁负责|找谁|怎么处理)/;
const PRESENT = /又|还(?:在|有|是|没)|现在(?!想|要|好)|一直|仍|快来|救|赶紧|马上/;
// A negator inside the phrase denies the danger word itself: "燃气没有泄漏".
const DENIED_INSIDE =
  /(?:没有?|不|未|无)(?:再|有|什么|怎么|啥|人|被|发现|闻到)*(?:泄漏|泄露|漏气?|味|臭|困|关人|着火|烟|喷|爆|淹|伤|响|出血)/;

/** How far on either side a harmless reading of the same words is looked for, in characters. */
const NEAR = 20;

const EVERYWHERE = new Map(DANGERS.map((row) => [row, new RegExp(row.pattern.source, 'g')]));

const isCompany = (row: DangerRow, around: string) => row.with?.every((pattern) => pattern.test(around)) ?? true;

function isPresent(row: DangerRow, text: string): boolean {
  for (const match of text.matchAll(EVERYWHERE.get(row) ?? row.pattern)) {
    const around = text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR);
    if (
      isCompany(row, around) &&
      !row.unless?.test(around) &&
      !isDenied(text.slice(0, match.index)) &&
      !DENIED_INSIDE.test(match[0])
    )
      return true;
  }
  return false;
}

/** The danger in a message that was read already. Whatever happened earlier and is over counts no more. */
export function findDanger(text: string): SafetyCode | undefined {
  if (IMAGINED.test(text)) return undefined;
  if (!PRESENT.test(text) && (OVER.test(text) || PAST.test(text))) return undefined;
  return DANGERS.find((row) => isPresent(row, text))?.code;
}

/**
 * The safety screen: runs before any form, on every message. Recall comes first, but known false alarms (a stove that
 * will not light, a detector with an empty battery, "没有人被困") pass.
 */
export function screenSafety(text: string, channel: Channel): SafetyCode | undefined {
  return findDanger(read(text, channel).text);
}
