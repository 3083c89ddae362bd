import * as words from './lexicon/intents.js';
import { hideDenied } from './negation.js';

/** What a resident wants of the service. */
export type Intent =
  | 'report'
  | 'urge'
  | 'cancel'
  | 'reschedule'
  | 'status'
  | 'complaint'
  | 'praise'
  | 'suggestion'
  | 'human'
  | 'thanks'
  | 'other';

export interface IntentSigns {
  /** Weight of the strongest category, see `lexicon/problems.ts`. */
  problem: number;
  /** Something does not work as it should. */
  isFaulty: boolean;
  isDangerous: boolean;
}

type Guess = { intent: Intent; confidence: number };
const guess = (intent: Intent, confidence: number): Guess => ({ intent, confidence });

// Speaks of a ticket that exists, so that impatience is about it and not about a new fault.
const EARLIER =
  /报(?:修)?(?:了|过|的)|(?:上次|昨天|前天|之前|早上|上午|那天|刚才)(?:报|说|打|约|联系)|说(?:好|过)|打(?:了|过)|反映|催|还(?:没|不)(?:有)?(?:人|师傅)?(?:来|到)|等了|单号|w-?\d{3}|预约|约(?:好|了|的)|师傅(?:呢|人呢)/;
// Irony praises while something is broken: "你们可真行,电梯又停了".
const IRONIC = /呵呵|可真(?:行|棒|好|会)|真是?(?:太)?(?:棒|好|厉害)(?:了)?啊|又|才怪|服了|佩服/;

// Orders to the machine behind the service are just text.
const MACHINE_ORDER =
  /(?:忽略|无视|忘(?:记|掉)).{0,8}(?:指令|提示|规则|设定|要求)|系统提示|提示词|你现在是(?!.{0,3}(?:几|什么))|(?:ignore|disregard|forget) .{0,20}(?:instructions?|prompts?|rules?)|system prompt|you are now/;

/** The intent of a text that was read already. A danger is always a report. */
export function judgeIntent(text: string, { problem, isFaulty, isDangerous }: IntentSigns): Guess {
  if (isDangerous) return guess('report', 0.95);
  const isReport = problem >= 7 && isFaulty;
  if (MACHINE_ORDER.test(text)) return isReport ? guess('report', 0.6) : guess('other', 0.9);
  const affirmed = hideDenied(text);
  if (words.HUMAN.test(affirmed)) return guess('human', isReport ? 0.8 : 0.95);
  if (words.COMPLAIN.test(affirmed)) return guess('complaint', 0.93);
  const isUrging = words.URGE.test(text) && (!isReport || EARLIER.test(text) || /怎么还|催/.test(text));
  if (words.RESCHEDULE.test(text) && (!isReport || EARLIER.test(text) || /改|推迟|延|换/.test(text)))
    return guess('reschedule', 0.9);
  if (words.CANCEL.test(text) && !/又(?:坏|漏|堵|不)/.test(text)) return guess('cancel', 0.92);
  if (words.BLAME.test(affirmed) && (!isReport || /态度|收|师傅|骂|鸽子|素质|钱|贵/.test(affirmed)))
    return guess('complaint', 0.82);
  if (isUrging) return guess('urge', 0.9);
  if (words.QUESTION.test(text) && !isReport && !EARLIER.test(text)) return guess('other', 0.85);
  if (words.STATUS.test(text) && (!isReport || EARLIER.test(text))) return guess('status', isReport ? 0.7 : 0.9);
  if (words.COMMEND.test(affirmed) && !IRONIC.test(text)) return guess('praise', 0.92);
  if (words.PRAISE.test(affirmed) && !(isFaulty && IRONIC.test(text)) && !isReport) return guess('praise', 0.9);
  if (words.SUGGEST.test(text) && !words.REQUEST.test(text)) return guess('suggestion', 0.88);
  return reportOrTalk(text, { problem, isFaulty, isReport });
}

function reportOrTalk(
  text: string,
  { problem, isFaulty, isReport }: { problem: number; isFaulty: boolean; isReport: boolean },
): Guess {
  if (isReport) return guess('report', words.QUESTION.test(text) ? 0.75 : 0.93);
  if (words.QUESTION.test(text)) return guess('other', 0.85);
  if (words.REQUEST.test(text)) return guess('report', 0.88);
  if (problem >= 5) return guess('report', isFaulty ? 0.85 : 0.7);
  if (words.THANKS.test(text)) return guess('thanks', 0.93);
  return isFaulty && text.length > 4 ? guess('report', 0.5) : guess('other', 0.7);
}
