// Writes a learned network: a TypeScript module with what people can read, and the weights as signed bytes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { keysOf } = await import(new URL('../../dist/bots/understanding/grams.js', import.meta.url));
const FOLDER = join(import.meta.dirname, '../../bots/understanding/weights');
const HEAD = '// Written by scripts/understanding/train.mjs; do not edit.\n';

/** Weights smaller than this in every column decide nothing and are left out with their feature. */
const LEAST = 0.02;

const round = (x) => Number(x.toPrecision(5));

/** Columns as they are shipped, values of the fields first and hidden units after them: `{bias, weight(row)}[]`. */
function columnsOf({ direct, inward, bias, inwardBias, columns, hidden }) {
  const column = (layer, biases, width) =>
    Array.from({ length: width }, (_, k) => ({
      bias: biases.weights[k],
      weight: (row) => layer.weights[row * width + k],
    }));
  return [...column(direct, bias, columns), ...column(inward, inwardBias, hidden)];
}

/**
 * Writes `weights/<role>.ts` and `weights/<role>.bin`.
 * @param fitted `{numbers: {grams: Map, rules: Map}, fields: {name, values}[], network}`
 */
export function pack(role, { numbers, fields, network }, { certainty, alarm }) {
  const columns = columnsOf(network);
  const isHeavy = ([, row]) => columns.some(({ weight }) => Math.abs(weight(row)) >= LEAST);
  const [grams, rules] = [[...numbers.grams].filter(isHeavy), [...numbers.rules].filter(isHeavy)];
  const { words, keys } = keysOf(grams.map(([gram]) => gram));
  grams.sort(([a], [b]) => keys.get(a) - keys.get(b));
  const kept = [...grams, ...rules];
  const greatest = (weight) => kept.reduce((most, [, row]) => Math.max(most, Math.abs(weight(row))), 1e-9);
  const scales = columns.map(({ weight }) => greatest(weight) / 127);
  const bytes = Int8Array.from(
    kept.flatMap(([, row]) => columns.map(({ weight }, k) => Math.round(weight(row) / scales[k]))),
  );
  const packed = {
    fields: Object.fromEntries(fields.map(({ name, values }) => [name, values])),
    scales: scales.map(round),
    bias: columns.map(({ bias }) => round(bias)),
    outward: [...network.outward.weights].map(round),
    certainty,
    ...(alarm !== undefined && { alarm: round(alarm) }),
    words,
    rules: rules.map(([sign]) => sign),
  };
  console.log(`  ${kept.length} of ${numbers.grams.size + numbers.rules.size} features, ${bytes.length} weights`);
  const source = `${HEAD}import type { PackedNetwork } from '../network.js';
import { numbersOf } from './bytes.js';

export const ${role.toUpperCase()}_WEIGHTS: PackedNetwork = {
  ...${JSON.stringify(packed)},
  ...numbersOf('${role}', ${grams.length}),
};
`;
  writeFileSync(join(FOLDER, `${role}.ts`), source);
  const order = Float64Array.from(grams, ([gram]) => keys.get(gram));
  writeFileSync(join(FOLDER, `${role}.bin`), Buffer.concat([Buffer.from(order.buffer), Buffer.from(bytes.buffer)]));
  console.log(`  wrote weights/${role}.ts (${Math.round(source.length / 1024)} kB) and ${role}.bin`);
}
