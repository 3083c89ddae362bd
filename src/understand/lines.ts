import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { type Lexicon, understandResident, understandTechnician } from '../../bots/understanding/index.js';

/** Times and places are of China where nothing else is said. */
const HOME_ZONE = 'Asia/Shanghai';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  role: z.enum(['resident', 'technician']),
  channel: z.enum(['chat', 'speech']).default('chat'),
  text: z.string(),
  /** ISO 8601; without an offset it is of the time zone. */
  now: z.string().optional(),
  timezone: z
    .string()
    .refine((name) => IANAZone.isValidZone(name), 'no time zone of that name')
    .default(HOME_ZONE),
});

const idSchema = z.object({ id: lineSchema.shape.id });

/** The instant that `now` names; a text that names none is an error, since every visit time would be wrong. */
function instant(now: string | undefined, zone: string): Date | undefined {
  if (now === undefined) return new Date();
  const time = DateTime.fromISO(now, { zone });
  return time.isValid ? time.toJSDate() : undefined;
}

/** The mark that some editors put before the first line. */
const BYTE_ORDER_MARK = /^\uFEFF/;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return undefined;
  }
};

/**
 * Answers one line of JSON `{id, role, channel?, text, now?, timezone?}` with an object: what was understood, or
 * `{id, error}` where the line does not say what it should. Never throws.
 */
export function answerLine(line: string, lexicon?: Lexicon): object {
  const data = parsed(line);
  const id = idSchema.safeParse(data).data?.id ?? null;
  if (data === undefined) return { id, error: 'the line is not JSON' };
  const { success, data: said, error } = lineSchema.safeParse(data);
  if (!success) return { id, error: z.prettifyError(error).replace(/\s*\n\s*/g, ' ') };
  const now = instant(said.now, said.timezone);
  if (!now) return { id, error: 'now: not a time in ISO 8601' };
  const { role, channel, text, timezone } = said;
  const understand = role === 'resident' ? understandResident : understandTechnician;
  return { id, ...understand({ text, channel, now, timezone, ...(lexicon && { lexicon }) }) };
}
