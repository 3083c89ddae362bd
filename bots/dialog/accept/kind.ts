import { CLEAR, SURE } from '../certainty.js';
import type { Words } from '../hear.js';
import { kindNamed } from '../kind-names.js';
import { problemSlots } from '../report-slots.js';
import { isOtherMatter, type Reader } from './reader.js';

/** 电 or "power" names a kind; 水龙头漏水 describes a problem. */
const isWord = (text: string): boolean => /^(?:\p{Script=Han}{1,3}|[\p{Script=Latin}-]+)[\s\p{P}]*$/u.test(text);

const isClear = ({ category, confidence }: Words['understood']): boolean =>
  category !== 'other' && confidence.category >= CLEAR;

/** A category; or the problem described better; anything else goes on with the first guess, for nobody is asked twice. */
export const kind: Reader = (said, { slots, context }) => {
  const named = kindNamed(said.text);
  if (named) return { patch: { category: named } };
  if (isOtherMatter(said, SURE)) return undefined;
  const { understood } = said;
  const { what, category, urgency, alternatives: _, ...rest } = problemSlots(said, slots, context);
  if (!isClear(understood)) return { patch: rest };
  return { patch: isWord(said.text.trim()) ? { category } : { ...rest, what, category, urgency } };
};
