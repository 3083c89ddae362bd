import type { Doc } from '../bson.js';
import { bsonType } from '../bson.js';
import { fault, type MongoFault } from '../errors.js';
import type { Collection, Index } from './catalog.js';

/** The refusal of a second document with the same values in a unique index, worded so that drivers can read it. */
export function duplicateKey(collection: Collection, index: Index, values: readonly unknown[]): MongoFault {
  const keyValue: Doc = {};
  index.fields.forEach(({ path }, i) => {
    keyValue[path] = typeof values[i] === 'symbol' ? [] : (values[i] ?? null);
  });
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  return fault(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.spec.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: { ...index.spec.key }, keyValue },
  );
}

function show(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (bsonType(value) === 'ObjectId') return `ObjectId('${String(value)}')`;
  const shown = JSON.stringify(value);
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

/** The answer carries each value whole in `keyValue`; with a long one in its message, too, it could become too large. */
const LONGEST_SHOWN = 1_000;
