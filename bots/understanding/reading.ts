import { normalise } from './normalise.js';
import { toDigits } from './numbers.js';
import { type Channel, repairHomophones } from './pinyin.js';

/** A message made ready for the rules. */
export interface Reading {
  /** Normalised, homophones repaired; numbers as they were written. */
  text: string;
  /** The same with numbers as digits: for places, times, money and phone numbers. */
  digits: string;
}

/** Reads a message once; every rule works on the result. */
export function read(text: string, channel: Channel): Reading {
  const repaired = repairHomophones(normalise(text), channel);
  return { text: repaired, digits: toDigits(repaired) };
}
