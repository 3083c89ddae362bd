import { type Effect, type EffectRef, UNFINISHED } from '../domain/effects.js';
import { isStillWanted } from '../domain/wanted.js';
import type { SendResult } from '../ports.js';
import type { Deps } from './deps.js';
import { dropRoute } from './drop-route.js';
import { safeId } from './log-safe.js';

/** An effect and which of its attempts a job is for. */
export interface EffectJob extends EffectRef {
  attempt: number;
}

export const refOf = ({ owner, ownerId, effectId }: EffectJob): EffectRef => ({ owner, ownerId, effectId });

/** What the provider can do for one effect. */
export interface Door {
  send(): Promise<SendResult>;
  wasSent(since: Date): Promise<'sent' | 'not_sent' | 'unknown'>;
  /** Put before what is noted as the outcome. */
  note?: string;
}

/** No way to this person is left, or the provider refuses for good: trying again would not help. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  readonly code = 'UNDELIVERABLE';
}

export type DeliverDeps = Pick<Deps, 'effects' | 'tickets' | 'clock' | 'log' | 'relay' | 'fault'>;

/** Longer than any provider should take, shorter than the lock of a job: a second worker never meets a send that is still under way. */
const SEND_TIMEOUT_MS = 20_000;

/**
 * Carries an effect to a provider: claim → send → mark. Whoever finds it claimed comes after a crash or fault at the provider's door and asks
 * first whether it got through; where the provider cannot tell it is not sent again (docs/adr/0001-effects-with-the-ticket.md).
 * @throws Undeliverable where the last route is refused; the provider's own error where a retry may help.
 */
export async function deliver(
  deps: DeliverDeps,
  job: EffectJob,
  open: (effect: Effect) => Promise<Door>,
): Promise<'done' | 'skipped'> {
  const effect = await deps.effects.getEffect(job);
  if (!effect || effect.attempt !== job.attempt || !UNFINISHED.includes(effect.status)) return 'skipped';
  const door = await open(effect);
  if (effect.status === 'claimed') {
    const answer = await door.wasSent(effect.claimedAt ?? effect.createdAt);
    if (answer !== 'not_sent') return mark(deps, job, door, answer === 'sent' ? 'sent' : 'uncertain');
  }
  if (!(await isWanted(deps, job, effect))) return skip(deps, job, effect);
  if (effect.status !== 'claimed') await claim(deps, job);
  deps.fault('deliver.after-claim');
  const result = await within(SEND_TIMEOUT_MS, () => door.send()).catch(async (error: unknown) => {
    if (isSurelyNotSent(error)) await unclaim(deps, job);
    throw error;
  });
  deps.fault('deliver.after-send');
  if (result.status === 'sent') return mark(deps, job, door, 'sent', result.ref);
  if (effect.routes.length < 2) throw new Undeliverable(result.reason);
  await dropRoute(deps, job, effect, result.reason);
  return 'done';
}

async function isWanted(deps: DeliverDeps, job: EffectJob, effect: Effect): Promise<boolean> {
  if (job.owner !== 'ticket') return true;
  const ticket = await deps.tickets.get(job.ownerId);
  return ticket !== undefined && isStillWanted(ticket, effect);
}

async function skip(deps: DeliverDeps, job: EffectJob, { status }: Effect): Promise<'skipped'> {
  await deps.effects.updateEffect(job, { from: [status], attempt: job.attempt }, { status: 'skipped' });
  return 'skipped';
}

async function claim(deps: DeliverDeps, job: EffectJob): Promise<void> {
  const condition = { from: ['pending', 'relayed'] as const, attempt: job.attempt };
  const isOurs = await deps.effects.updateEffect(job, condition, { status: 'claimed', claimedAt: deps.clock.now() });
  // Its job comes back later, and finds the effect done, or claimed by a worker that died.
  if (!isOurs) throw new Error('another worker is at it');
}

const unclaim = (deps: DeliverDeps, job: EffectJob): Promise<boolean> =>
  deps.effects.updateEffect(
    job,
    { from: ['claimed'], attempt: job.attempt },
    { status: 'relayed', claimedAt: undefined },
  );

async function mark(
  deps: DeliverDeps,
  job: EffectJob,
  { note = '' }: Door,
  verdict: 'sent' | 'uncertain',
  providerRef?: string,
): Promise<'done'> {
  const patch = { status: 'done' as const, outcome: `${note}${verdict}`, ...(providerRef && { providerRef }) };
  await deps.effects.updateEffect(job, { from: ['claimed'], attempt: job.attempt }, patch);
  deps.fault('deliver.after-mark');
  if (verdict === 'uncertain') deps.log.warn({ effectId: safeId(job.effectId) }, 'sent perhaps, not repeated');
  return 'done';
}

/** Faults before anything left this machine. */
const BEFORE_CONTACT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * Whether the provider cannot have taken it: the adapter says so by `isNotSent`, the provider rejected the request (a `status` of 4xx), or it
 * was never reached. Everything else, such as a time-out or its internal error, leaves the claim, so that the next try asks first.
 */
function isSurelyNotSent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { isNotSent, status, code } = error as { isNotSent?: unknown; status?: unknown; code?: unknown };
  if (typeof isNotSent === 'boolean') return isNotSent;
  return (typeof status === 'number' && status >= 400 && status < 500) || BEFORE_CONTACT.includes(String(code));
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the provider did not answer in time')), milliseconds);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}
