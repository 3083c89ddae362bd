import type { JobsOptions } from 'bullmq';
import { type Effect, type EffectRef, jobIdOf } from '../src/domain/effects.js';
import type { Clock } from '../src/ports.js';
import { BACKOFF } from './backoff.js';
import { type EffectJobName, IMPATIENT, JOBS, type JobName, type RawPayload } from './jobs.js';
import type { Queues } from './queues.js';

/** Enough for a look at what happened; the database knows the rest. Failed jobs stay until somebody has dealt with them. */
const KEEP: JobsOptions = { removeOnComplete: { age: 24 * 3600, count: 500 }, removeOnFail: false };

/** Parses the payload and adds the job; a job whose id is in the queue already is left as it is. Throws where Redis is away. */
export async function enqueue<N extends JobName>(
  queues: Queues,
  name: N,
  payload: RawPayload<N>,
  options: JobsOptions = {},
): Promise<void> {
  const { queue, payload: schema, attempts } = JOBS[name];
  await queues[queue].add(name, schema.parse(payload), { ...KEEP, attempts, backoff: { type: BACKOFF }, ...options });
}

/** Brings an effect to its queue under its deterministic job id, to be worked off when it is due. */
export const enqueueEffect = (queues: Queues, clock: Clock, ref: EffectRef, effect: Effect): Promise<void> =>
  enqueue(queues, jobNameOf(effect), payloadOf(ref, effect), {
    jobId: jobIdOf(effect),
    ...(effect.dueAt && { delay: clock.delayUntil(effect.dueAt) }),
    ...(effect.routes.length > 1 && { attempts: IMPATIENT }),
  });

/** Which job carries the effect out now: by its work, and for words to a person by the route to be tried. */
export function jobNameOf({ work, routes }: Pick<Effect, 'work' | 'routes'>): EffectJobName {
  const route = routes[0];
  switch (work.kind) {
    case 'message':
    case 'reply':
      // Without any route the use case says so, and the effect becomes a dead letter.
      return route === 'wechat' ? 'wechat.send' : route === 'call' ? 'call.place' : 'sms.send';
    case 'prompt':
      return route === 'call' ? 'call.place' : 'prompt.ask';
    case 'deadline':
      return 'deadline.check';
    case 'dispatch':
      return 'ticket.dispatch';
    case 'timeout':
      return 'conversation.timeout';
  }
}

const payloadOf = ({ owner, ownerId, effectId }: EffectRef, { attempt }: Effect) => ({
  owner,
  ownerId,
  effectId,
  attempt,
});
