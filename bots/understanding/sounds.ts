import { SOUNDS } from './lexicon/sounds.js';

/** The sounds that recognisers and southern speakers swap: zh/z, ch/c, sh/s, n/l, ing/in, eng/en. */
const fold = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[a-z])/, 'l')
    .replace(/(in|en)g$/, '$1');

const SYLLABLE = new Map<string, string>();
const FOLDED = new Map<string, string>();
for (const line of SOUNDS.trim().split('\n')) {
  const sound = /^[a-zü]+/.exec(line)?.[0] ?? '';
  const folded = fold(sound);
  for (const c of line.slice(sound.length)) {
    SYLLABLE.set(c, sound);
    FOLDED.set(c, folded);
  }
}

/** The toneless syllable of a character; whatever is not Chinese, or rare, stands for itself. */
export const syllable = (c: string): string => SYLLABLE.get(c) ?? c;

/** The same, where sounds that are commonly confused are one. */
export const foldedSyllable = (c: string): string => FOLDED.get(c) ?? c;

/** The characters whose sounds are known. */
export const soundingCharacters = (): Iterable<string> => SYLLABLE.keys();
