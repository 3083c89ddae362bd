import type { Connection } from 'mongoose';
import type { InboxStore } from '../ports.js';
import { defineModel, isDuplicateKey } from './model.js';

/** Leases of dead holders are cleared away after this. */
const KEEP_SECONDS = 3600;

/** Real-time leases: whoever makes or takes over the one document of a conversation holds it; holding again renews. */
export function openLeases(connection: Connection): Pick<InboxStore, 'acquire' | 'release'> {
  const model = defineModel(connection, {
    name: 'leases',
    fields: { holder: String, until: Date },
    indexes: [[{ until: 1 }, { expireAfterSeconds: KEEP_SECONDS }]],
  });
  return {
    async acquire(conversation, holder, milliseconds) {
      const now = Date.now();
      const isFree = { $or: [{ holder }, { until: { $lte: new Date(now) } }] };
      try {
        await model.updateOne(
          { _id: conversation, ...isFree },
          { $set: { holder, until: new Date(now + milliseconds) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // Somebody else's lease stands: the condition found nothing and the upsert met the document.
        if (isDuplicateKey(error, '_id')) return false;
        throw error;
      }
    },
    async release(conversation, holder) {
      await model.deleteOne({ _id: conversation, holder });
    },
  };
}
