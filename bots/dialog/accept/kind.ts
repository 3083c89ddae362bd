import { CATEGORIES, type Category } from '../../../src/domain/categories.js';
import { plainTexts } from '../../texts/index.js';
import { CLEAR, SURE } from '../certainty.js';
import type { Words } from '../hear.js';
import { problemSlots } from '../report-slots.js';
import { isOtherMatter, type Reader } from './reader.js';

/** What people put around a category's name. */
const AROUND =
  /^(?:我说的|应该|可能|大概|就|是|选|属于|关于|(?:it['’]?s|the|i think|about|an?)\s+)+|(?:方面|问题|那个|一类|的|了|吧|呢|啊|\s+(?:problem|one)|[\s\p{P}])+$/giu;
const NONE_OF_THEM = /^(?:都不是|都不对|不是这些|没有|以上都不是|none(?: of (?:them|these))?|neither|something else)$/i;
/** 电 or "power" names a kind; 水龙头漏水 describes a problem. */
const isWord = (text: string): boolean => /^(?:\p{Script=Han}{1,3}|[\p{Script=Latin}-]+)[\s\p{P}]*$/u.test(text);

const IS_HAN = /^\p{Script=Han}{2,}$/u;

/** The kind that a few words name; 空调 is enough for 空调暖气. */
function kindNamed(text: string): Category | undefined {
  const name = text.trim().toLowerCase().replace(AROUND, '');
  if (NONE_OF_THEM.test(text.trim().replace(/[\s\p{P}]+$/u, ''))) return 'other';
  return CATEGORIES.find((category) =>
    Object.values(plainTexts).some((say) => {
      const full = say(`category.${category}`).toLowerCase();
      return full === name || (IS_HAN.test(name) && full.startsWith(name));
    }),
  );
}

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
