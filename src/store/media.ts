import { type Connection, mongo, Schema } from 'mongoose';
import { z } from 'zod';
import type { MediaStore } from '../ports.js';
import { MAX_MEDIA_BYTES, MediaTooLargeError } from './errors.js';
import { defineModel, isDuplicateKey } from './model.js';

const mediaSchema = z.object({
  contentType: z.string(),
  name: z.string(),
  data: z.instanceof(mongo.Binary).transform((binary) => Buffer.from(binary.value())),
});

/** Pictures and recordings in MongoDB, one document each. */
export function mediaStore(connection: Connection): MediaStore {
  const model = defineModel(connection, {
    name: 'media',
    fields: { contentType: String, name: String, data: Schema.Types.Buffer, at: Date },
  });
  return {
    async put({ id: _id, contentType, name, data, at }) {
      if (data.length > MAX_MEDIA_BYTES) throw new MediaTooLargeError(data.length);
      try {
        await model.create({ _id, contentType, name, data, at });
      } catch (error) {
        if (!isDuplicateKey(error, '_id')) throw error;
      }
    },
    async get(id) {
      const found = await model.findById(id).lean();
      return found ? mediaSchema.parse(found) : undefined;
    },
  };
}
