import { type Connection, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { type Project, projectSchema } from '../domain/project.js';
import type { PeopleStore } from '../ports.js';
import { defineModel, type Stored, toStored, upsert } from './model.js';

const { Mixed } = Schema.Types;

const fields = {
  name: String,
  nameEn: String,
  type: String,
  buildings: Mixed,
  calendar: Mixed,
  hotlines: Mixed,
  dutyPhone: String,
  lexicon: String,
  normPreset: String,
} satisfies Record<keyof Omit<Project, 'id'>, SchemaDefinitionProperty>;

const toProject = ({ _id, ...rest }: Stored): Project => projectSchema.parse({ id: _id, ...rest });

/** Projects; lists are in the order of their ids. */
export function projectStore(
  connection: Connection,
): Pick<PeopleStore, 'project' | 'projects' | 'projectByHotline' | 'saveProject'> {
  const model = defineModel(connection, { name: 'projects', fields, indexes: [[{ hotlines: 1 }]] });
  return {
    async project(id) {
      const found = await model.findById(id).lean();
      return found ? toProject(found) : undefined;
    },
    async projects() {
      return (await model.find().sort({ _id: 1 }).lean()).map(toProject);
    },
    async projectByHotline(phone) {
      const found = await model.findOne({ hotlines: phone }).sort({ _id: 1 }).lean();
      return found ? toProject(found) : undefined;
    },
    async saveProject(project) {
      await upsert(() => model.replaceOne({ _id: project.id }, toStored(project), { upsert: true }));
    },
  };
}
