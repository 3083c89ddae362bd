import { FAULTS } from './lexicon/terms/faults.js';
import { HOUSE_THINGS } from './lexicon/terms/house.js';
import { OUTSIDE_THINGS } from './lexicon/terms/outside.js';
import { POWER_THINGS } from './lexicon/terms/power.js';
import { SCENES } from './lexicon/terms/scenes.js';
import { WATER_THINGS } from './lexicon/terms/water.js';

/** What a word of the lexicon says; it may say several things. */
interface Meaning {
  /** Everything it says, as signs for the statistics: `#strong:lift`, `#fault:leak`, `#scene:hurry`. */
  signs: readonly string[];
  /** Trades that a thing of this name belongs to, and to no other. */
  trades: readonly string[];
  /** What is wrong, or wanted. */
  faults: readonly string[];
}
/** A word of the lexicon. */
export interface Entry extends Meaning {
  word: string;
}
/** An entry where it stands in a message. */
export interface Term {
  at: number;
  entry: Entry;
}

type Kind = 'strong' | 'weak' | 'fault' | 'scene';

const THINGS = { ...WATER_THINGS, ...POWER_THINGS, ...HOUSE_THINGS, ...OUTSIDE_THINGS };

const meaning = (kind: Kind, name: string): Meaning => ({
  signs: [`#${kind}:${name}`],
  trades: kind === 'strong' ? [name] : [],
  faults: kind === 'fault' ? [name] : [],
});

const both = (word: string, a: Meaning, b: Meaning): Entry => ({
  word,
  signs: [...a.signs, ...b.signs],
  trades: [...a.trades, ...b.trades],
  faults: [...a.faults, ...b.faults],
});

/** Every list of words, with what its words say. */
function* lists(): Generator<[words: string, says: Meaning]> {
  for (const [name, { strong, weak }] of Object.entries(THINGS)) {
    yield [strong, meaning('strong', name)];
    yield [weak, meaning('weak', name)];
  }
  for (const [name, words] of Object.entries(FAULTS)) yield [words, meaning('fault', name)];
  for (const [name, words] of Object.entries(SCENES)) yield [words, meaning('scene', name)];
}

/** Words by their first two characters, the longest first; words of one character by that one. */
function indexed(): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry>();
  // Entries stand in their normalised form, and share what their list says: little is to be done at every start.
  for (const [words, says] of lists())
    for (const line of words.split('\n'))
      for (const word of line.split('、')) {
        const { signs, trades, faults } = says;
        const known = entries.get(word);
        entries.set(word, known ? both(word, known, says) : { word, signs, trades, faults });
      }
  entries.delete('');
  const index = new Map<string, Entry[]>();
  for (const entry of entries.values()) {
    const key = entry.word.slice(0, 2);
    const known = index.get(key);
    if (known) known.push(entry);
    else index.set(key, [entry]);
  }
  for (const known of index.values()) if (known.length > 1) known.sort((a, b) => b.word.length - a.word.length);
  return index;
}

const INDEX = indexed();

const isLetter = (c: string) => c >= 'a' && c <= 'z';
/** An English word counts only whole: "ac" is no part of "back". */
const isWhole = (text: string, at: number, word: string) =>
  !(isLetter(word.charAt(0)) && isLetter(text.charAt(at - 1))) &&
  !(isLetter(word.charAt(word.length - 1)) && isLetter(text.charAt(at + word.length)));

function longestAt(text: string, at: number): Entry | undefined {
  const fits = ({ word }: Entry) => text.startsWith(word, at) && isWhole(text, at, word);
  return INDEX.get(text.slice(at, at + 2))?.find(fits) ?? INDEX.get(text.charAt(at))?.find(fits);
}

/** The words of the lexicon in normalised text, from left to right, the longest at each place. */
export function findTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at);
    if (found) terms.push({ at, entry: found });
    at += found?.word.length ?? 1;
  }
  return terms;
}

/** Whether a word names a thing that something can be wrong with. */
export const namesThing = ({ entry }: Term): boolean => entry.signs.some((sign) => /^#(?:strong|weak):/.test(sign));
