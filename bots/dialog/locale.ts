import type { Locale } from '../../src/domain/people.js';

const WANTED: readonly (readonly [Locale, RegExp])[] = [
  [
    'en',
    /^(?:english(?: please)?|(?:in|speak|use) english(?: please)?|switch to english|英语|英文|说英语|讲英语|用英语|切换英文)$/,
  ],
  [
    'zh-CN',
    /^(?:chinese(?: please)?|(?:in|speak|use) chinese(?: please)?|switch to chinese|中文|汉语|普通话|说中文|讲中文|用中文|切换中文)$/,
  ],
];
const HAN = /\p{Script=Han}/u;
const ENGLISH_WORDS = /[a-z]{2,}[ ,'.!?]+[a-z]/i;
const GREETING = /^(?:hi|hello|hey|help|good (?:morning|afternoon|evening))\b/i;

/** The language somebody asks to go on in, by a message that says nothing else. */
export function localeWanted(text: string): Locale | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。!]+$/u, '');
  return WANTED.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** The language a first message is plainly written in; undefined where it says nothing about that ("1", "W-1024"). */
export function detectLocale(text: string): Locale | undefined {
  if (HAN.test(text)) return 'zh-CN';
  return ENGLISH_WORDS.test(text) || GREETING.test(text.trim()) ? 'en' : undefined;
}
