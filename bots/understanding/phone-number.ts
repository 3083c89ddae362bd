import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { normalise } from './normalise.js';
import { toDigits } from './numbers.js';

// A mobile number, a landline with its area code, or anything with a country code; people group digits as they like.
const CANDIDATE =
  /(?:\+\d{1,3}[- ]?)?(?<![\d.])(?:(?:86[- ]?)?1[3-9](?:[- ]?\d){9}|0\d{2,3}[- ]?\d{7,8}|(?<=\+\d{1,3}[- ]?)\d(?:[- ]?\d){5,12})(?!\d)/g;

/** Finds the first valid telephone number in text whose numbers are digits; `at` and `end` are its position. */
export function findPhone(digits: string): { phone: string; at: number; end: number } | undefined {
  for (const match of digits.matchAll(CANDIDATE)) {
    const number = parsePhoneNumberFromString(match[0], 'CN', metadata);
    if (number?.isPossible()) return { phone: number.number, at: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A telephone number in E.164 form, written or said digit by digit ("幺三八…"); China where no country is given. */
export function parsePhone(text: string): string | undefined {
  const digits = toDigits(normalise(text));
  return (findPhone(digits) ?? findPhone(digits.replace(/(?<=\d)[ ,-]+(?=\d)/g, '')))?.phone;
}
