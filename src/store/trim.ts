import type { Effect, EffectStatus } from '../domain/effects.js';

/**
 * A chat goes on for years and every answer is an effect, so that what has long been settled leaves the document.
 * Tickets end and keep theirs.
 */
export const TRIM_ABOVE = 100;
const KEEP_HOURS = 24;

/** Effects that nobody will ask for again; failed ones stay for people to see. */
export const SETTLED: readonly EffectStatus[] = ['done', 'skipped'];

/** Settled effects from before this moment may go. */
export const trimBefore = (now: Date): Date => new Date(now.getTime() - KEEP_HOURS * 3_600_000);

/** Whether the effect may leave its conversation. */
export const isTrimmable = (effect: Effect, now: Date): boolean =>
  SETTLED.includes(effect.status) && effect.createdAt < trimBefore(now);
