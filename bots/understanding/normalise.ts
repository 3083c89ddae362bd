import { SIMPLIFIED } from './lexicon/traditional.js';

/** Longer messages are read up to here: nobody describes one fault in more, and rules stay fast. */
export const MAX_LENGTH = 5_000;

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/**
 * One spelling for every message: half width, lower case, simplified characters, `,` between sentences, `-` for
 * dashes, no emoji or WeChat stickers ("[捂脸]"). A question mark stays: it tells a question from a statement.
 */
export function normalise(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .replace(TRADITIONAL, (c) => SIMPLIFIED.get(c) ?? c)
    .replace(/\[\p{Script=Han}{1,4}\]/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}/gu, ' ')
    .replace(/\p{C}|\p{Mn}|\p{Me}/gu, (c) => (/\s/.test(c) ? ',' : ''))
    .replace(/[–—−~]+/g, '-')
    .replace(/[。;!…、「」『』“”"()<>《》【】|]+/g, ',')
    .replace(/\s+/g, ' ')
    .replace(/ ?,[ ,]*/g, ',')
    .replace(/^[ ,]+|[ ,]+$/g, '');
}

/** Traditional characters as simplified ones, capitals as small letters: the text keeps its length. */
const folded = (text: string): string =>
  text.replace(TRADITIONAL, (c) => SIMPLIFIED.get(c) ?? c).replace(/[A-Z]/g, (c) => c.toLowerCase());

/** Words of a normalised message as they stand in the original: `垃圾间` was `垃圾間`. Where they do not, as they are. */
export function asWritten(words: string, original: string): string {
  const at = folded(original).indexOf(words);
  return at < 0 ? words : original.slice(at, at + words.length);
}

/** The message without punctuation, courtesy and modal particles: what whole-message matching compares. */
export function bare(text: string): string {
  return normalise(text)
    .replace(/[\s,.?'!:-]+/g, '')
    .replace(/^(?:你好|您好|请问|那个|那|哦|噢|喔|呃|额|嗯嗯|嗯(?=.)|唉|哎|啊)+(?=.)/, '')
    .replace(/(?<=.)(?:[啊呀吧哦呢啦嘛哈呗喔噢哟滴的]|谢谢(?:你|您)?|麻烦了|辛苦了)+$/, '');
}

/** Cuts a message into clauses, at punctuation, at a space between Chinese words, and before "还有/另外 …". */
export function clauses(text: string): string[] {
  return text
    .split(
      /[,?]|(?<!\d)\.|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])|(?=还有|另外|顺便|顺带|对了|同时|并且|而且|然后)|\b(?:and also|also|and)\b/,
    )
    .map((clause) => clause.trim())
    .filter(Boolean);
}
