import { type Effect, type EffectRef, UNFINISHED } from '../domain/effects.js';
import { CALL_RETRY_MINUTES, MAX_CALL_ATTEMPTS } from '../domain/standard.js';
import type { Ticket } from '../domain/ticket.js';
import { callsMade } from './calls-made.js';
import type { Deps } from './deps.js';
import { safeId } from './log-safe.js';
import { politeTime } from './place-call.js';
import { describeFor, tellDeskOf } from './tell-desk-of.js';

export type CallOutcome = 'answered' | 'machine' | 'busy' | 'no-answer' | 'failed';

export type RecordCallOutcomeDeps = Pick<Deps, 'effects' | 'tickets' | 'people' | 'clock' | 'log' | 'relay' | 'fault'>;

/** Questions whose clocks on the ticket take care of a silent telephone. */
const HAS_OWN_CLOCK = ['offer', 'follow-up', 'survey'];
/** Nobody waits half an hour to ring a technician about an offer, or anybody in an emergency. */
const AT_ONCE = ['offer', 'alarm'];

/**
 * How a call ended, as the provider reports it. Answered: nothing more, the conversation acts. Otherwise the same call again later, up to
 * MAX_CALL_ATTEMPTS; then the next route; then the desk is told. A report that comes twice, or for an earlier call, changes nothing.
 */
export async function recordCallOutcome(
  deps: RecordCallOutcomeDeps,
  { ref, callId, outcome }: { ref: EffectRef; callId: string; outcome: CallOutcome },
): Promise<void> {
  const effect = await deps.effects.getEffect(ref);
  if (!effect || !isAbout(effect, callId)) return;
  // A fast refusal may come before the worker has marked the call as placed.
  const calls = callsMade(effect) + (effect.status === 'claimed' ? 1 : 0);
  const noted = `call ${calls}: ${outcome} (${callId})`;
  deps.log.info({ effectId: safeId(effect.id), calls, outcome }, 'call ended');
  if (outcome === 'answered') return finish(deps, ref, effect, noted, callId);
  const ticket = ref.owner === 'ticket' ? await deps.tickets.get(ref.ownerId) : undefined;
  if (calls < MAX_CALL_ATTEMPTS) return again(deps, ref, effect, noted, await nextTime(deps, ticket, effect));
  const routes = effect.routes.slice(1);
  if (routes.length > 0) return again(deps, ref, effect, noted, undefined, routes);
  if (ticket && !isWatched(effect)) await tellDeskOf(deps, ticket.id, effect, describeFor(effect, 'unreached'));
  return finish(deps, ref, effect, noted, callId);
}

function isAbout({ status, providerRef, outcome = '' }: Effect, callId: string): boolean {
  if (outcome.includes(callId)) return false;
  // After a crash the provider's id of the call is not known.
  return status === 'claimed' || (status === 'done' && (providerRef ?? callId) === callId);
}

const isWatched = ({ work }: Effect): boolean => work.kind === 'prompt' && HAS_OWN_CLOCK.includes(work.prompt);

async function nextTime(deps: RecordCallOutcomeDeps, ticket: Ticket | undefined, effect: Effect): Promise<Date> {
  const now = deps.clock.now();
  const { work } = effect;
  const isUrgent = ticket?.urgency === 'emergency' || (work.kind === 'prompt' && AT_ONCE.includes(work.prompt));
  if (isUrgent) return now;
  const later = new Date(now.getTime() + CALL_RETRY_MINUTES * 60_000);
  return ticket ? politeTime(deps, ticket, effect, later) : later;
}

async function again(
  deps: RecordCallOutcomeDeps,
  ref: EffectRef,
  effect: Effect,
  outcome: string,
  dueAt: Date | undefined,
  routes = effect.routes,
): Promise<void> {
  const patch = {
    status: 'pending' as const,
    attempt: effect.attempt + 1,
    routes,
    dueAt,
    outcome,
    claimedAt: undefined,
  };
  const condition = { from: [...UNFINISHED, 'done' as const], attempt: effect.attempt };
  await deps.effects.updateEffect(ref, condition, { ...patch, providerRef: undefined });
  deps.fault('call-outcome.after-mark');
  await deps.relay.kick(ref.owner, ref.ownerId);
}

async function finish(
  deps: RecordCallOutcomeDeps,
  ref: EffectRef,
  effect: Effect,
  outcome: string,
  providerRef: string,
): Promise<void> {
  const condition = { from: [...UNFINISHED, 'done' as const], attempt: effect.attempt };
  await deps.effects.updateEffect(ref, condition, { status: 'done', outcome, providerRef });
  deps.fault('call-outcome.after-mark');
}
