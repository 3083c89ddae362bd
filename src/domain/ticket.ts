import { z } from 'zod';
import { CATEGORIES, SAFETY_CODES, URGENCIES } from './categories.js';
import { DEADLINES, effectSchema } from './effects.js';
import { ACTIONS, STATES } from './lifecycle.js';
import { locationSchema } from './location.js';
import { actorSchema, contactSchema } from './people.js';

/** A window of time; `to: null` means open-ended (随时). */
export const visitTimeSchema = z.object({ from: z.date(), to: z.date().nullable() });
export type VisitTime = z.infer<typeof visitTimeSchema>;

export const CHANNELS = ['wechat', 'phone', 'sms', 'web'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A line of what was said when the problem was reported. */
export const transcriptLineSchema = z.object({
  at: z.date(),
  from: z.enum(['resident', 'service', 'staff']),
  text: z.string(),
});

/** 材料: a part that was used. `price` is that of the whole line, in yuan, as technicians say it (换角阀2个30元). */
export const materialSchema = z.object({
  name: z.string().min(1).max(60),
  qty: z.number().positive().optional(),
  unit: z.string().max(10).optional(),
  price: z.number().nonnegative().optional(),
});
export type Material = z.infer<typeof materialSchema>;

/** One offer of the ticket to one technician, and why this one (clause 3.2.1). */
export const offerSchema = z.object({
  technicianId: z.string(),
  at: z.date(),
  reasons: z.array(z.string()),
  outcome: z.enum(['waiting', 'accepted', 'declined', 'expired', 'withdrawn']),
});
export type Offer = z.infer<typeof offerSchema>;

export const historyEntrySchema = z.object({
  at: z.date(),
  action: z.union([z.enum(ACTIONS), z.literal('submit')]),
  actor: actorSchema,
  from: z.enum(STATES).nullable(),
  to: z.enum(STATES),
  reason: z.string().optional(),
  /** What the action carried, in words for the timeline. */
  detail: z.record(z.string(), z.unknown()).optional(),
  /** The turn, effect or request that caused it; the same key never acts twice. */
  key: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** 满意度: three scores from 1 to 5, and words. */
export const surveySchema = z.object({
  overall: z.number().int().min(1).max(5),
  timeliness: z.number().int().min(1).max(5).optional(),
  technician: z.number().int().min(1).max(5).optional(),
  comment: z.string().max(1000).optional(),
  at: z.date(),
});

/** 服务记录 (clause 3.4.1). */
export const serviceRecordSchema = z.object({
  work: z.string().max(2000),
  materials: z.array(materialSchema),
  /** Yuan. */
  cost: z.number().nonnegative(),
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

/** 服务单: the unit of consistency. Everything that happens to a report is in this one document. */
export const ticketSchema = z.object({
  /** `W-1024`, spoken and written by people. */
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  state: z.enum(STATES),
  /** The turn or request that made it: unique, so that a redelivery makes no second ticket. */
  origin: z.string(),
  channel: z.enum(CHANNELS),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  safety: z.enum(SAFETY_CODES).optional(),
  description: z.string().min(1).max(2000),
  location: locationSchema,
  resident: contactSchema,
  /** Whoever reported on the resident's behalf. */
  reportedBy: actorSchema.optional(),
  /** When the resident would like the visit. */
  visitTime: visitTimeSchema.optional(),
  /** When the technician promised to come (clause 3.2.2). */
  promisedTime: visitTimeSchema.optional(),
  assigneeId: z.string().optional(),
  /** The technician to whom the present offer was made. */
  offeredTo: z.string().optional(),
  offers: z.array(offerSchema),
  /** Technicians who were alarmed beside the one offered; in an emergency the first to accept has it. */
  alarmedIds: z.array(z.string()),
  /** Raised by urging and reopening: 0 is usual. */
  priority: z.number().int(),
  reopenCount: z.number().int(),
  /** Ends of the clocks that run now. */
  clocks: z.partialRecord(z.enum(DEADLINES), z.date()),
  /** Service minutes that stopped clocks had left (on hold). */
  stoppedClocks: z.partialRecord(z.enum(['arrive', 'complete']), z.number()),
  breaches: z.array(z.object({ clock: z.string(), at: z.date() })),
  arrivedAt: z.date().optional(),
  completedAt: z.date().optional(),
  closedAt: z.date().optional(),
  record: serviceRecordSchema.optional(),
  survey: surveySchema.optional(),
  isRepeat: z.boolean(),
  media: z.array(z.string()),
  transcript: z.array(transcriptLineSchema),
  history: z.array(historyEntrySchema),
  effects: z.array(effectSchema),
  /** Set where an effect landed in the dead-letter list; a person must look. */
  needsAttention: z.string().optional(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Ticket = z.infer<typeof ticketSchema>;
export type ClockName = keyof Ticket['clocks'];

/** States in which nobody has work to do any more. */
export const isOpen = (ticket: Pick<Ticket, 'state'>): boolean =>
  ticket.state !== 'closed' && ticket.state !== 'cancelled';
