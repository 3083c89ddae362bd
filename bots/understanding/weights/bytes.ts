import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedNetwork } from '../network.js';

/**
 * Keys and weights of a role, one after the other in a file of little-endian numbers. Read once, when understanding is
 * loaded: as text in a module they would take many times as long.
 */
export function numbersOf(role: 'resident' | 'technician', grams: number): Pick<PackedNetwork, 'keys' | 'weights'> {
  const { buffer, byteOffset, byteLength } = readFileSync(join(import.meta.dirname, `${role}.bin`));
  const keys = new Float64Array(buffer, byteOffset, grams);
  return { keys, weights: new Int8Array(buffer, byteOffset + keys.byteLength, byteLength - keys.byteLength) };
}
