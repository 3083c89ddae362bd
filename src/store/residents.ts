import { type Connection, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { type Resident, residentSchema } from '../domain/people.js';
import type { PeopleStore } from '../ports.js';
import { defineModel, type Stored, toStored, upsert } from './model.js';

const { Mixed } = Schema.Types;

const fields = {
  name: String,
  phones: Mixed,
  wechatIds: Mixed,
  projectId: String,
  home: Mixed,
  locale: String,
} satisfies Record<keyof Omit<Resident, 'id'>, SchemaDefinitionProperty>;

const toResident = ({ _id, ...rest }: Stored): Resident => residentSchema.parse({ id: _id, ...rest });

/** Residents. A landline is shared by a family, so addresses are not unique; the lowest id is found. */
export function residentStore(connection: Connection): Pick<PeopleStore, 'resident' | 'residentBy' | 'saveResident'> {
  const model = defineModel(connection, {
    name: 'residents',
    fields,
    indexes: [[{ phones: 1 }], [{ wechatIds: 1 }]],
  });
  const findBy = async (address: { wechatIds: string } | { phones: string }) => {
    const found = await model.findOne(address).sort({ _id: 1 }).lean();
    return found ? toResident(found) : undefined;
  };
  return {
    async resident(id) {
      const found = await model.findById(id).lean();
      return found ? toResident(found) : undefined;
    },
    async residentBy({ wechatId, phone }) {
      // The account says more about who writes than the number does.
      const byWechat = wechatId === undefined ? undefined : await findBy({ wechatIds: wechatId });
      return byWechat ?? (phone === undefined ? undefined : findBy({ phones: phone }));
    },
    async saveResident(resident) {
      await upsert(() => model.replaceOne({ _id: resident.id }, toStored(resident), { upsert: true }));
    },
  };
}
