/** Chinese is read character by character, other scripts word by word. */
const UNIT = /[a-z]+(?:'[a-z]+)?|[^\s]/gu;
/** The longest pieces, in units. */
const LONGEST = 3;

const unitsOf = (text: string): string[] => ['^', ...(text.match(UNIT) ?? []), '$'];

/** Two words need a blank between them, so that a piece can be taken apart again. */
const join = (a: string, b: string) => (/[a-z']$/.test(a) && /^[a-z]/.test(b) ? `${a} ${b}` : `${a}${b}`);

/** The pieces that the statistics count: every run of one to three units, the ends of the message marked. Each once. */
export function gramsOf(text: string): Set<string> {
  const units = unitsOf(text);
  const grams = new Set<string>();
  for (let start = 0; start < units.length; start += 1) {
    let gram = units[start] ?? '';
    grams.add(gram);
    for (const unit of units.slice(start + 1, start + LONGEST)) {
      gram = join(gram, unit);
      grams.add(gram);
    }
  }
  return grams;
}

/** Characters for private use stand for units that are no single one: a normalised message has none of them. */
const FIRST_WORD = 0xe000;
const UNIT_BITS = 2 ** 16;

/** A gram as a number: three units of sixteen bits, which a double holds exactly; units that are missing count 0. */
const keyOf = (a: number, b: number, c: number): number => (a * UNIT_BITS + b) * UNIT_BITS + c;

/** Numbers of the units in `grams` that are no single UTF-16 character, and the key of every gram by {@link keyOf}. */
export function keysOf(grams: readonly string[]): { words: string[]; keys: Map<string, number> } {
  const words = new Map<string, number>();
  const code = (unit: string) => {
    if (unit.length === 1) return unit.charCodeAt(0);
    if (!words.has(unit)) words.set(unit, FIRST_WORD + words.size);
    return words.get(unit) ?? 0;
  };
  const keys = new Map<string, number>();
  for (const gram of grams) {
    const [a = 0, b = 0, c = 0] = (gram.match(UNIT) ?? []).map(code);
    keys.set(gram, keyOf(a, b, c));
  }
  return { words: [...words.keys()], keys };
}

/**
 * Finds known {@link gramsOf} in a message without making a string of each: their keys stand in order, so that nothing has
 * to be built at a start, and a search by halves finds them.
 */
export class GramIndex {
  readonly #words: ReadonlyMap<string, number>;
  readonly #keys: Float64Array;
  /** The message in which a gram was last seen, so that each counts once. */
  readonly #seen: Int32Array;
  #message = 0;

  /** @param keys of {@link keysOf}, ascending; their places are the numbers of the grams */
  constructor(words: readonly string[], keys: Float64Array) {
    this.#words = new Map(words.map((word, i) => [word, FIRST_WORD + i]));
    this.#keys = keys;
    this.#seen = new Int32Array(keys.length);
  }

  /** The numbers of the known grams in a text, each once. */
  numbersIn(text: string): number[] {
    this.#message += 1;
    const units = this.#codesOf(text);
    const found: number[] = [];
    for (let i = 0; i < units.length; i += 1) {
      const [a, b, c] = [units[i] ?? 0, units[i + 1] ?? 0, units[i + 2] ?? 0];
      if (a === 0) continue;
      const single = this.#find(keyOf(a, 0, 0), 0, found);
      if (b === 0) continue;
      const pair = this.#find(keyOf(a, b, 0), single, found);
      if (c !== 0) this.#find(keyOf(a, b, c), pair, found);
    }
    return found;
  }

  /** Units as numbers; 0 for one that no gram has. */
  #codesOf(text: string): number[] {
    return unitsOf(text).map((unit) => (unit.length === 1 ? unit.charCodeAt(0) : (this.#words.get(unit) ?? 0)));
  }

  /** Looks for a key from a place on; where it is, or would be. */
  #find(key: number, from: number, found: number[]): number {
    const keys = this.#keys;
    let [low, high] = [from, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    if (keys[low] === key && this.#seen[low] !== this.#message) {
      this.#seen[low] = this.#message;
      found.push(low);
    }
    return low;
  }
}
