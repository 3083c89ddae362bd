import { z } from 'zod';
import { CATEGORIES, URGENCIES } from './categories.js';
import type { TicketAction } from './lifecycle.js';
import { locationSchema } from './location.js';
import { contactSchema } from './people.js';
import { materialSchema, visitTimeSchema } from './ticket.js';

const reason = z.string().trim().min(1).max(500);
const none = z.strictObject({});

/** What each action needs. Every input is parsed by these, whichever door it came through. */
export const INPUTS = {
  confirm: none,
  dispatch: z.strictObject({
    technicianId: z.string(),
    reasons: z.array(z.string()).default([]),
    /** Others to alarm at the same time in an emergency. */
    alarm: z.array(z.string()).default([]),
  }),
  accept: z.strictObject({ promisedTime: visitTimeSchema.optional() }),
  decline: z.strictObject({ reason: reason.optional() }),
  expire: none,
  transfer: z.strictObject({ technicianId: z.string(), reason: reason.optional() }),
  return: z.strictObject({ reason }),
  arrive: none,
  start: none,
  hold: z.strictObject({ reason }),
  resume: none,
  complete: z.strictObject({
    work: z.string().trim().max(2000).default(''),
    materials: z.array(materialSchema).max(50).default([]),
    cost: z.number().nonnegative().max(1_000_000).optional(),
  }),
  follow_up: z.strictObject({ comment: z.string().max(1000).optional() }),
  reopen: z.strictObject({ reason: reason.optional() }),
  survey: z.strictObject({
    overall: z.number().int().min(1).max(5),
    timeliness: z.number().int().min(1).max(5).optional(),
    technician: z.number().int().min(1).max(5).optional(),
    comment: z.string().max(1000).optional(),
  }),
  close: z.strictObject({ reason }),
  cancel: z.strictObject({ reason: reason.optional() }),
  urge: none,
  reschedule: z.strictObject({ visitTime: visitTimeSchema }),
  amend: z.strictObject({
    category: z.enum(CATEGORIES).optional(),
    urgency: z.enum(URGENCIES).optional(),
    location: locationSchema.optional(),
    description: z.string().min(1).max(2000).optional(),
    resident: contactSchema.optional(),
    media: z.array(z.string()).optional(),
    reason: reason.optional(),
  }),
  escalate: z.strictObject({ clock: z.string() }),
} satisfies Record<TicketAction, z.ZodType>;

export type ActionInput<A extends TicketAction> = z.output<(typeof INPUTS)[A]>;
export type RawActionInput<A extends TicketAction> = z.input<(typeof INPUTS)[A]>;
