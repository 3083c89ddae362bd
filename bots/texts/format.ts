import { DateTime } from 'luxon';
import type { Params } from '../../src/domain/reply.js';
import { digitByDigit, spokenPhone, spokenPlace } from './spoken.js';
import { type Manner, momentInWords, windowInWords } from './times.js';

/** Parameters whose values are codes, with the texts that name them. */
const NAMED = new Set(['category', 'state', 'clock', 'channel']);

const at = (value: Params[string] | undefined, zone: string): DateTime | undefined => {
  const time = typeof value === 'string' ? DateTime.fromISO(value, { zone }) : undefined;
  return time?.isValid ? time : undefined;
};

/**
 * A parameter in words, by its name: `window` (from `from`, `to`, `timezone`, `now`), `from`, `ticket`, `place`, `phone`, the
 * codes of categories, states, clocks and channels; everything else as it is. Undefined where it is missing or empty.
 */
export function inWords(
  name: string,
  params: Params,
  manner: Manner,
  textOf: (key: string) => string | undefined,
): string | undefined {
  const zone = String(params.timezone ?? 'Asia/Shanghai');
  const from = at(params.from, zone);
  const now = at(params.now, zone);
  if (name === 'window') return from && windowInWords(from, at(params.to, zone), now, manner);
  if (name === 'from') return from && momentInWords(from, now, manner);
  // Clause 3.2.3: what to bring follows from the category.
  if (name === 'tools') return textOf(`tools.${params.category}`);
  if (name === 'charge') {
    const cost = Number(params.cost ?? 0);
    return textOf(cost > 0 ? 'charge.paid' : 'charge.free')?.replace('{cost}', String(cost));
  }
  const value = params[name];
  if (value === undefined || value === '') return undefined;
  const text = String(value);
  if (NAMED.has(name)) return textOf(`${name}.${text}`) ?? text;
  return manner.isSpoken ? aloud(name, text, manner) : name === 'phone' ? text.replace(/^\+86(?=1\d{10}$)/, '') : text;
}

function aloud(name: string, text: string, { locale }: Manner): string {
  const isChinese = locale === 'zh-CN';
  if (name === 'ticket') return isChinese ? digitByDigit(text.replace(/^W-/, '')) : spelled(text.replace(/^W-/, ''));
  if (name === 'place') return isChinese ? spokenPlace(text) : text.replace(/\d{3,}/g, spelled);
  if (name === 'what') return text.slice(0, LONGEST_ALOUD);
  if (name === 'phone') return isChinese ? spokenPhone(text) : spelled(text.replace(/^\+86/, ''));
  return text;
}

/** Of what somebody told us, so much is read aloud; the rest is in the message. */
const LONGEST_ALOUD = 60;

const spelled = (digits: string): string => [...digits].join(' ');
