import { z } from 'zod';
import { effectRefSchema } from '../src/domain/effects.js';

/** Queues by what works them off: a stuck one must not hold up the others. */
export const QUEUES = ['wechat', 'outbound', 'conversations', 'deadlines', 'dispatch', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/** The effect to carry out, and which of its attempts; handlers reload it and skip where it has moved on. */
export const effectJobSchema = effectRefSchema.extend({ attempt: z.number().int().nonnegative() });

/** With the back-off of backoff.ts about twenty minutes: an outage of a database or provider is waited for. */
const PATIENT = 12;

/** Every job: its queue, its payload, and how often it is tried before it becomes a dead letter. */
export const JOBS = {
  'wechat.send': { queue: 'wechat', payload: effectJobSchema, attempts: PATIENT },
  'sms.send': { queue: 'outbound', payload: effectJobSchema, attempts: PATIENT },
  'call.place': { queue: 'outbound', payload: effectJobSchema, attempts: PATIENT },
  'prompt.ask': { queue: 'conversations', payload: effectJobSchema, attempts: PATIENT },
  'conversation.timeout': { queue: 'conversations', payload: effectJobSchema, attempts: PATIENT },
  'deadline.check': { queue: 'deadlines', payload: effectJobSchema, attempts: PATIENT },
  'ticket.dispatch': { queue: 'dispatch', payload: effectJobSchema, attempts: PATIENT },
  /** `isFull` looks at every unfinished effect at once instead of a part of them, and at the delays. */
  'effects.sweep': { queue: 'maintenance', payload: z.object({ isFull: z.boolean().default(false) }), attempts: 1 },
  'digest.send': { queue: 'maintenance', payload: z.object({}), attempts: PATIENT },
} as const satisfies Record<string, { queue: QueueName; payload: z.ZodType; attempts: number }>;

export type JobName = keyof typeof JOBS;
export type Payload<N extends JobName> = z.output<(typeof JOBS)[N]['payload']>;
export type RawPayload<N extends JobName> = z.input<(typeof JOBS)[N]['payload']>;

/** Jobs that carry out an effect; the others are started by a schedule. */
export type EffectJobName = Exclude<JobName, 'effects.sweep' | 'digest.send'>;

/** One handler for each job; a missing one does not compile. */
export type Handlers<D> = { [N in JobName]: (payload: Payload<N>, deps: D) => Promise<'done' | 'skipped'> };

export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name);

/** Attempts for a message that has another route left: it should not wait long for this one. About fifteen seconds. */
export const IMPATIENT = 5;
