import { z } from 'zod';
import { type Staff, staffSchema } from '../../domain/people.js';
import { idField, phoneField } from './fields.js';

/** A member of staff, for dispatchers and managers: they hand the invitation codes out. */
export const staffSchemaOut = staffSchema
  .omit({ wechatId: true })
  .extend({ isBound: z.boolean().meta({ description: 'Has a WeChat account bound' }) })
  .meta({ id: 'Staff' });

export const toStaff = (staff: Staff): z.input<typeof staffSchemaOut> => ({
  ...staff,
  isBound: staff.wechatId !== undefined,
});

export const usernameField = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{1,31}$/, 'must be 2 to 32 lower-case letters, digits, . _ -');
export const passwordField = z.string().min(10).max(200);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be HH:MM');

const fields = {
  name: z.string().trim().min(1).max(40),
  projectIds: z.array(idField).min(1).max(100),
  phone: phoneField,
  skills: z.array(staffSchema.shape.skills.element).max(50),
  shifts: z
    .array(z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), from: clock, to: clock }))
    .max(20),
  locale: staffSchema.shape.locale,
  username: usernameField,
  password: passwordField,
};

export const newStaffSchema = z
  .strictObject({
    ...fields,
    role: staffSchema.shape.role,
    phone: fields.phone.optional(),
    skills: fields.skills.default([]),
    shifts: fields.shifts.default([]),
    locale: fields.locale.default('zh-CN'),
    username: fields.username.optional(),
    password: fields.password.optional(),
  })
  .meta({ id: 'NewStaff' });
export type NewStaff = z.output<typeof newStaffSchema>;

export const staffPatchSchema = z
  .strictObject({
    ...fields,
    isActive: z.boolean(),
    renewInvitation: z
      .literal(true)
      .meta({ description: 'Unbinds the WeChat account, for a lost telephone say, and gives a new invitation code.' }),
  })
  .partial()
  .meta({ id: 'StaffPatch' });
export type StaffPatch = z.output<typeof staffPatchSchema>;
