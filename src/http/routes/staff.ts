import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Staff } from '../../domain/people.js';
import { newInvitationCode } from '../../usecases/invitation-code.js';
import { hashPassword } from '../../usecases/password.js';
import { idField } from '../dto/fields.js';
import { newStaffSchema, type StaffPatch, staffPatchSchema, staffSchemaOut, toStaff } from '../dto/staff.js';
import { type Problem, problem, wrongField } from '../problem.js';
import { type Route, staffRoute } from '../route.js';
import { shareProject } from './scope.js';

const byId = z.object({ id: idField });
const noStaff = () => problem('not_found', { detail: 'no such member of staff' });

const listStaff = staffRoute({
  method: 'get',
  path: '/api/v1/staff',
  id: 'listStaff',
  tag: 'staff',
  summary: '员工列表 List the staff of your projects, with invitation codes',
  access: 'staff',
  query: z.strictObject({ projectId: idField.optional(), role: newStaffSchema.shape.role.optional() }),
  answer: z.object({ staff: z.array(staffSchemaOut) }),
  async handle({ query, staff: caller }, { people }) {
    const { projectId, role } = query;
    const found = await people.listStaff({ ...(projectId && { projectId }), ...(role && { role }) });
    return { body: { staff: found.filter((one) => shareProject(one, caller)).map(toStaff) } };
  },
});

const getStaff = staffRoute({
  method: 'get',
  path: '/api/v1/staff/:id',
  id: 'getStaff',
  tag: 'staff',
  summary: '员工详情 Read a member of staff',
  access: 'staff',
  params: byId,
  answer: staffSchemaOut,
  async handle({ params, staff: caller }, { people }) {
    const staff = await people.staff(params.id);
    return staff && shareProject(staff, caller) ? { body: toStaff(staff) } : noStaff();
  },
});

const createStaff = staffRoute({
  method: 'post',
  path: '/api/v1/staff',
  id: 'createStaff',
  tag: 'staff',
  summary: '新增员工 Add a member of staff',
  access: 'manager',
  body: newStaffSchema,
  status: 201,
  answer: staffSchemaOut,
  problems: ['conflict'],
  async handle({ body, staff: caller }, { people }) {
    const { password, username, phone, ...rest } = body;
    const staff: Staff = {
      ...rest,
      ...(phone && { phone }),
      ...(username && { username }),
      id: `staff-${randomUUID()}`,
      invitationCode: newInvitationCode(),
      isActive: true,
    };
    const wrong = wrongProject(staff.projectIds, caller) ?? wrongLogin(staff, password !== undefined);
    if (wrong) return wrong;
    await people.saveStaff(staff, password && (await hashPassword(password)));
    return { headers: { Location: `/api/v1/staff/${staff.id}` }, body: toStaff(staff) };
  },
});

const patchStaff = staffRoute({
  method: 'patch',
  path: '/api/v1/staff/:id',
  id: 'patchStaff',
  tag: 'staff',
  summary: '修改员工 Change a member of staff; what is left out stays',
  access: 'manager',
  params: byId,
  body: staffPatchSchema,
  answer: staffSchemaOut,
  problems: ['conflict'],
  async handle({ params, body, staff: caller }, { people }) {
    const before = await people.staff(params.id);
    if (!before || !shareProject(before, caller)) return noStaff();
    const after = patched(before, body);
    const hasPassword = body.password !== undefined || before.username !== undefined;
    const wrong =
      wrongProject(symmetricDifference(before.projectIds, after.projectIds), caller) ??
      wrongLogin(after, hasPassword) ??
      lockedOut(after, caller);
    if (wrong) return wrong;
    await people.saveStaff(after, body.password && (await hashPassword(body.password)));
    return { body: toStaff(after) };
  },
});

/** The member of staff with what the patch names. A renewed invitation parts with the account that is bound. */
function patched(staff: Staff, { password: _, renewInvitation, ...patch }: StaffPatch): Staff {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const changed: Staff = { ...staff, ...given };
  if (!renewInvitation) return changed;
  const { wechatId: _unbound, ...rest } = changed;
  return { ...rest, invitationCode: newInvitationCode() };
}

const symmetricDifference = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((id) => !b.includes(id)),
  ...b.filter((id) => !a.includes(id)),
];

/** Nobody gives away, or takes away, work in projects that are not their own. */
const wrongProject = (ids: readonly string[], caller: Staff): Problem | undefined =>
  ids.every((id) => caller.projectIds.includes(id))
    ? undefined
    : wrongField('projectIds', 'holds a project that is not yours');

/** A login is a user name with a password, and technicians need none: they answer messages. */
function wrongLogin({ role, username }: Staff, hasPassword: boolean): Problem | undefined {
  if (role === 'technician' && (username || hasPassword)) return wrongField('username', 'technicians have no login');
  if (username && !hasPassword) return wrongField('password', 'is needed with a user name');
  return hasPassword && !username ? wrongField('username', 'is needed with a password') : undefined;
}

const lockedOut = (staff: Staff, caller: Staff): Problem | undefined =>
  staff.id === caller.id && !staff.isActive ? wrongField('isActive', 'you cannot lock yourself out') : undefined;

export const staffRoutes: readonly Route[] = [listStaff, createStaff, getStaff, patchStaff];
