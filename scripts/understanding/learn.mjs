// A network over sparse signs: a direct path (softmax regression) and one hidden layer that all fields share, trained
// together by Adagrad. Deterministic: the same texts in the same order give the same weights.

/** A linear congruential generator: shuffles and dropout must be the same on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}

/** Weights with the squares of their slopes, by which Adagrad shortens its steps. */
class Layer {
  constructor(size, { decay = 0, initial = () => 0 } = {}) {
    this.weights = Float32Array.from({ length: size }, initial);
    this.squares = new Float32Array(size).fill(1e-2);
    this.decay = decay;
  }

  /** Adds its weights to the sum from which {@link settle} takes the mean. */
  remember() {
    this.sum ??= new Float64Array(this.weights.length);
    this.remembered = (this.remembered ?? 0) + 1;
    for (let i = 0; i < this.sum.length; i += 1) this.sum[i] += this.weights[i];
  }

  settle() {
    for (let i = 0; i < this.sum.length; i += 1) this.weights[i] = this.sum[i] / this.remembered;
  }

  step(at, error, rate) {
    const slope = error + this.decay * this.weights[at];
    this.squares[at] += slope * slope;
    this.weights[at] -= (rate * slope) / Math.sqrt(this.squares[at]);
  }
}

/** Adds the rows of `layer` that a text has, `width` weights each, to `sums`. */
function addRows(sums, layer, width, { ids, strengths }) {
  for (let q = 0; q < ids.length; q += 1) {
    const [row, strength] = [ids[q] * width, strengths[q]];
    for (let k = 0; k < width; k += 1) sums[k] += layer.weights[row + k] * strength;
  }
}

/** In place: sums become probabilities within each field. */
function softmax(sums, sizes) {
  let start = 0;
  for (const size of sizes) {
    const field = sums.subarray(start, start + size);
    let most = Number.NEGATIVE_INFINITY;
    for (const sum of field) most = Math.max(most, sum);
    let total = 0;
    for (let k = 0; k < size; k += 1) {
      field[k] = Math.exp(field[k] - most);
      total += field[k];
    }
    for (let k = 0; k < size; k += 1) field[k] /= total;
    start += size;
  }
}

class Network {
  constructor({ sizes, width, hidden, random }) {
    const columns = sizes.reduce((a, b) => a + b, 0);
    const around = (span) => () => (random() - 0.5) * span;
    Object.assign(this, { sizes, columns, hidden });
    this.direct = new Layer(width * columns, { decay: 3e-3 });
    this.inward = new Layer(width * hidden, { decay: 1e-3, initial: around(0.1) });
    this.outward = new Layer(hidden * columns, { initial: around(2 * Math.sqrt(3 / Math.max(1, hidden))) });
    this.inwardBias = new Layer(hidden);
    this.bias = new Layer(columns);
    this.units = new Float64Array(hidden);
    this.slopes = new Float64Array(hidden);
    this.out = new Float64Array(columns);
  }

  get layers() {
    return [this.direct, this.inward, this.outward, this.inwardBias, this.bias];
  }

  /** Fills `units` and `out`; `gates` (0, or what an open unit counts) drop units while learning. */
  forward(row, gates) {
    const { units, out, columns, hidden } = this;
    units.set(this.inwardBias.weights);
    addRows(units, this.inward, hidden, row);
    out.set(this.bias.weights);
    addRows(out, this.direct, columns, row);
    for (let j = 0; j < hidden; j += 1) {
      units[j] = units[j] > 0 ? units[j] * (gates ? gates[j] : 1) : 0;
      if (units[j] === 0) continue;
      for (let k = 0; k < columns; k += 1) out[k] += this.outward.weights[j * columns + k] * units[j];
    }
    softmax(out, this.sizes);
  }

  /** One step against the errors that `forward` left for a row, whose labels are columns. */
  backward(row, labels, gates, rate) {
    const { units, slopes, out: errors, columns, hidden } = this;
    for (const label of labels) errors[label] -= 1;
    for (let j = 0; j < hidden; j += 1) {
      slopes[j] = 0;
      if (units[j] === 0) continue;
      for (let k = 0; k < columns; k += 1) {
        slopes[j] += this.outward.weights[j * columns + k] * errors[k] * gates[j];
        this.outward.step(j * columns + k, errors[k] * units[j], rate);
      }
      this.inwardBias.step(j, slopes[j], rate);
    }
    for (let k = 0; k < columns; k += 1) this.bias.step(k, errors[k], rate);
    this.#stepRows(this.direct, columns, errors, row, rate);
    this.#stepRows(this.inward, hidden, slopes, row, rate);
  }

  #stepRows(layer, width, errors, { ids, strengths }, rate) {
    for (let q = 0; q < ids.length; q += 1) {
      if (strengths[q] === 0) continue;
      for (let k = 0; k < width; k += 1)
        if (Math.abs(errors[k]) > 1e-4) layer.step(ids[q] * width + k, errors[k] * strengths[q], rate);
    }
  }
}

/** A row of which some signs are hidden, so that no single one is relied upon; the others count the more. */
const thinned = ({ ids, strengths }, share, random) => ({
  ids,
  strengths: strengths.map((own) => (random() < share ? 0 : own / (1 - share))),
});

/**
 * Learns all fields of a role together. The weights are the mean over the second half of the epochs, so that texts at a border
 * do not change sides with the order in which others were learned.
 * @param rows `{ids: Int32Array, strengths: Float32Array}` per text; ids are feature numbers below `width`
 * @param labels per text one column for each field; columns of all fields are counted through
 * @param sizes how many values each field has
 * @param hidden units of the hidden layer; 0 leaves plain softmax regression
 * @param dropout share of signs, and of hidden units, that each step does without
 * @returns a network for {@link apply}
 */
export function learn(rows, labels, sizes, width, { hidden = 64, epochs = 12, rate = 0.03, dropout = 0.3 } = {}) {
  const random = generator(1);
  const network = new Network({ sizes, width, hidden, random });
  const order = rows.map((_, i) => i);
  const gates = new Float64Array(hidden);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const r of order) {
      const row = dropout > 0 ? thinned(rows[r], dropout, random) : rows[r];
      for (let j = 0; j < hidden; j += 1) gates[j] = random() < dropout ? 0 : 1 / (1 - dropout);
      network.forward(row, gates);
      network.backward(row, labels[r], gates, rate);
    }
    if (epoch >= epochs / 2) for (const layer of network.layers) layer.remember();
  }
  for (const layer of network.layers) layer.settle();
  return network;
}

/** The probabilities of one row, all fields side by side. */
export function apply(network, row) {
  network.forward(row);
  return network.out.slice();
}
