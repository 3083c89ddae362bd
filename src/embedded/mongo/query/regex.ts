import type { BSONRegExp } from 'bson';
import { fault } from '../errors.js';
import { regexParts } from '../values/order.js';

/**
 * A JavaScript regular expression for a MongoDB one. The driver writes JavaScript's `g` as `s`, and MongoDB reads `s` as
 * "dot matches newline". The extended option `x` has no counterpart and is refused by name.
 */
export function toRegExp(source: string | RegExp | BSONRegExp, extraOptions = ''): RegExp {
  const { pattern, options } = typeof source === 'string' ? { pattern: source, options: '' } : regexParts(source);
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const flags = new Set<string>();
  for (const flag of options + extraOptions + (inline?.[1] ?? '')) {
    if (flag === 'g') flags.add('s');
    else if ('imsu'.includes(flag)) flags.add(flag);
    else if (flag !== 'v') throw fault('BadValue', `invalid or unsupported flag in regex options: ${flag}`);
  }
  return compile(inline ? pattern.slice(inline[0].length) : pattern, [...flags].join(''));
}

/** Unicode mode first (whole characters, \p{…}); patterns with escapes it forbids fall back to the older mode. */
function compile(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags.includes('u') ? flags : `${flags}u`);
  } catch {
    try {
      return new RegExp(pattern, flags.replace('u', ''));
    } catch (error) {
      throw fault(51091, `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
}
