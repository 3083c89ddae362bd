import { bare, normalise } from './normalise.js';
import { toDigits } from './numbers.js';

export type Score = 1 | 2 | 3 | 4 | 5;

// Words of satisfaction, the strongest denial first, so that 不满意 is never read as 满意.
const WORDS: readonly (readonly [Score, RegExp])[] = [
  [
    1,
    /(?:非常|很|特别|极其?|十分|太|超级?|相当)(?:的)?不(?:满意|好|行)|极差|(?:太|很|非常|特别|超级?)(?:差|烂|糟)|差评|垃圾|糟(?:糕|透)|terrible|awful|very (?:bad|unsatisfied|dissatisfied)/,
  ],
  [
    2,
    /不(?:太|怎么|大|是很|够|算)?(?:满意|好|行|如意|样)|没(?:那么|有很)?满意|较差|有点差|差劲|不咋|^差|bad|unsatisfied|dissatisfied|poor/,
  ],
  [
    5,
    /(?:非常|很|特别|十分|太|超级?|相当|百分之?百|100%)(?:的)?(?:满意|好|棒|赞)|完美|满分|好评|太好了|excellent|perfect|great|very (?:good|satisfied)/,
  ],
  [3, /一般|还行|还可以|凑合|马马虎虎|中等|普通|将就|还好|so-?so|average|okay|^ok$/],
  [4, /满意|挺好|不错|蛮好|可以|^好|good|satisfied/],
];

/** A survey score, from 1 (worst) to 5: "5", "五分", "4星", "非常满意", "不满意"; a number wins over words. */
export function parseScore(text: string): Score | undefined {
  const said = normalise(text);
  const digits = toDigits(said.replace(/十分(?=满|不|好)/g, '非常'));
  if (/(?<!\d)100?\s*分/.test(digits)) return 5;
  const m =
    /^(?:我?(?:给|打|评)(?:个|你们?|他|师傅)*)?\s*([0-5])\s*(?:分(?!钟)|颗?星|$|[,.!/ ])/.exec(digits) ??
    /([0-5])\s*(?:分(?!钟)|颗?星|stars?)/.exec(digits);
  if (m) return (Number(m[1]) || 1) as Score;
  const plain = /[a-z]/.test(said) ? said : bare(said);
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0];
}
