import { gramsOf } from './grams.js';
import type { Signs } from './linear-model.js';
import { hideDenied } from './negation.js';
import { isRepeat } from './repeat.js';
import { findTerms, type Term } from './terms.js';

/** What a sign of a rule weighs beside one gram, before training weighs it again. */
const STRENGTH = 2;

/** Lengths in characters at which messages begin to be of another kind. */
const LENGTHS = [4, 8, 16, 32, 64];
const lengthSign = (text: string) => `#length:${LENGTHS.filter((limit) => text.length >= limit).length}`;

/** Which trades the things belong to, which of them comes first and last, and what is wrong with which. */
function* termSigns(terms: readonly Term[]): Generator<string> {
  const things = terms.filter(({ entry }) => entry.trades.length > 0);
  for (const { entry } of terms) yield* entry.signs;
  for (const trade of things[0]?.entry.trades ?? []) yield `#first:${trade}`;
  for (const trade of things.at(-1)?.entry.trades ?? []) yield `#last:${trade}`;
  const longest = things.reduce<Term | undefined>(
    (a, b) => (a && a.entry.word.length >= b.entry.word.length ? a : b),
    undefined,
  );
  for (const trade of longest?.entry.trades ?? []) yield `#longest:${trade}`;
  for (const { at, entry } of terms) {
    if (entry.faults.length === 0) continue;
    const thing = things.findLast((one) => one.at < at) ?? things[0];
    for (const trade of thing?.entry.trades ?? []) for (const fault of entry.faults) yield `#${trade}+${fault}`;
  }
  yield `#trades:${Math.min(3, tradesOf(terms).size)}`;
}

/** The trades that things named in a message belong to. */
export const tradesOf = (terms: readonly Term[]): Set<string> => new Set(terms.flatMap(({ entry }) => entry.trades));

/** A message with what it denies hidden, and the words of the lexicon in the rest. */
export interface Affirmed {
  text: string;
  affirmed: string;
  terms: readonly Term[];
}

export function affirm(text: string): Affirmed {
  const affirmed = hideDenied(text);
  return { text, affirmed, terms: findTerms(affirmed) };
}

/**
 * What statistics weigh in a resident's message.
 * @param masked the message with places, times and numbers as marks, for the grams
 */
export function residentSigns({ text, affirmed, terms }: Affirmed, masked: string): Signs {
  const signs = new Set([
    ...termSigns(terms),
    lengthSign(text),
    ...(isRepeat(text) ? ['#repeat'] : []),
    ...(affirmed === text ? [] : ['#denied']),
  ]);
  return { grams: gramsOf(masked), rules: [...signs].map((sign) => [sign, STRENGTH] as const) };
}

/** What statistics weigh in a technician's reply: the lexicon was measured and adds nothing here. */
export const technicianSigns = (masked: string): Signs => ({
  grams: gramsOf(masked),
  rules: [[lengthSign(masked), STRENGTH]],
});
