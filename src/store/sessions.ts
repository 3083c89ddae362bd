import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { SessionStore } from '../ports.js';
import { defineModel } from './model.js';

const sessionSchema = z.object({ staffId: z.string(), expiresAt: z.date() });

/** Sessions in MongoDB, which removes expired ones by itself, within a minute or so: `expiresAt` is real time. */
export function sessionStore(connection: Connection): SessionStore {
  const model = defineModel(connection, {
    name: 'sessions',
    fields: { staffId: { type: String, required: true }, expiresAt: { type: Date, required: true } },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  });
  return {
    async create({ tokenHash, staffId, expiresAt }) {
      await model.create({ _id: tokenHash, staffId, expiresAt });
    },
    async find(tokenHash) {
      const found = await model.findById(tokenHash).lean();
      return found ? sessionSchema.parse(found) : undefined;
    },
    async remove(tokenHash) {
      await model.deleteOne({ _id: tokenHash });
    },
  };
}
