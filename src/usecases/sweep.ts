import { type Effect, type EffectRef, UNFINISHED } from '../domain/effects.js';
import type { EffectStore } from '../ports.js';
import { type BuryDeps, buryEffect } from './bury-effect.js';
import type { Deps } from './deps.js';
import { safeId, safeMessage } from './log-safe.js';

/** What the queues know of an effect's job. */
export interface JobLedger {
  /** `alive`: waiting, delayed or being worked at. */
  state(effect: Effect): Promise<{ is: 'missing' | 'alive' | 'finished' } | { is: 'failed'; reason: string }>;
  /** Adds the effect's job anew; a finished job of the same id makes room. */
  offer(ref: EffectRef, effect: Effect): Promise<void>;
}

export type SweepDeps = BuryDeps &
  Pick<Deps, 'inbox'> & {
    jobs: JobLedger;
    /** Handles what waits in a conversation. */
    drain(conversation: string): Promise<void>;
  };

/** Effects looked at in one go. */
const PAGE = 500;
/** A turn that has waited for so long has lost its handler. */
const STUCK_AFTER_MS = 15_000;

type Found = Awaited<ReturnType<EffectStore['listEffects']>>[number];

/**
 * Picks up what a crash, or a Redis that was away or lost its data, left behind: pending effects, effects whose job is gone, turns nobody
 * handles. Each round looks at all pending effects and at the next page of those in the queues; `isFull` looks at all of these, too.
 */
export function createSweep(deps: SweepDeps): (options?: { isFull?: boolean }) => Promise<void> {
  let cursor: EffectRef | undefined;
  return async ({ isFull = false } = {}) => {
    await relayPending(deps);
    if (isFull) cursor = undefined;
    do cursor = await checkPage(deps, cursor);
    while (isFull && cursor);
    await drainStuck(deps);
  };
}

async function relayPending(deps: SweepDeps): Promise<void> {
  let after: EffectRef | undefined;
  do {
    const page = await deps.effects.listEffects(['pending'], PAGE, after);
    const owners = new Map(page.map(({ ref }) => [`${ref.owner} ${ref.ownerId}`, ref]));
    for (const { owner, ownerId } of owners.values()) await deps.relay.kick(owner, ownerId);
    after = page.length === PAGE ? page.at(-1)?.ref : undefined;
  } while (after);
}

async function checkPage(deps: SweepDeps, after: EffectRef | undefined): Promise<EffectRef | undefined> {
  const page = await deps.effects.listEffects(['relayed', 'claimed'], PAGE, after);
  await Promise.all(page.map((found) => check(deps, found)));
  return page.length === PAGE ? page.at(-1)?.ref : undefined;
}

async function check(deps: SweepDeps, { ref, effect }: Found): Promise<void> {
  const job = await deps.jobs.state(effect);
  if (job.is === 'alive') return;
  // Read again after the queue was asked: a job marks its effect before it ends.
  const present = await deps.effects.getEffect(ref);
  if (!present || present.attempt !== effect.attempt || !UNFINISHED.includes(present.status)) return;
  deps.log.warn({ effectId: safeId(effect.id), job: job.is }, 'picked up by the sweep');
  if (job.is === 'failed') await buryEffect(deps, { ...ref, attempt: present.attempt }, job.reason);
  else await deps.jobs.offer(ref, present);
}

async function drainStuck({ inbox, drain, log, clock }: SweepDeps): Promise<void> {
  for (const conversation of await inbox.stuck(new Date(clock.now().getTime() - STUCK_AFTER_MS), 100)) {
    await drain(conversation).catch((error: unknown) =>
      log.warn({ error: safeMessage(error) }, 'conversation still stuck'),
    );
  }
}
