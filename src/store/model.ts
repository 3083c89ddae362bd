import {
  type Connection,
  type IndexDefinition,
  type IndexOptions,
  type Model,
  mongo,
  Schema,
  type SchemaDefinition,
} from 'mongoose';

/** A document as it lies in the database: not known to be anything until a zod schema has parsed it. */
export interface Stored {
  _id: string;
  [field: string]: unknown;
}
export type StoredModel = Model<Stored>;

export interface Collection {
  name: string;
  /** Every top-level field; what is inside is ruled by the domain's zod schemas and is `Mixed` here. */
  fields: SchemaDefinition;
  indexes?: [IndexDefinition, IndexOptions?][];
}

/** A strict model: an undeclared field is an error when written and when asked for, and nothing is added to what was given. */
export function defineModel(connection: Connection, { name, fields, indexes = [] }: Collection): StoredModel {
  const schema = new Schema(
    { _id: { type: String, required: true }, ...fields },
    {
      collection: name,
      strict: 'throw',
      strictQuery: 'throw',
      versionKey: false,
      minimize: false,
      id: false,
      autoCreate: false,
      bufferCommands: false,
    },
  );
  for (const [keys, options] of indexes) schema.index(keys, options);
  return connection.model(name, schema) as unknown as StoredModel;
}

/** A value of the domain as a document. */
export const toStored = <T extends { id: string }>({ id, ...fields }: T): Stored => ({ _id: id, ...fields });

/** The database's refusal because of a unique index; `field` asks for the index on that field. */
export const isDuplicateKey = (error: unknown, field: string): boolean =>
  error instanceof mongo.MongoServerError && error.code === 11000 && field in (error.keyPattern ?? {});

/** Two first saves of one `_id` at the same moment may collide inside an upsert; the second then finds the first. */
export async function upsert<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
    return write();
  }
}
