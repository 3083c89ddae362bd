import { type Connection, Schema } from 'mongoose';
import type { SettingsStore } from '../ports.js';
import { defineModel, upsert } from './model.js';

/** Settings in MongoDB. Setting undefined removes. */
export function settingsStore(connection: Connection): SettingsStore {
  const model = defineModel(connection, { name: 'settings', fields: { value: Schema.Types.Mixed } });
  return {
    get: async (key) => (await model.findById(key).lean())?.value,
    async set(key, value) {
      if (value === undefined) await model.deleteOne({ _id: key });
      else await upsert(() => model.updateOne({ _id: key }, { $set: { value } }, { upsert: true }));
    },
  };
}
