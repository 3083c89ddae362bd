import { z } from 'zod';
import { calendarSchema } from './calendar.js';
import { NORM_PRESETS } from './standard.js';

/** 项目: a residential compound 小区, an office tower, a mall. One installation serves many. */
/** The longest lexicon, in characters. */
export const MAX_LEXICON = 200_000;

export const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  type: z.enum(['residential', 'office', 'commercial', 'other']),
  /** Names as residents say them: `3栋`, `B座`. */
  buildings: z.array(z.string()),
  calendar: calendarSchema,
  /** Numbers that lead to this project when dialled, E.164. */
  hotlines: z.array(z.string()),
  /** Rung in an emergency, and when nobody else answers. E.164 */
  dutyPhone: z.string(),
  /** Words of this place that understanding should know (词库), one entry a line; see `docs/lexicon.md`. */
  lexicon: z.string().max(MAX_LEXICON).optional(),
  normPreset: z.enum(Object.keys(NORM_PRESETS) as [keyof typeof NORM_PRESETS]),
});
export type Project = z.infer<typeof projectSchema>;
