import { REAL_WORDS, WORDS } from './lexicon/words.js';
import { foldedSyllable, soundingCharacters, syllable } from './sounds.js';

export type Channel = 'chat' | 'speech';

/** Words by their first unit and then their second (characters or syllables), the longest first. */
type Index = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function indexBy(words: Iterable<string>, unit: (c: string) => string): Index {
  const index = new Map<string, Map<string, string[]>>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const [first, second] = [unit(word.charAt(0)), unit(word.charAt(1))];
    const seconds = index.get(first) ?? new Map<string, string[]>();
    index.set(first, seconds.set(second, [...(seconds.get(second) ?? []), word]));
  }
  return index;
}

const itself = (c: string) => c;
const SPELLED = indexBy([...WORDS, ...REAL_WORDS], itself);
const SOUND_OF = { chat: syllable, speech: foldedSyllable } as const;

/** The same by every character that sounds like a first one: most characters of a message begin no such word. */
function byCharacter(index: Index, soundOf: (c: string) => string): Index {
  const characters = [...soundingCharacters()].flatMap((c) => {
    const seconds = index.get(soundOf(c));
    return seconds ? [[c, seconds] as const] : [];
  });
  return new Map([...index, ...characters]);
}
const HEARD = {
  chat: byCharacter(indexBy(WORDS, syllable), syllable),
  speech: byCharacter(indexBy(WORDS, foldedSyllable), foldedSyllable),
} as const;

/** Positions that belong to a word written correctly: those are never rewritten. */
function covered(text: string): boolean[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const word = SPELLED.get(text.charAt(i))
      ?.get(text.charAt(i + 1))
      ?.find((one) => text.startsWith(one, i));
    if (word) marks.fill(true, i, i + word.length);
  }
  return marks;
}

// One character in common is asked for: a pair of sounds alone fits too many innocent words.
const sharesCharacter = (word: string, text: string, at: number) => [...word].some((c, i) => text.charAt(at + i) === c);

/**
 * Rewrites homophones of repair words with the words themselves: 水官一直楼水 → 水管一直漏水. The length stays the
 * same. Words of yes, no and not are never written in, so that 不好 cannot become 好. Speech also folds the
 * sounds that are commonly confused.
 */
export function repairHomophones(text: string, channel: Channel): string {
  if (!/[\u4e00-\u9fff]{2}/.test(text)) return text;
  const [soundOf, heard] = [SOUND_OF[channel], HEARD[channel]];
  let taken: boolean[] | undefined;
  const isFree = (at: number, end: number) => {
    taken ??= covered(text);
    return !taken.slice(at, end).some(Boolean);
  };
  const fits = (word: string, at: number) =>
    [...word].every((c, i) => soundOf(c) === soundOf(text.charAt(at + i))) &&
    sharesCharacter(word, text, at) &&
    isFree(at, at + word.length);
  let out = '';
  let done = 0;
  for (let i = 0; i + 1 < text.length; i += 1) {
    const seconds = heard.get(text.charAt(i));
    const word = seconds?.get(soundOf(text.charAt(i + 1)))?.find((one) => fits(one, i));
    if (!word) continue;
    out += text.slice(done, i) + word;
    done = i + word.length;
    i = done - 1;
  }
  out += text.slice(done);
  return channel === 'speech' ? out.replace(/[赌睹](?=了|住|塞|死|得)/g, '堵') : out;
}
