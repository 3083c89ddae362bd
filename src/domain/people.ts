import { z } from 'zod';
import { CATEGORIES } from './categories.js';
import { locationSchema } from './location.js';

/** Who may act on a ticket. `system` stands for clocks and jobs. */
export const ROLES = ['resident', 'technician', 'dispatcher', 'manager', 'system'] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The one who does something: a person of a role, or the system itself. */
export const actorSchema = z.object({ role: z.enum(ROLES), id: z.string().min(1), name: z.string().optional() });
export type Actor = z.infer<typeof actorSchema>;
export const SYSTEM: Actor = { role: 'system', id: 'system' };

/** How a person is reached; a snapshot that an effect carries, so that a later change of phone does not rewrite history. */
export const contactSchema = z.object({
  personId: z.string(),
  role: z.enum(ROLES),
  name: z.string().optional(),
  wechatId: z.string().optional(),
  /** The WeChat group in which the person wrote; answers go there and mention the person. */
  roomId: z.string().optional(),
  /** E.164 */
  phone: z.string().optional(),
  locale: z.enum(LOCALES).default('zh-CN'),
});
export type Contact = z.infer<typeof contactSchema>;

/** 住户: who reports. Recognised by account or caller number once a home is known. */
export const residentSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  phones: z.array(z.string()),
  wechatIds: z.array(z.string()),
  projectId: z.string().optional(),
  home: locationSchema.optional(),
  locale: z.enum(LOCALES),
});
export type Resident = z.infer<typeof residentSchema>;

/** A weekly shift in the project's time zone; an end at or before the start runs past midnight. */
export const shiftSchema = z.object({
  /** ISO weekdays, Monday is 1. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
});
export type Shift = z.infer<typeof shiftSchema>;

/** 员工: technicians 师傅, dispatchers 客服, managers 经理. */
export const staffSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['technician', 'dispatcher', 'manager']),
  projectIds: z.array(z.string()),
  phone: z.string().optional(),
  wechatId: z.string().optional(),
  /** Sent by the technician to the bot in order to bind a WeChat account. Single use. */
  invitationCode: z.string().optional(),
  skills: z.array(z.enum(CATEGORIES)),
  shifts: z.array(shiftSchema),
  isActive: z.boolean(),
  locale: z.enum(LOCALES),
  /** Console and API login; technicians have none. */
  username: z.string().optional(),
});
export type Staff = z.infer<typeof staffSchema>;

/** The contact of a member of staff. */
export const staffContact = (staff: Staff): Contact => ({
  personId: staff.id,
  role: staff.role,
  name: staff.name,
  ...(staff.wechatId && { wechatId: staff.wechatId }),
  ...(staff.phone && { phone: staff.phone }),
  locale: staff.locale,
});
