// The labelled texts, see test/data/understanding/GUIDE.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../test/data/understanding');
/** `now` where a text names none: a Monday. */
export const NOW = '2026-11-23T10:00:00+08:00';
export const ZONE = 'Asia/Shanghai';

const linesOf = (file) =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Fully labelled texts of one side of the split: `train` or `test`. */
export const labelled = (side) => linesOf(`${side}.jsonl`).map((line) => JSON.parse(line));

/**
 * Texts with short labels, one pass, for training only; each file is by one writer. A line is `command ⇥ text` or
 * `intent ⇥ category ⇥ urgency[:safety] ⇥ text`; speech begins with `*`.
 */
export function shortLabelled(role) {
  const files = readdirSync(join(FOLDER, 'more')).filter((file) => file.startsWith(role));
  return files.sort().flatMap((file) =>
    linesOf(join('more', file)).map((line, i) => {
      const cells = line.split('\t');
      const said = cells.at(-1) ?? '';
      const id = `${file}:${i + 1}`;
      const channel = said.startsWith('*') ? 'speech' : 'chat';
      return { id, idea: id, writer: file, role, channel, text: said.replace(/^\*/, ''), expect: shortLabels(cells) };
    }),
  );
}

function shortLabels(cells) {
  if (cells.length === 2) return { command: cells[0] };
  const [urgency, safety] = cells[2].split(':');
  return { intent: cells[0], category: cells[1], urgency, ...(safety && { safety }) };
}

/** What understanding takes for a labelled text. */
export const utterance = ({ text, channel, now }) => ({ text, channel, now: new Date(now ?? NOW), timezone: ZONE });
