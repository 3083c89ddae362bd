import type { QueryFilter } from 'mongoose';
import { z } from 'zod';
import { type Effect, type EffectRef, type EffectStatus, effectSchema } from '../domain/effects.js';
import type { EffectStore } from '../ports.js';
import { withoutEmpty, writtenFields } from './changes.js';
import { compareText, type EffectOwner, pageOfEffects } from './effect-page.js';
import type { Stored, StoredModel } from './model.js';

type Owner = EffectRef['owner'];
const OWNERS: readonly Owner[] = ['conversation', 'ticket'];

const holderSchema = z.object({ _id: z.string(), createdAt: z.date(), effects: z.array(effectSchema) });

const nameplates = z.array(z.looseObject({ id: z.string() }));

/** Effects where they lie, inside tickets and conversations; the owner's version is neither asked for nor changed. */
export function effectStore(models: Record<Owner, StoredModel>): EffectStore {
  const holders = async (owner: Owner, filter: QueryFilter<Stored>, limit: number): Promise<EffectOwner[]> => {
    const found = await models[owner]
      .find(filter)
      .select({ createdAt: 1, effects: 1 })
      .sort({ createdAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    return found.map((document) => {
      const { _id, createdAt, effects } = holderSchema.parse(document);
      return { owner, ownerId: _id, createdAt, effects };
    });
  };

  return {
    async getEffect({ owner, ownerId, effectId }) {
      const found = await models[owner].findOne({ _id: ownerId }).select({ effects: 1 }).lean();
      // Only the one asked for is parsed in full; a long ticket has dozens.
      const effect = found && nameplates.parse(found.effects).find(({ id }) => id === effectId);
      return effect ? effectSchema.parse(effect) : undefined;
    },

    async updateEffect({ owner, ownerId, effectId }, { from, attempt }, patch) {
      const wanted = { id: effectId, status: { $in: from }, ...(attempt !== undefined && { attempt }) };
      const result = await models[owner].updateOne(
        { _id: ownerId, effects: { $elemMatch: wanted } },
        atMatchedEffect(patch),
      );
      return result.matchedCount === 1;
    },

    async listEffects(statuses, limit, after) {
      const [anchor] = after ? await holders(after.owner, { _id: after.ownerId }, 1) : [];
      const pages = await Promise.all(
        // One more than asked for: of the owner of `after` nothing may be left.
        OWNERS.map((owner) => holders(owner, waiting(owner, statuses, anchor), limit + 1)),
      );
      return pageOfEffects(pages.flat(), statuses, limit, after);
    },
  };
}

/** Owners of such effects from the anchor on, in the order of `compareOwners`. */
function waiting(
  owner: Owner,
  statuses: readonly EffectStatus[],
  anchor: EffectOwner | undefined,
): QueryFilter<Stored> {
  const filter = { 'effects.status': { $in: [...statuses] } };
  if (!anchor) return filter;
  const { createdAt, ownerId } = anchor;
  const order = compareText(owner, anchor.owner);
  if (order !== 0) return { ...filter, createdAt: order > 0 ? { $gte: createdAt } : { $gt: createdAt } };
  return {
    ...filter,
    createdAt: { $gte: createdAt },
    $or: [{ createdAt: { $gt: createdAt } }, { _id: { $gte: ownerId } }],
  };
}

/** The patch, aimed at the array's element that the condition found; a key with the value undefined removes the field. */
function atMatchedEffect(patch: Partial<Effect>) {
  const { $set, $unset } = writtenFields(patch);
  return withoutEmpty({ $set: atElement($set), $unset: atElement($unset) });
}

const atElement = (fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`effects.$.${field}`, value]));
