import type { Example } from './project-lexicon.js';

/** From this likeness on a message means what the example means. */
const ALIKE = 0.6;

interface Prepared {
  example: Example;
  pairs: ReadonlySet<string>;
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

/** Lists of examples are made once for a lexicon and never changed. */
const prepared = new WeakMap<readonly Example[], readonly Prepared[]>();

function prepare(examples: readonly Example[]): readonly Prepared[] {
  const known = prepared.get(examples);
  if (known) return known;
  const made = examples.map((example) => ({ example, pairs: pairsOf(example.text) }));
  prepared.set(examples, made);
  return made;
}

/** Dice's coefficient over pairs of characters: 0 for nothing in common, 1 for the same pairs. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** The example of the project that a message is most like, where it is like one at all. */
export function nearestExample(text: string, examples: readonly Example[]): Example | undefined {
  if (examples.length === 0) return undefined;
  if (examples.length === 0) return undefined;
  const own = pairsOf(text);
  let [nearest, most]: [Example | undefined, number] = [undefined, 0];
  for (const { example, pairs } of prepare(examples)) {
    const score = likeness(own, pairs);
    if (score > most) [nearest, most] = [example, score];
  }
  return most >= ALIKE ? nearest : undefined;
}
