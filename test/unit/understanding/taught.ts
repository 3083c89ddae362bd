import { parseLexicon, understandResident } from '../../../bots/understanding/index.js';
import { NOW, ZONE } from './support.js';

/** The lexicon of lines that are all good. */
export function taught(...lines: string[]) {
  const { lexicon, refused } = parseLexicon(lines.join('\n'));
  expect(refused).toEqual([]);
  return lexicon;
}

/** Reads messages with the lexicon of these lines. */
export const reader =
  (...lines: string[]) =>
  (text: string, channel: 'chat' | 'speech' = 'chat') =>
    understandResident({ text, channel, now: NOW, timezone: ZONE, lexicon: taught(...lines) });
