import { hideDenied } from './negation.js';
import type { Signs } from './network.js';
import { isRepeat } from './repeat.js';
import { findTerms, type Term } from './terms.js';

/** Lengths in characters at which messages begin to be of another kind. */
const LENGTHS = [4, 8, 16, 32, 64];
const lengthSign = (text: string) => `#length:${LENGTHS.filter((limit) => text.length >= limit).length}`;

/** Which trades the things belong to, which of them comes first and last, and what is wrong with which. */
function addTermSigns(signs: Set<string>, terms: readonly Term[]): void {
  const add = (kind: string, thing: Term | undefined) => {
    for (const trade of thing?.entry.trades ?? []) signs.add(`#${kind}:${trade}`);
  };
  const things = terms.filter(({ entry }) => entry.trades.length > 0);
  let longest = things[0];
  for (const thing of things) if (thing.entry.word.length > (longest?.entry.word.length ?? 0)) longest = thing;
  add('first', things[0]);
  add('last', things.at(-1));
  add('longest', longest);
  let nearest = things[0];
  for (const term of terms) {
    for (const sign of term.entry.signs) signs.add(sign);
    for (const fault of term.entry.faults)
      for (const trade of nearest?.entry.trades ?? []) signs.add(`#${trade}+${fault}`);
    if (term.entry.trades.length > 0) nearest = term;
  }
  signs.add(`#trades:${Math.min(3, tradesOf(terms).size)}`);
}

/** The trades that things named in a message belong to. */
export const tradesOf = (terms: readonly Term[]): Set<string> => new Set(terms.flatMap(({ entry }) => entry.trades));

/** A message with what it denies hidden, and the words of the lexicon in the rest. */
export interface Affirmed {
  text: string;
  affirmed: string;
  terms: readonly Term[];
  /** Whether it tells that a fault came back. */
  isRepeat: boolean;
}

export function affirm(text: string): Affirmed {
  const affirmed = hideDenied(text);
  return { text, affirmed, terms: findTerms(affirmed), isRepeat: isRepeat(text) };
}

/**
 * What statistics weigh in a resident's message.
 * @param masked the message with places, times and numbers as marks, for the grams
 */
export function residentSigns({ text, affirmed, terms, isRepeat }: Affirmed, masked: string): Signs {
  const rules = new Set([lengthSign(text)]);
  addTermSigns(rules, terms);
  if (isRepeat) rules.add('#repeat');
  if (affirmed !== text) rules.add('#denied');
  return { text: masked, rules };
}

/** What statistics weigh in a technician's reply: the lexicon was measured and adds nothing here. */
export const technicianSigns = (masked: string): Signs => ({ text: masked, rules: new Set([lengthSign(masked)]) });
