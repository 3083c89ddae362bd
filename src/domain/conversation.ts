import { z } from 'zod';
import { effectSchema, PROMPTS } from './effects.js';
import { LOCALES } from './people.js';
import { replySchema } from './reply.js';
import { transcriptLineSchema } from './ticket.js';

/** Where one conversation goes on: a chat, an SMS thread, or one telephone call. */
export const CONVERSATION_CHANNELS = ['wechat', 'sms', 'phone'] as const;
export type ConversationChannel = (typeof CONVERSATION_CHANNELS)[number];

export const mediaRefSchema = z.object({ id: z.string(), kind: z.enum(['image', 'audio', 'video', 'file']) });
export type MediaRef = z.infer<typeof mediaRefSchema>;

/**
 * 一轮: one thing that a person (or the service itself) brings into a conversation. Saved in the inbox before anything else, under the
 * provider's id, so that a redelivery changes nothing and a crash loses nothing.
 */
export const turnSchema = z.object({
  /** `<channel>-<provider's message id>`, a call's id plus step, or an effect's id for prompts and time-outs. */
  id: z.string(),
  /** `wechat-<contact>`, `wechat-<room>-<contact>`, `sms-<E.164>`, `call-<CallSid>`. */
  conversation: z.string(),
  channel: z.enum(CONVERSATION_CHANNELS),
  at: z.date(),
  from: z.object({
    wechatId: z.string().optional(),
    roomId: z.string().optional(),
    phone: z.string().optional(),
    name: z.string().optional(),
  }),
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), isSpeech: z.boolean().default(false) }),
    z.object({ kind: z.literal('digits'), digits: z.string() }),
    z.object({ kind: z.literal('media'), media: mediaRefSchema, text: z.string().optional() }),
    /** The caller said nothing, or nothing that was understood. */
    z.object({ kind: z.literal('silence') }),
    /** A call begins; `to` is the number that was dialled. */
    z.object({ kind: z.literal('start'), to: z.string().optional() }),
    /** The caller was put through, and nobody answered. */
    z.object({ kind: z.literal('unreached') }),
    z.object({ kind: z.literal('hangup') }),
    /** The service asks something of its own accord. */
    z.object({ kind: z.literal('prompt'), prompt: z.enum(PROMPTS), ticketId: z.string(), attempt: z.number().int() }),
    z.object({ kind: z.literal('timeout'), turnId: z.string() }),
  ]),
});
export type Turn = z.infer<typeof turnSchema>;

/** A flow under way. */
export const flowStateSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  step: z.string(),
  slots: z.record(z.string(), z.unknown()),
  /** Answers to the present step that were not understood. */
  retries: z.number().int(),
});
export type FlowState = z.infer<typeof flowStateSchema>;

export const conversationSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  channel: z.enum(CONVERSATION_CHANNELS),
  from: turnSchema.shape.from,
  locale: z.enum(LOCALES),
  /** The flow at hand, last; below it those that a digression or prompt interrupted. */
  flows: z.array(flowStateSchema),
  /** The newest turns handled and their replies: a redelivered turn gets the same answer again. */
  handled: z.array(z.object({ turnId: z.string(), reply: replySchema.nullable() })),
  transcript: z.array(transcriptLineSchema),
  effects: z.array(effectSchema),
  updatedAt: z.date(),
});
export type Conversation = z.infer<typeof conversationSchema>;
