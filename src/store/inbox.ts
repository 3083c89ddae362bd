import { type Connection, Schema } from 'mongoose';
import { z } from 'zod';
import { turnSchema } from '../domain/conversation.js';
import { replySchema } from '../domain/reply.js';
import type { InboxStore } from '../ports.js';
import { openLeases } from './leases.js';
import { defineModel, isDuplicateKey } from './model.js';

const { Mixed } = Schema.Types;

/** Providers redeliver within days at most; after this time a handled turn is forgotten. */
const KEEP_SECONDS = 90 * 24 * 3600;

const entrySchema = z.object({
  turn: turnSchema,
  handledAt: z.date().optional(),
  reply: replySchema.nullable().optional(),
});

/**
 * Turns in MongoDB, in order of arrival. `isWaiting` is there until the turn is handled; the indexes of waiting turns hold nothing else.
 */
export function inboxStore(connection: Connection): InboxStore {
  const nextArrival = arrivals();
  const waitingOnly = { partialFilterExpression: { isWaiting: true } };
  const model = defineModel(connection, {
    name: 'turns',
    fields: {
      conversation: { type: String, required: true },
      arrival: { type: Number, required: true },
      at: { type: Date, required: true },
      /** Real time, for forgetting; `at` and `handledAt` are the service's. */
      receivedAt: { type: Date, required: true },
      turn: Mixed,
      isWaiting: Boolean,
      handledAt: Date,
      reply: Mixed,
      failures: Number,
      error: String,
    },
    indexes: [
      [{ conversation: 1, arrival: 1 }, waitingOnly],
      [{ at: 1 }, waitingOnly],
      [
        { receivedAt: 1 },
        { expireAfterSeconds: KEEP_SECONDS, partialFilterExpression: { handledAt: { $exists: true } } },
      ],
    ],
  });

  /** The first to settle a turn decides its reply. */
  const settle = async (id: string, marks: object) => {
    await model.updateOne({ _id: id, isWaiting: true }, { $set: marks, $unset: { isWaiting: '' } });
  };

  return {
    async put(turn) {
      const { id: _id, conversation, at } = turn;
      try {
        await model.create({
          _id,
          conversation,
          arrival: nextArrival(),
          at,
          receivedAt: new Date(),
          turn,
          isWaiting: true,
        });
        return 'new';
      } catch (error) {
        if (isDuplicateKey(error, '_id')) return 'duplicate';
        throw error;
      }
    },

    async get(id) {
      const found = await model.findById(id).lean();
      return found ? entrySchema.parse(found) : undefined;
    },

    async next(conversation) {
      const found = await model.findOne({ conversation, isWaiting: true }).sort({ arrival: 1 }).lean();
      return found ? turnSchema.parse(found.turn) : undefined;
    },

    markHandled: (id, reply, at) => settle(id, { reply, handledAt: at }),
    bury: (id, error, at) => settle(id, { reply: null, handledAt: at, error }),

    async countFailure(id) {
      const found = await model
        .findOneAndUpdate({ _id: id }, { $inc: { failures: 1 } }, { returnDocument: 'after' })
        .select({ failures: 1 })
        .lean();
      return Number(found?.failures ?? 0);
    },

    async stuck(before, limit) {
      const found = await model.aggregate<{ _id: string }>([
        { $match: { isWaiting: true, at: { $lt: before } } },
        { $group: { _id: '$conversation', at: { $min: '$at' } } },
        { $sort: { at: 1, _id: 1 } },
        { $limit: limit },
      ]);
      return found.map(({ _id }) => _id);
    },

    ...openLeases(connection),
  };
}

/**
 * Places in the order of arrival: real time in microseconds, strictly increasing within this process even where messages come in one
 * millisecond or the clock is set back. Between processes clocks decide; that matters only to turns of one person that wait at the same time.
 */
function arrivals(): () => number {
  let last = 0;
  return () => {
    last = Math.max(Date.now() * 1000, last + 1);
    return last;
  };
}
