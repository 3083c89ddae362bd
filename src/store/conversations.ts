import { type Connection, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { type Conversation, conversationSchema } from '../domain/conversation.js';
import type { ConversationStore } from '../ports.js';
import { assertNextVersion } from './errors.js';
import { defineModel, isDuplicateKey, type Stored, type StoredModel, toStored } from './model.js';
import { SETTLED, TRIM_ABOVE, trimBefore } from './trim.js';

const { Mixed } = Schema.Types;

const fields = {
  version: { type: Number, required: true },
  channel: String,
  from: Mixed,
  locale: String,
  flows: Mixed,
  handled: Mixed,
  transcript: Mixed,
  effects: Mixed,
  updatedAt: Date,
} satisfies Record<keyof Omit<Conversation, 'id'>, SchemaDefinitionProperty>;

/** Conversations and, within them, their effects. `createdAt` is the store's own: the order in which effects are listed. */
export const conversationModel = (connection: Connection): StoredModel =>
  defineModel(connection, {
    name: 'conversations',
    fields: { ...fields, createdAt: { type: Date, required: true } },
    indexes: [[{ 'effects.status': 1, createdAt: 1, _id: 1 }]],
  });

const toConversation = ({ _id, ...rest }: Stored): Conversation => conversationSchema.parse({ id: _id, ...rest });

/** Conversations in MongoDB. */
export function conversationStore(model: StoredModel): ConversationStore {
  const insert = async (conversation: Conversation) => {
    try {
      await model.create({ ...toStored(conversation), createdAt: conversation.updatedAt });
      return true;
    } catch (error) {
      if (isDuplicateKey(error, '_id')) return false;
      throw error;
    }
  };

  const trim = (id: string, now: Date) =>
    model.updateOne(
      { _id: id },
      { $pull: { effects: { status: { $in: SETTLED }, createdAt: { $lt: trimBefore(now) } } } },
    );

  return {
    async get(id) {
      const found = await model.findById(id).lean();
      return found ? toConversation(found) : undefined;
    },

    async save(conversation, expectedVersion, newEffects) {
      assertNextVersion(expectedVersion, conversation.version);
      if (expectedVersion === 0) return insert({ ...conversation, effects: newEffects });
      const { id, effects: known, ...plain } = conversation;
      const { matchedCount } = await model.updateOne(
        { _id: id, version: expectedVersion },
        { $set: plain, ...(newEffects.length > 0 && { $push: { effects: { $each: newEffects } } }) },
      );
      if (matchedCount === 0) return false;
      if (known.length + newEffects.length > TRIM_ABOVE) await trim(id, conversation.updatedAt);
      return true;
    },
  };
}
