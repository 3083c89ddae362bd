import type { Connection } from 'mongoose';
import { defineModel, isDuplicateKey, type StoredModel } from './model.js';

/** Gives 1, 2, 3 … per name, over all processes; never a number twice. */
export type NextNumber = (name: string) => Promise<number>;

export function openCounters(connection: Connection): NextNumber {
  const model = defineModel(connection, { name: 'counters', fields: { value: Number } });
  return async (name) => {
    const next = await increment(model, name);
    if (next !== undefined) return next;
    await begin(model, name);
    return (await increment(model, name)) ?? Promise.reject(new Error(`counter ${name} was removed`));
  };
}

async function increment(model: StoredModel, name: string): Promise<number | undefined> {
  const update = { $inc: { value: 1 } };
  const counter = await model.findOneAndUpdate({ _id: name }, update, { returnDocument: 'after' }).lean();
  return counter ? Number(counter.value) : undefined;
}

/** No upsert here: two of them at once may both find nothing and then count from the same start. */
async function begin(model: StoredModel, name: string): Promise<void> {
  try {
    await model.create({ _id: name, value: 0 });
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
  }
}
