// Writes learned fields as a TypeScript module: features as lines, weights as signed bytes in base64.

/** Weights smaller than this in every column decide nothing and are left out with their feature. */
const LEAST = 0.02;

/** Columns of all fields side by side: `{count, weight(row, column), bias, values}`. */
function columnsOf(fields) {
  return fields.flatMap(({ values, model }) =>
    values.map((_, k) => ({ bias: model.bias[k], weight: (row) => model.weights[row * values.length + k] })),
  );
}

/** @param fitted `{numbers: Map<feature, row>, fields: {name, values, model}[]}` */
export function pack(role, { numbers, fields }, { certainty, alarm }) {
  const columns = columnsOf(fields);
  const kept = [...numbers].filter(([, row]) => columns.some(({ weight }) => Math.abs(weight(row)) >= LEAST));
  const greatest = (weight) => kept.reduce((most, [, row]) => Math.max(most, Math.abs(weight(row))), 1e-9);
  const scales = columns.map(({ weight }) => greatest(weight) / 127);
  const bytes = Int8Array.from(
    kept.flatMap(([, row]) => columns.map(({ weight }, k) => Math.round(weight(row) / scales[k]))),
  );
  const round = (x) => Number(x.toPrecision(6));
  const packed = {
    fields: Object.fromEntries(fields.map(({ name, values }) => [name, values])),
    scales: scales.map(round),
    bias: columns.map(({ bias }) => round(bias)),
    certainty,
    ...(alarm !== undefined && { alarm: round(alarm) }),
    features: kept.map(([feature]) => feature).join('\n'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
  console.log(`  ${kept.length} of ${numbers.size} features, ${bytes.length} weights`);
  return `// Written by scripts/understanding/train.mjs; do not edit.
import type { PackedModel } from '../linear-model.js';

export const ${role.toUpperCase()}_WEIGHTS: PackedModel = ${JSON.stringify(packed)};
`;
}
