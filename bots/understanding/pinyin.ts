import { pinyin } from 'pinyin-pro';
import { REAL_WORDS, WORDS } from './lexicon/words.js';

export type Channel = 'chat' | 'speech';

const LONGEST = Math.max(...WORDS.map((word) => word.length));
const KNOWN: ReadonlySet<string> = new Set(WORDS);

/** The sounds that recognisers and southern speakers swap: zh/z, ch/c, sh/s, n/l, ing/in, eng/en. */
function fold(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[a-z])/, 'l')
    .replace(/(in|en)g$/, '$1');
}

/** Toneless syllables, one for each UTF-16 unit of `text`; whatever is not Chinese stands for itself. */
export function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}

function indexBy(key: (syllable: string) => string): ReadonlyMap<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of WORDS) {
    const sound = syllables(word).map(key).join(' ');
    index.set(sound, [...(index.get(sound) ?? []), word]);
  }
  return index;
}

const SOUNDS = { chat: indexBy((s) => s), speech: indexBy(fold) } as const;

/** Positions that belong to a word written correctly: those are never rewritten. */
function covered(text: string): boolean[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (let i = 0; i < text.length; i += 1) {
    for (let length = 2; length <= LONGEST && i + length <= text.length; length += 1) {
      const piece = text.slice(i, i + length);
      if (KNOWN.has(piece) || REAL_WORDS.has(piece)) marks.fill(true, i, i + length);
    }
  }
  return marks;
}

// One character in common is asked for: a pair of sounds alone fits too many innocent words.
const sharesCharacter = (a: string, b: string) => [...a].some((c, i) => b.charAt(i) === c);

function homophone(piece: string, sound: string, channel: Channel): string | undefined {
  return SOUNDS[channel].get(sound)?.find((word) => word !== piece && sharesCharacter(word, piece));
}

/**
 * Rewrites homophones of repair words with the words themselves: 水官一直楼水 → 水管一直漏水. The length stays the
 * same. Words of yes, no and not are never written in, so that 不好 cannot become 好. Speech also folds the
 * sounds that are commonly confused.
 */
export function repairHomophones(text: string, channel: Channel): string {
  if (!/[\u4e00-\u9fff]{2}/.test(text)) return text;
  const sounds = syllables(text);
  if (sounds.length !== text.length) return text; // a rare character outside the basic plane: leave all as it is
  const keys = channel === 'speech' ? sounds.map(fold) : sounds;
  const taken = covered(text);
  let out = '';
  for (let i = 0; i < text.length; ) {
    const word = longestHomophone(text, keys, taken, i, channel);
    out += word ?? text.charAt(i);
    i += word?.length ?? 1;
  }
  return channel === 'speech' ? out.replace(/[赌睹](?=了|住|塞|死|得)/g, '堵') : out;
}

function longestHomophone(
  text: string,
  keys: readonly string[],
  taken: readonly boolean[],
  at: number,
  channel: Channel,
): string | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length -= 1) {
    if (taken.slice(at, at + length).some(Boolean)) continue;
    const word = homophone(text.slice(at, at + length), keys.slice(at, at + length).join(' '), channel);
    if (word) return word;
  }
  return undefined;
}
