// Softmax regression by Adagrad over sparse signs. Deterministic: the same texts in the same order give the same weights.

/** Numbers of a linear congruential generator: shuffling must be the same on every machine. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled(count, random) {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** The probabilities of all classes, written into `out`. */
function probabilities({ ids, strengths }, weights, bias, out) {
  const classes = bias.length;
  for (let k = 0; k < classes; k += 1) out[k] = bias[k];
  for (let q = 0; q < ids.length; q += 1) {
    const row = ids[q] * classes;
    for (let k = 0; k < classes; k += 1) out[k] += weights[row + k] * strengths[q];
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k += 1) most = Math.max(most, out[k]);
  let total = 0;
  for (let k = 0; k < classes; k += 1) {
    out[k] = Math.exp(out[k] - most);
    total += out[k];
  }
  for (let k = 0; k < classes; k += 1) out[k] /= total;
}

/**
 * Learns one field.
 * @param rows `{ids: Int32Array, strengths: Float32Array}` per text; ids are feature numbers below `width`
 * @param labels class number per text
 * @returns `{weights: Float32Array (width × classes), bias}`
 */
export function learn(rows, labels, classes, width, { epochs = 20, rate = 0.03, decay = 3e-3 } = {}) {
  const weights = new Float32Array(width * classes);
  const squares = new Float32Array(width * classes).fill(1e-2);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(1e-2);
  const random = generator(1);
  const p = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const r of shuffled(rows.length, random)) {
      const { ids, strengths } = rows[r];
      probabilities(rows[r], weights, bias, p);
      for (let k = 0; k < classes; k += 1) {
        const error = p[k] - (labels[r] === k ? 1 : 0);
        if (Math.abs(error) < 1e-4) continue;
        biasSquares[k] += error * error;
        bias[k] -= (rate * error) / Math.sqrt(biasSquares[k]);
        for (let q = 0; q < ids.length; q += 1) {
          const at = ids[q] * classes + k;
          const slope = error * strengths[q] + decay * weights[at];
          squares[at] += slope * slope;
          weights[at] -= (rate * slope) / Math.sqrt(squares[at]);
        }
      }
    }
  return { weights, bias };
}

/** The class probabilities of one row under what was learned. */
export function apply({ weights, bias }, row) {
  const out = new Float64Array(bias.length);
  probabilities(row, weights, bias, out);
  return out;
}
