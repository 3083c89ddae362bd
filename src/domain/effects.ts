import { z } from 'zod';
import { STATES } from './lifecycle.js';
import { contactSchema } from './people.js';
import { paramsSchema, replySchema, type Saying } from './reply.js';

/**
 * What must follow a change, saved in the same conditional update as the change. A relay moves effects to queues under
 * their ids; workers carry them out once, marking them here. See docs/adr/0001-effects-with-the-ticket.md.
 */

/** Clocks of a ticket whose end is an effect. */
export const DEADLINES = ['confirm', 'accept', 'arrive', 'complete', 'hold', 'follow_up', 'survey'] as const;
export type DeadlineName = (typeof DEADLINES)[number];

/** Questions that the service asks of its own accord; each is a conversation flow. */
export const PROMPTS = ['confirm', 'offer', 'follow-up', 'survey', 'alarm'] as const;
export type PromptName = (typeof PROMPTS)[number];

/** Ways to a person, in the order in which an effect tries them. */
export const ROUTES = ['wechat', 'sms', 'call'] as const;
export type Route = (typeof ROUTES)[number];

const workSchema = z.discriminatedUnion('kind', [
  /** Tell somebody something: a sentence by key, rendered in the reader's language when it is sent. */
  z.object({
    kind: z.literal('message'),
    to: contactSchema,
    text: z.object({ key: z.string(), params: paramsSchema }),
    /** Ids of pictures and recordings to send along. */
    media: z.array(z.string()).optional(),
  }),
  /** The answer to a turn of a written conversation. */
  z.object({ kind: z.literal('reply'), to: contactSchema, reply: replySchema }),
  /** Ask somebody something: starts the named flow in the person's conversation (chat, SMS) or by a call. */
  z.object({ kind: z.literal('prompt'), to: contactSchema, prompt: z.enum(PROMPTS), attempt: z.number().int() }),
  /** Look whether a clock was kept. */
  z.object({ kind: z.literal('deadline'), deadline: z.enum(DEADLINES) }),
  /** Find a technician. */
  z.object({ kind: z.literal('dispatch') }),
  /** A conversation nobody answers is closed politely. */
  z.object({ kind: z.literal('timeout'), turnId: z.string() }),
]);
export type EffectWork = z.infer<typeof workSchema>;

/**
 * Life of an effect: `pending` saved, not yet in a queue · `relayed` in a queue · `claimed` a worker is at the provider's door ·
 * `done` · `skipped` no longer wanted · `failed` in the dead-letter list.
 */
export const EFFECT_STATUSES = ['pending', 'relayed', 'claimed', 'done', 'skipped', 'failed'] as const;
export type EffectStatus = (typeof EFFECT_STATUSES)[number];
export const UNFINISHED: readonly EffectStatus[] = ['pending', 'relayed', 'claimed'];

export const onlyWhileSchema = z.object({
  states: z.array(z.enum(STATES)),
  /** The offer that the effect belongs to, by its moment. */
  offerAt: z.date().optional(),
  /** The promised time that the effect belongs to. */
  promisedFrom: z.date().optional(),
  /** The completion that the effect belongs to. */
  completedAt: z.date().optional(),
});
export type OnlyWhile = z.infer<typeof onlyWhileSchema>;

export const effectSchema = z.object({
  /** `<owner's id>-<version>-<n>`: deterministic, without `:`, and the base of the job's id. */
  id: z.string().regex(/^[^:]+$/),
  work: workSchema,
  createdAt: z.date(),
  /** Skipped where the ticket has moved on; see isStillWanted. */
  onlyWhile: onlyWhileSchema.optional(),
  /** Not before this moment; a missing one means at once. */
  dueAt: z.date().optional(),
  status: z.enum(EFFECT_STATUSES),
  /** Routes left for a message or prompt, first the one to be tried now. */
  routes: z.array(z.enum(ROUTES)),
  /** Counts routes given up and sends retried by a person; part of the job's id. */
  attempt: z.number().int(),
  claimedAt: z.date().optional(),
  /** The provider's id of the message or call, once known. */
  providerRef: z.string().optional(),
  outcome: z.string().optional(),
});
export type Effect = z.infer<typeof effectSchema>;

/** Where an effect is saved. */
export const effectRefSchema = z.object({
  owner: z.enum(['ticket', 'conversation']),
  ownerId: z.string(),
  effectId: z.string(),
});
export type EffectRef = z.infer<typeof effectRefSchema>;

/** An effect as a decision makes it; its owner adds id and status. */
export interface EffectDraft {
  work: EffectWork;
  dueAt?: Date;
  routes?: Route[];
  onlyWhile?: OnlyWhile;
}

/** The job id of an effect's present attempt. */
export const jobIdOf = (effect: Pick<Effect, 'id' | 'attempt'>): string => `${effect.id}-a${effect.attempt}`;

/**
 * A message's sentence as it is to be read: days are named from the effect's own moment (`今天`), so that it is rendered the same
 * however often it is tried.
 */
export const sentenceOf = (text: Saying, { dueAt, createdAt }: Pick<Effect, 'dueAt' | 'createdAt'>): Saying => ({
  ...text,
  params: { now: (dueAt ?? createdAt).toISOString(), ...text.params },
});

/** Gives drafts their deterministic ids. `version` is the owner's version after the change. */
export const numberEffects = (ownerId: string, version: number, drafts: EffectDraft[], now: Date): Effect[] =>
  drafts.map(({ work, dueAt, routes, onlyWhile }, n) => ({
    id: `${ownerId}-${version}-${n}`.replaceAll(':', '_'),
    work,
    createdAt: now,
    ...(onlyWhile && { onlyWhile }),
    ...(dueAt && { dueAt }),
    status: 'pending',
    routes: routes ?? [],
    attempt: 0,
  }));
