import { z } from 'zod';

export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type Params = z.infer<typeof paramsSchema>;

/** A sentence by its key in bots/texts, with parameters. */
export const sayingSchema = z.object({ key: z.string(), params: paramsSchema.default({}) });
export type Saying = z.infer<typeof sayingSchema>;

/** What the engine answers; channels only render it. */
export const replySchema = z.object({
  say: z.array(sayingSchema),
  /** Numbered choices: chat lists them, phone takes the digit. */
  choices: z.array(sayingSchema).optional(),
  /** What a call waits for next; chat ignores it. `voicemail` records, `end` hangs up, `human` dials the desk. */
  expect: z.enum(['speech', 'digits', 'voicemail', 'human', 'end']),
});
export type Reply = z.infer<typeof replySchema>;
