import { z } from 'zod';
import { CATEGORIES, SAFETY_CODES, URGENCIES } from '../../src/domain/categories.js';
import { locationSchema } from '../../src/domain/location.js';
import { paramsSchema } from '../../src/domain/reply.js';
import { materialSchema } from '../../src/domain/ticket.js';
import type { Slots } from './flow.js';

/** A window of time as understanding gives it: ISO with offset; an open end is null. */
export const windowSchema = z.object({ from: z.string(), to: z.string().nullable() });
export type Window = z.infer<typeof windowSchema>;

const optionSchema = z.object({
  id: z.string(),
  key: z.string(),
  params: paramsSchema.optional(),
  patch: z.record(z.string(), z.unknown()).optional(),
});

/** A further problem, reported after the one at hand. */
export const problemSchema = z.object({
  what: z.string(),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
});
export type Problem = z.infer<typeof problemSchema>;

/**
 * Everything that flows remember. What is saved in a conversation is data from outside by the time it is read again, so that
 * it is parsed; a slot that does not fit is forgotten and asked again.
 */
const shape = {
  what: z.string(),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  safety: z.enum(SAFETY_CODES),
  isRepeat: z.boolean(),
  location: locationSchema,
  /** A place that lacks its building or room. */
  partial: locationSchema,
  visitTime: windowSchema,
  phone: z.string(),
  projectId: z.string(),
  /** The project was said or chosen, not guessed. */
  isProjectSure: z.boolean(),
  hotlineProjectId: z.string(),
  also: z.array(problemSchema),
  media: z.array(z.string()),
  recording: z.string(),
  ticketId: z.string(),
  /** A ticket named in the message. */
  mentioned: z.string(),
  /** Further tickets that the same order is about. */
  further: z.array(z.string()),
  tickets: z.array(optionSchema),
  projects: z.array(optionSchema),
  /** Likeliest categories, the likeliest first, where understanding is unsure; forgotten once they are asked about. */
  alternatives: z.array(z.enum(CATEGORIES)),
  kinds: z.array(optionSchema),
  colleagues: z.array(optionSchema),
  /** What the resident or staff member wishes; `visitTime` is what is being agreed now. */
  wish: windowSchema,
  answer: z.enum(['solved', 'not_solved']),
  reason: z.string(),
  overall: z.number(),
  timeliness: z.number(),
  technician: z.number(),
  comment: z.string(),
  command: z.string(),
  colleague: z.string(),
  colleagueId: z.string(),
  items: z.array(materialSchema),
  cost: z.number(),
  work: z.string(),
  code: z.string(),
  since: z.string(),
  _options: z.array(optionSchema),
  _trail: z.array(z.string()),
  _reminded: z.boolean(),
} as const;
const schema = z.object(shape).partial();
export type Known = z.infer<typeof schema>;

/** The slots with their types; those that do not fit are left out. */
export function known(slots: Slots): Known {
  const parsed = schema.safeParse(slots);
  if (parsed.success) return parsed.data;
  const good = Object.entries(slots).filter(
    ([name, value]) => name in shape && shape[name as keyof typeof shape].safeParse(value).success,
  );
  return schema.parse(Object.fromEntries(good));
}
