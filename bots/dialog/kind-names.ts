import { CATEGORIES, type Category } from '../../src/domain/categories.js';
import { plainTexts } from '../texts/index.js';

/** What people put around a category's name. */
const AROUND =
  /^(?:我说的|应该|可能|大概|就|是|选|属于|关于|(?:it['’]?s|the|i think|about|an?)\s+)+|(?:方面|问题|那个|一类|的|了|吧|呢|啊|\s+(?:problem|one)|[\s\p{P}])+$/giu;
const NONE_OF_THEM = /^(?:都不是|都不对|不是这些|没有|以上都不是|none(?: of (?:them|these))?|neither|something else)$/i;
const IS_HAN = /^\p{Script=Han}{2,}$/u;

/** The kind that a few words name, in either language; 空调 is enough for 空调暖气. */
export function kindNamed(text: string): Category | undefined {
  const name = text.trim().toLowerCase().replace(AROUND, '');
  if (NONE_OF_THEM.test(text.trim().replace(/[\s\p{P}]+$/u, ''))) return 'other';
  return CATEGORIES.find((category) =>
    Object.values(plainTexts).some((say) => {
      const full = say(`category.${category}`).toLowerCase();
      return full === name || (IS_HAN.test(name) && full.startsWith(name));
    }),
  );
}
