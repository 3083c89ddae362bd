/** A linear model as it is shipped; `scripts/understanding/train.mjs` writes it. */
export interface PackedModel {
  /** The fields it decides, each with its values in the order of their columns. */
  fields: Readonly<Record<string, readonly string[]>>;
  /** Features in the order of their rows, one a line. */
  features: string;
  /** Row by row, a signed byte for each column; base64. */
  weights: string;
  /** What one step of a byte is worth, by column. */
  scales: readonly number[];
  bias: readonly number[];
  /** By field, ascending: a probability of the model, and the share of answers that were right at it. See {@link certainty}. */
  certainty: Readonly<Record<string, readonly (readonly [raw: number, right: number])[]>>;
  /** From this probability on a danger is taken for real: chosen so that none was missed. Residents only. */
  alarm?: number;
}

/** What is seen in a message: pieces of its text, and signs that rules found, with their strength. */
export interface Signs {
  grams: ReadonlySet<string>;
  rules: readonly (readonly [sign: string, strength: number])[];
}

/** Values of a field with their probabilities, the likeliest first. */
export type Distribution<T extends string = string> = readonly { value: T; p: number }[];

/**
 * What one gram weighs in a message with so many grams that the model knows: long messages are not louder than short
 * ones, and very short ones a little lower.
 */
export const gramStrength = (known: number): number => 10 / Math.sqrt(known + 10);

/** Softmax regression over {@link Signs}: a distribution for each field. */
export class LinearModel {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #weights: Int8Array;
  readonly #width: number;

  constructor(readonly packed: PackedModel) {
    this.#rows = new Map(packed.features.split('\n').map((feature, row) => [feature, row]));
    const bytes = Buffer.from(packed.weights, 'base64');
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#width = packed.bias.length;
  }

  /** The distributions of all fields for one message. */
  judge({ grams, rules }: Signs): Record<string, Distribution> {
    const known: number[] = [];
    for (const gram of grams) {
      const row = this.#rows.get(gram);
      if (row !== undefined) known.push(row);
    }
    const sums = new Float64Array(this.#width);
    const strength = gramStrength(known.length);
    for (const row of known) this.#add(sums, row, strength);
    for (const [sign, own] of rules) {
      const row = this.#rows.get(sign);
      if (row !== undefined) this.#add(sums, row, own);
    }
    return this.#distributions(sums);
  }

  // The innermost loop of understanding: no closures, no checks for holes that cannot be there.
  #add(sums: Float64Array, row: number, strength: number): void {
    const [weights, width] = [this.#weights, this.#width];
    const start = row * width;
    for (let column = 0; column < width; column += 1) sums[column]! += weights[start + column]! * strength;
  }

  #distributions(sums: Float64Array): Record<string, Distribution> {
    const { scales, bias, fields } = this.packed;
    for (let column = 0; column < sums.length; column += 1)
      sums[column] = sums[column]! * scales[column]! + bias[column]!;
    const judged: Record<string, Distribution> = {};
    let column = 0;
    for (const [field, values] of Object.entries(fields)) {
      judged[field] = softmax(values, sums.subarray(column, column + values.length));
      column += values.length;
    }
    return judged;
  }
}

/**
 * How sure an answer is: the model's own probability, corrected by how often such answers were right on texts it had not
 * seen. Between two points on a straight line.
 */
export function certainty({ certainty: points }: PackedModel, field: string, raw: number): number {
  const known = points[field] ?? [];
  const above = known.findIndex(([at]) => at >= raw);
  const [x1, y1] = known[above < 0 ? known.length - 1 : above] ?? [1, raw];
  const [x0, y0] = known[above - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0);
}

function softmax(values: readonly string[], sums: Float64Array): Distribution {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return values.map((value, i) => ({ value, p: (powers[i] ?? 0) / total })).sort((a, b) => b.p - a.p);
}
