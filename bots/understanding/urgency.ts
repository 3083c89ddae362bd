import type { SafetyCode, Urgency } from '../../src/domain/categories.js';
import { ASKING, CAN_WAIT, COSMETIC, HIGH } from './lexicon/urgency.js';
import { hideDenied } from './negation.js';

// A child or a sick person behind a locked door is a danger to life, whatever locked it.
const LOCKED_IN =
  /(?:孩子|小孩|宝宝|婴儿|老人|娃).{0,10}(?:锁|关|困)(?:在|到|进).{0,6}(?:里|屋|车|家|房|厕所|卫生间|阳台)/;

/** How soon somebody must act, and how sure that is. A present danger is an emergency, whatever else is said. */
export function judgeUrgency(
  text: string,
  safety: SafetyCode | undefined,
  isReport: boolean,
): { urgency: Urgency; confidence: number } {
  if (safety) return { urgency: 'emergency', confidence: 0.95 };
  const affirmed = hideDenied(text);
  if (LOCKED_IN.test(affirmed)) return { urgency: 'emergency', confidence: 0.8 };
  if (CAN_WAIT.test(text)) return { urgency: 'low', confidence: 0.9 };
  // Negated words are looked up in the text as written too: "没电" is itself a negation.
  const isHigh = HIGH.some((pattern) => pattern.test(affirmed));
  if (isHigh) return { urgency: 'high', confidence: 0.85 };
  if (!isReport || COSMETIC.test(affirmed) || ASKING.test(affirmed)) return { urgency: 'low', confidence: 0.75 };
  return { urgency: 'normal', confidence: 0.8 };
}
