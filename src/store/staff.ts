import { type Connection, type QueryFilter, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { z } from 'zod';
import { type Staff, staffSchema } from '../domain/people.js';
import type { PeopleStore } from '../ports.js';
import { withoutEmpty, writtenFields } from './changes.js';
import { TakenError } from './errors.js';
import { defineModel, isDuplicateKey, type Stored, upsert } from './model.js';

const { Mixed } = Schema.Types;

const fields = {
  name: String,
  role: String,
  projectIds: Mixed,
  phone: String,
  wechatId: String,
  invitationCode: String,
  skills: Mixed,
  shifts: Mixed,
  isActive: Boolean,
  locale: String,
  username: String,
} satisfies Record<keyof Omit<Staff, 'id'>, SchemaDefinitionProperty>;

/** What only one member of staff may have. */
const UNIQUE = ['wechatId', 'phone', 'username', 'invitationCode'] as const;

/** The schema knows no `passwordHash`, so that it never leaves by accident. */
const toStaff = ({ _id, ...rest }: Stored): Staff => staffSchema.parse({ id: _id, ...rest });
const withPasswordSchema = staffSchema.extend({ passwordHash: z.string() });

/** Staff; lists are in the order of their ids. */
export function staffStore(
  connection: Connection,
): Pick<
  PeopleStore,
  'staff' | 'listStaff' | 'staffByWechat' | 'staffByPhone' | 'staffByUsername' | 'bindStaff' | 'saveStaff'
> {
  const model = defineModel(connection, {
    name: 'staff',
    fields: { ...fields, passwordHash: String },
    indexes: [[{ projectIds: 1, role: 1 }], ...UNIQUE.map((field) => uniqueIndex(field))],
  });
  const findOne = async (filter: QueryFilter<Stored>) => {
    const found = await model.findOne(filter).lean();
    return found ? toStaff(found) : undefined;
  };

  return {
    staff: (id) => findOne({ _id: id }),
    staffByWechat: (wechatId) => findOne({ wechatId }),
    staffByPhone: (phone) => findOne({ phone }),

    async listStaff({ projectId, role }) {
      const filter = { ...(projectId !== undefined && { projectIds: projectId }), ...(role && { role }) };
      return (await model.find(filter).sort({ _id: 1 }).lean()).map(toStaff);
    },

    async staffByUsername(username) {
      const found = await model.findOne({ username, passwordHash: { $exists: true } }).lean();
      return found ? withPasswordSchema.parse({ ...found, id: found._id }) : undefined;
    },

    async bindStaff(invitationCode, wechatId) {
      try {
        const bound = await model
          .findOneAndUpdate(
            { invitationCode },
            { $set: { wechatId }, $unset: { invitationCode: '' } },
            { returnDocument: 'after' },
          )
          .lean();
        return bound ? toStaff(bound) : undefined;
      } catch (error) {
        // The account is another member's; the code stays good.
        if (isDuplicateKey(error, 'wechatId')) return undefined;
        throw error;
      }
    },

    async saveStaff({ id, ...member }, passwordHash) {
      const { $set, $unset } = writtenFields({ ...NO_FIELDS, ...member });
      const update = withoutEmpty({ $set: { ...$set, ...(passwordHash !== undefined && { passwordHash }) }, $unset });
      await upsert(() => model.updateOne({ _id: id }, update, { upsert: true })).catch(throwTaken);
    },
  };
}

/** A save replaces every field of `Staff`, so that what the member lacks is removed. */
const NO_FIELDS = Object.fromEntries(Object.keys(fields).map((field) => [field, undefined]));

function uniqueIndex(field: (typeof UNIQUE)[number]): [Record<string, 1>, object] {
  return [{ [field]: 1 }, { unique: true, partialFilterExpression: { [field]: { $exists: true } } }];
}

function throwTaken(error: unknown): never {
  const field = UNIQUE.find((unique) => isDuplicateKey(error, unique));
  throw field ? new TakenError(field) : error;
}
