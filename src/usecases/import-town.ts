import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { residentSchema, staffSchema } from '../domain/people.js';
import { projectSchema } from '../domain/project.js';
import type { PeopleStore } from '../ports.js';
import { newInvitationCode } from './invitation-code.js';
import { hashPassword } from './password.js';

/** What a site begins with: its projects and staff, and residents where they are known. Ids are the site's own. */
export const townSchema = z
  .strictObject({
    projects: z.array(projectSchema.strict()).min(1),
    staff: z.array(
      staffSchema
        .omit({ invitationCode: true })
        .extend({ isActive: z.boolean().default(true), locale: staffSchema.shape.locale.default('zh-CN') })
        .strict(),
    ),
    residents: z
      .array(residentSchema.extend({ locale: residentSchema.shape.locale.default('zh-CN') }).strict())
      .default([]),
  })
  .superRefine(({ projects, staff, residents }, context) => {
    const known = new Set(projects.map(({ id }) => id));
    const check = (id: string | undefined, path: (string | number)[]) => {
      if (id !== undefined && !known.has(id)) context.addIssue({ code: 'custom', path, message: `no project ${id}` });
    };
    for (const [n, { projectIds }] of staff.entries())
      for (const id of projectIds) check(id, ['staff', n, 'projectIds']);
    for (const [n, { projectId }] of residents.entries()) check(projectId, ['residents', n, 'projectId']);
  });
export type Town = z.output<typeof townSchema>;

export interface Credentials {
  logins: { username: string; password: string; name: string }[];
  invitations: { name: string; code: string }[];
}

/**
 * Brings a site's projects and people in. People who are there already are brought up to date and keep password and binding, so that the
 * same file may be imported again.
 * @returns passwords of new logins and invitation codes of technicians not yet bound; shown once.
 */
export async function importTown({ people }: { people: PeopleStore }, town: Town): Promise<Credentials> {
  const credentials: Credentials = { logins: [], invitations: [] };
  for (const staff of town.staff) {
    const known = await people.staff(staff.id);
    const wechatId = staff.wechatId ?? known?.wechatId;
    const isInvited = staff.role === 'technician' && !wechatId;
    const code = isInvited ? (known?.invitationCode ?? newInvitationCode()) : undefined;
    const password = staff.username && !known?.username ? randomBytes(9).toString('base64url') : undefined;
    const saved = { ...staff, ...(wechatId && { wechatId }), ...(code && { invitationCode: code }) };
    await people.saveStaff(saved, password && (await hashPassword(password)));
    if (password && staff.username) credentials.logins.push({ username: staff.username, password, name: staff.name });
    if (code) credentials.invitations.push({ name: staff.name, code });
  }
  for (const resident of town.residents) await people.saveResident(resident);
  for (const project of town.projects) {
    const lexicon = project.lexicon ?? (await people.project(project.id))?.lexicon;
    await people.saveProject({ ...project, ...(lexicon !== undefined && { lexicon }) });
  }
  return credentials;
}
