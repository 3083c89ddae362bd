import type { Effect, EffectRef, EffectStatus } from '../domain/effects.js';

/** A document that holds effects, with its place in the order of listing. */
export interface EffectOwner {
  owner: EffectRef['owner'];
  ownerId: string;
  createdAt: Date;
  effects: Effect[];
}

/** Oldest first; equal moments by kind and id, so that the order is total. */
export const compareOwners = (a: Omit<EffectOwner, 'effects'>, b: Omit<EffectOwner, 'effects'>): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || compareText(a.owner, b.owner) || compareText(a.ownerId, b.ownerId);

/** The order of strings in the database: by code, without a language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The next effects in one of the statuses: oldest owner first, within an owner in the order in which they were saved. */
export function pageOfEffects(
  owners: EffectOwner[],
  statuses: readonly EffectStatus[],
  limit: number,
  after?: EffectRef,
): { ref: EffectRef; effect: Effect }[] {
  const sorted = owners.toSorted(compareOwners);
  const start = sorted.findIndex(({ owner, ownerId }) => owner === after?.owner && ownerId === after.ownerId);
  return sorted
    .slice(Math.max(start, 0))
    .flatMap(({ owner, ownerId, effects }, n) => {
      const rest =
        start >= 0 && n === 0 ? effects.slice(effects.findIndex(({ id }) => id === after?.effectId) + 1) : effects;
      return rest.map((effect) => ({ ref: { owner, ownerId, effectId: effect.id }, effect }));
    })
    .filter(({ effect }) => statuses.includes(effect.status))
    .slice(0, limit);
}
