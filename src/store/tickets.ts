import { type Connection, Schema, type SchemaDefinitionProperty } from 'mongoose';
import type { Change } from '../domain/change.js';
import { type Ticket, ticketSchema } from '../domain/ticket.js';
import type { TicketStore } from '../ports.js';
import { changedFields, withoutEmpty } from './changes.js';
import type { NextNumber } from './counters.js';
import { encodeCursor } from './cursor.js';
import { assertNextVersion } from './errors.js';
import { defineModel, isDuplicateKey, type Stored, type StoredModel, toStored } from './model.js';
import { filterOf, olderThan } from './ticket-query.js';
import { WORKING_STATES } from './working-states.js';

const { Mixed } = Schema.Types;

const fields = {
  version: { type: Number, required: true },
  projectId: { type: String, required: true },
  state: { type: String, required: true },
  origin: { type: String, required: true },
  channel: String,
  category: String,
  urgency: String,
  safety: String,
  description: String,
  location: Mixed,
  resident: Mixed,
  reportedBy: Mixed,
  visitTime: Mixed,
  promisedTime: Mixed,
  assigneeId: String,
  offeredTo: String,
  offers: Mixed,
  alarmedIds: Mixed,
  priority: Number,
  reopenCount: Number,
  clocks: Mixed,
  stoppedClocks: Mixed,
  breaches: Mixed,
  arrivedAt: Date,
  completedAt: Date,
  closedAt: Date,
  record: Mixed,
  survey: Mixed,
  isRepeat: Boolean,
  media: Mixed,
  transcript: Mixed,
  history: Mixed,
  effects: Mixed,
  needsAttention: String,
  createdAt: { type: Date, required: true },
  updatedAt: Date,
} satisfies Record<keyof Omit<Ticket, 'id'>, SchemaDefinitionProperty>;

/** Tickets and, within them, their effects. */
export const ticketModel = (connection: Connection): StoredModel =>
  defineModel(connection, {
    name: 'tickets',
    fields,
    indexes: [
      [{ origin: 1 }, { unique: true }],
      [{ createdAt: -1, _id: -1 }],
      [{ projectId: 1, state: 1, createdAt: -1, _id: -1 }],
      [{ state: 1, createdAt: -1, _id: -1 }],
      [{ 'resident.personId': 1, createdAt: -1, _id: -1 }],
      [{ assigneeId: 1, state: 1 }],
      [{ offeredTo: 1, state: 1 }],
      [{ 'effects.status': 1, createdAt: 1, _id: 1 }],
    ],
  });

const toTicket = ({ _id, ...rest }: Stored): Ticket => ticketSchema.parse({ id: _id, ...rest });

/** Human numbers begin behind this one. */
const FIRST_NUMBER = 1000;

/** Tickets in MongoDB; one document holds everything about one ticket. */
export function ticketStore(model: StoredModel, nextNumber: NextNumber): TicketStore {
  return {
    nextId: async () => `W-${FIRST_NUMBER + (await nextNumber('ticket'))}`,

    async insert(ticket) {
      try {
        await model.create(toStored(ticket));
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error, 'origin')) return 'duplicate';
        throw error;
      }
    },

    async get(id) {
      const found = await model.findById(id).lean();
      return found ? toTicket(found) : undefined;
    },

    async findByOrigin(origin) {
      const found = await model.findOne({ origin }).lean();
      return found ? toTicket(found) : undefined;
    },

    async save(change) {
      const { matchedCount } = await model.updateOne(conditionOf(change), updateOf(change));
      return matchedCount === 1;
    },

    async list(filter, { limit, cursor }) {
      const conditions = [filterOf(filter), ...(cursor === undefined ? [] : [olderThan(cursor)])];
      const found = await model
        .find({ $and: conditions })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const tickets = found.slice(0, limit).map(toTicket);
      const last = tickets.at(-1);
      return { tickets, ...(last && found.length > limit && { nextCursor: encodeCursor(last) }) };
    },

    async loads(technicianIds) {
      const loads = new Map(technicianIds.map((id) => [id, 0]));
      const holders = { $in: [...technicianIds] };
      const working = await model
        .find({ state: { $in: WORKING_STATES }, $or: [{ assigneeId: holders }, { offeredTo: holders }] })
        .select({ assigneeId: 1, offeredTo: 1 })
        .lean();
      for (const { assigneeId, offeredTo } of working) {
        for (const id of new Set([assigneeId, offeredTo])) {
          const load = loads.get(String(id));
          if (load !== undefined) loads.set(String(id), load + 1);
        }
      }
      return loads;
    },

    async setAttention(id, text) {
      const update = text === undefined ? { $unset: { needsAttention: '' } } : { $set: { needsAttention: text } };
      await model.updateOne({ _id: id }, update);
    },
  };
}

/**
 * Nobody acted since: the version is the same. Effects are only ever appended, and only by a save, so with the same version every effect
 * stands where the decision saw it; the size and the settled effect's place are asked for all the same, because the update relies on them.
 */
function conditionOf({ before, after, settles }: Change) {
  assertNextVersion(before.version, after.version);
  return {
    _id: before.id,
    version: before.version,
    effects: { $size: before.effects.length },
    ...(settles !== undefined && { [`effects.${placeOf(before, settles)}.id`]: settles }),
  };
}

/** New effects are set by place: a `$push` cannot stand beside the `$set` that settles one of the same array. */
function updateOf({ before, after, history, effects, settles }: Change) {
  const { $set, $unset } = changedFields(plain(before), plain(after));
  const appended = effects.map((effect, n) => [`effects.${before.effects.length + n}`, effect]);
  const settled = settles === undefined ? {} : { [`effects.${placeOf(before, settles)}.status`]: 'done' };
  return {
    ...withoutEmpty({ $set: { ...$set, ...Object.fromEntries(appended), ...settled }, $unset }),
    ...(history.length > 0 && { $push: { history: { $each: history } } }),
  };
}

const plain = ({ id: _, history: _h, effects: _e, ...rest }: Ticket) => rest;

function placeOf(ticket: Ticket, effectId: string): number {
  const place = ticket.effects.findIndex(({ id }) => id === effectId);
  if (place < 0) throw new RangeError(`ticket ${ticket.id} has no effect ${effectId}`);
  return place;
}
