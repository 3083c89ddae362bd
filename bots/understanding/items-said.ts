import { SIMPLIFIED } from './lexicon/traditional.js';

const HAN_DIGITS = ['零〇', '一幺', '二两', '三', '四', '五', '六', '七', '八', '九'];

/** The message as the rules read it, character by character, so that positions stay. */
const fold = (said: string) =>
  [...said.normalize('NFKC')]
    .map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c))
    .map((c) => SIMPLIFIED.get(c) ?? c)
    .join('');

function patternOf(name: string): RegExp {
  const units = (name.toLowerCase().match(/10|./gu) ?? []).map((c) => {
    if (c === '10') return '(?:10|十)';
    if (/\d/.test(c)) return `[${c}${HAN_DIGITS[Number(c)]}]`;
    return SIMPLIFIED.get(c) ?? c.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  });
  return new RegExp(units.join('(?:的| )?'));
}

/** A name as it stands in the message (LED灯, 玻璃膠, 三孔插座), or unchanged where it was corrected. */
export function asSaid(name: string, said: string): string {
  const found = patternOf(name).exec(fold(said));
  const written = found && said.normalize('NFKC').slice(found.index, found.index + found[0].length);
  if (!written) return name;
  return /[的 ]/.test(name) ? written : written.replace(/[的 ]/g, '');
}
