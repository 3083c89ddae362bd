import { normalise } from './normalise.js';
import { toDigits } from './numbers.js';

/**
 * A mainland mobile number, a landline with its area code, or anything with a country code; people group digits as they
 * like. A library that knows every country takes longer to load than all the rest of understanding, and what is found here is
 * already as exact as it would ask for; numbers from forms are still checked by it (`src/http/dto/fields.ts`).
 */
const CANDIDATE =
  /(?<![\d.])(?:(?:\+?86[- ]?)?(?<mobile>1[3-9](?:[- ]?\d){9})|(?:\+?86[- ]?)?0(?<landline>(?:10|2\d|[3-9]\d{2})[- ]?\d{7,8})|(?:\+|00)(?<foreign>[1-9](?:[- ]?\d){7,14}))(?!\d)/g;

const digitsOf = (said: string) => said.replace(/\D/g, '');

/** Finds the first telephone number in text whose numbers are digits, in E.164; `at` and `end` are its position. */
export function findPhone(digits: string): { phone: string; at: number; end: number } | undefined {
  for (const { 0: said, index, groups } of digits.matchAll(CANDIDATE)) {
    const home = groups?.mobile ?? groups?.landline;
    const phone = home ? `+86${digitsOf(home)}` : `+${digitsOf(groups?.foreign ?? '')}`;
    return { phone, at: index, end: index + said.length };
  }
  return undefined;
}

/** A telephone number in E.164 form, written or said digit by digit ("幺三八…"); China where no country is given. */
export function parsePhone(text: string): string | undefined {
  const digits = toDigits(normalise(text));
  return (findPhone(digits) ?? findPhone(digits.replace(/(?<=\d)[ ,-]+(?=\d)/g, '')))?.phone;
}
