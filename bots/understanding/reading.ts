import { type Channel, repairHomophones } from './homophones.js';
import { normalise } from './normalise.js';
import { toDigits } from './numbers.js';
import type { Lexicon } from './project-lexicon.js';

/** A message made ready for the rules. */
export interface Reading {
  /** As the resident wrote it. */
  original: string;
  /** Normalised, homophones repaired; numbers as they were written. */
  text: string;
  /** The same with numbers as digits: for places, times, money and phone numbers. */
  digits: string;
}

/** Reads a message once, in the words of everybody; every rule works on the result. */
export function read(text: string, channel: Channel, lexicon?: Lexicon): Reading {
  const normalised = normalise(text);
  const repaired = repairHomophones(lexicon ? lexicon.translate(normalised) : normalised, channel);
  return { original: text, text: repaired, digits: toDigits(repaired) };
}
