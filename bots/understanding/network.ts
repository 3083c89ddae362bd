import { GramIndex } from './grams.js';

/** A learned network as it is shipped; `scripts/understanding/train.mjs` writes it. */
export interface PackedNetwork {
  /** The fields it decides, each with its values in the order of their columns. */
  fields: Readonly<Record<string, readonly string[]>>;
  /** The grams among the features: units that are words, and keys in order; see {@link GramIndex}. */
  words: readonly string[];
  keys: Float64Array;
  /** The signs of rules among the features; their rows come after those of the grams. */
  rules: readonly string[];
  /** Row by row, a signed byte for each value of the fields and then for each hidden unit. */
  weights: Int8Array;
  /** What one step of a byte is worth, by column. */
  scales: readonly number[];
  bias: readonly number[];
  /** What each hidden unit adds to each value: unit by unit. */
  outward: readonly number[];
  /** By field, ascending: a probability of the model, and the share of answers that were right at it. See {@link certainty}. */
  certainty: Readonly<Record<string, readonly (readonly [raw: number, right: number])[]>>;
  /** From this probability on a danger is taken for real: chosen so that none was missed. Residents only. */
  alarm?: number;
}

/** What is seen in a message: the text of which grams are taken, and signs that rules found. */
export interface Signs {
  text: string;
  rules: ReadonlySet<string>;
}

/** What a sign of a rule weighs beside one gram, before training weighs it again. */
export const RULE_STRENGTH = 2;

/** A value of a field with its probability. */
export interface Chance {
  value: string;
  p: number;
}
/** All values of a field, in no order. */
export type Distribution = readonly Chance[];

/** The likeliest value. */
export const likeliest = (distribution: Distribution): Chance | undefined =>
  distribution.reduce<Chance | undefined>((a, b) => (a && a.p >= b.p ? a : b), undefined);

/**
 * What one gram weighs in a message with so many grams that the model knows: long messages are not louder than short
 * ones, and very short ones a little lower.
 */
export const gramStrength = (known: number): number => 10 / Math.sqrt(known + 10);

/** A softmax over {@link Signs} for each field: every sign counts directly, and through hidden units that see signs together. */
export class Network {
  readonly #grams: GramIndex;
  readonly #rules: ReadonlyMap<string, number>;
  readonly #weights: Int8Array;
  readonly #outward: Float64Array;
  /** Values of all fields; the columns after them are hidden units. */
  readonly #values: number;
  readonly #width: number;

  constructor(readonly packed: PackedNetwork) {
    this.#grams = new GramIndex(packed.words, packed.keys);
    this.#rules = new Map(packed.rules.map((sign, i) => [sign, packed.keys.length + i]));
    this.#weights = packed.weights;
    this.#outward = Float64Array.from(packed.outward);
    this.#values = Object.values(packed.fields).flat().length;
    this.#width = packed.bias.length;
  }

  /** The distributions of all fields for one message. */
  judge({ text, rules }: Signs): Record<string, Distribution> {
    const grams = this.#grams.numbersIn(text);
    const ofGrams = this.#sum(grams);
    const ofRules = this.#sum(this.#rowsOf(rules));
    const { scales, bias } = this.packed;
    const strength = gramStrength(grams.length);
    const sums = new Float64Array(this.#width);
    for (let k = 0; k < sums.length; k += 1)
      sums[k] = (ofGrams[k]! * strength + ofRules[k]! * RULE_STRENGTH) * scales[k]! + bias[k]!;
    this.#addHidden(sums);
    return this.#distributions(sums);
  }

  #rowsOf(rules: ReadonlySet<string>): number[] {
    const rows: number[] = [];
    for (const sign of rules) {
      const row = this.#rules.get(sign);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  // The innermost loop of understanding: whole numbers, no closures, no checks for holes that cannot be there.
  #sum(rows: readonly number[]): Int32Array {
    const [weights, width] = [this.#weights, this.#width];
    const sums = new Int32Array(width);
    for (const row of rows) {
      const start = row * width;
      for (let column = 0; column < width; column += 1) sums[column]! += weights[start + column]!;
    }
    return sums;
  }

  /** Hidden units that are open add their part to every value. */
  #addHidden(sums: Float64Array): void {
    const [outward, values] = [this.#outward, this.#values];
    for (let unit = values; unit < sums.length; unit += 1) {
      const strength = sums[unit]!;
      if (strength <= 0) continue;
      const start = (unit - values) * values;
      for (let column = 0; column < values; column += 1) sums[column]! += outward[start + column]! * strength;
    }
  }

  #distributions(sums: Float64Array): Record<string, Distribution> {
    const judged: Record<string, Distribution> = {};
    let column = 0;
    for (const [field, values] of Object.entries(this.packed.fields)) {
      judged[field] = softmax(values, sums.subarray(column, column + values.length));
      column += values.length;
    }
    return judged;
  }
}

/**
 * How sure an answer is: the model's own probability, corrected by how often such answers were right on texts it had not
 * seen. Between two points on a straight line; in thousandths, since nobody counted finer.
 */
export function certainty({ certainty: points }: PackedNetwork, field: string, raw: number): number {
  const known = points[field] ?? [];
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.[0] ?? 1) >= raw) high = middle;
    else low = middle + 1;
  }
  const [x1, y1] = known[Math.min(low, known.length - 1)] ?? [1, raw];
  const [x0, y0] = known[low - 1] ?? [x1, y1];
  const right = x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0);
  return Math.round(right * 1_000) / 1_000;
}

function softmax(values: readonly string[], sums: Float64Array): Distribution {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  for (let i = 0; i < sums.length; i += 1) {
    sums[i] = Math.exp(sums[i]! - most);
    total += sums[i]!;
  }
  return values.map((value, i) => ({ value, p: sums[i]! / total }));
}
