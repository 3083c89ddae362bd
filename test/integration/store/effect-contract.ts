import type { EffectRef } from '../../../src/domain/effects.js';
import type { Stores } from '../../../src/store/stores.js';
import { aConversation, anEffect, at, count, sample } from './samples.js';

const ofTicket = (ownerId: string, effectId: string): EffectRef => ({ owner: 'ticket', ownerId, effectId });

export function effectContract(stores: () => Stores): void {
  const effects = () => stores().effects;

  describe('an effect', () => {
    const ref = ofTicket('W-1', 'W-1-1-1');
    beforeEach(async () => {
      await stores().tickets.insert(sample('W-1', { effects: [anEffect('W-1-1-0'), anEffect('W-1-1-1')] }));
    });

    it('is found in its owner', async () => {
      expect(await effects().getEffect(ref)).toStrictEqual(anEffect('W-1-1-1'));
    });

    it('is unknown in another owner or under another id', async () => {
      expect(await effects().getEffect({ ...ref, owner: 'conversation' })).toBeUndefined();
      expect(await effects().getEffect({ ...ref, ownerId: 'W-2' })).toBeUndefined();
      expect(await effects().getEffect({ ...ref, effectId: 'W-1-1-7' })).toBeUndefined();
    });

    it('is marked where its status is as expected, and its neighbours are left alone', async () => {
      const patch = {
        status: 'done',
        providerRef: 'SM1',
        outcome: 'sent',
        claimedAt: at(3),
        routes: ['sms' as const],
      } as const;
      expect(await effects().updateEffect(ref, { from: ['pending', 'relayed'] }, { ...patch, routes: ['sms'] })).toBe(
        true,
      );
      expect(await effects().getEffect(ref)).toStrictEqual(anEffect('W-1-1-1', { ...patch, routes: ['sms'] }));
      expect(await effects().getEffect(ofTicket('W-1', 'W-1-1-0'))).toStrictEqual(anEffect('W-1-1-0'));
    });

    it('is not marked where its status is another', async () => {
      expect(await effects().updateEffect(ref, { from: ['relayed', 'claimed'] }, { status: 'done' })).toBe(false);
      expect((await effects().getEffect(ref))?.status).toBe('pending');
    });

    it("is not marked by a neighbour's status", async () => {
      await effects().updateEffect(ofTicket('W-1', 'W-1-1-0'), { from: ['pending'] }, { status: 'relayed' });
      expect(await effects().updateEffect(ref, { from: ['relayed'] }, { status: 'done' })).toBe(false);
    });

    it('is not marked for an attempt that is over', async () => {
      await effects().updateEffect(ref, { from: ['pending'], attempt: 0 }, { status: 'pending', attempt: 1 });
      expect(await effects().updateEffect(ref, { from: ['pending'], attempt: 0 }, { status: 'done' })).toBe(false);
      expect(await effects().updateEffect(ref, { from: ['pending'], attempt: 1 }, { status: 'done' })).toBe(true);
    });

    it('is not marked where it does not exist', async () => {
      expect(await effects().updateEffect({ ...ref, ownerId: 'W-9' }, { from: ['pending'] }, { status: 'done' })).toBe(
        false,
      );
    });

    it('counts a mark that changes nothing as made', async () => {
      expect(await effects().updateEffect(ref, { from: ['pending'] }, { status: 'pending' })).toBe(true);
    });

    it('loses a field that is set to undefined', async () => {
      await effects().updateEffect(ref, { from: ['pending'] }, { claimedAt: at(1) });
      await effects().updateEffect(ref, { from: ['pending'] }, { status: 'relayed', claimedAt: undefined });
      expect(await effects().getEffect(ref)).toStrictEqual(anEffect('W-1-1-1', { status: 'relayed' }));
    });

    it('is claimed by one of many at the same moment', async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => effects().updateEffect(ref, { from: ['pending'] }, { status: 'claimed' })),
      );
      expect(count(claims, true)).toBe(1);
    });

    it("leaves the owner's version as it is", async () => {
      await effects().updateEffect(ref, { from: ['pending'] }, { status: 'claimed' });
      expect((await stores().tickets.get('W-1'))?.version).toBe(1);
    });

    it('is marked in a conversation just so', async () => {
      await stores().conversations.save(aConversation('wechat-wx-1'), 0, [anEffect('c-1-0')]);
      const reply: EffectRef = { owner: 'conversation', ownerId: 'wechat-wx-1', effectId: 'c-1-0' };
      expect(await effects().updateEffect(reply, { from: ['pending'] }, { status: 'relayed' })).toBe(true);
      expect((await effects().getEffect(reply))?.status).toBe('relayed');
    });
  });

  describe('the list of effects', () => {
    const idsAfter = async (limit: number, after?: EffectRef) =>
      (await effects().listEffects(['pending', 'relayed'], limit, after)).map(({ ref }) => ref.effectId);

    beforeEach(async () => {
      const done = anEffect('W-3-1-0', { status: 'done' });
      await stores().tickets.insert(sample('W-3', { createdAt: at(1), effects: [done, anEffect('W-3-1-1')] }));
      await stores().tickets.insert(
        sample('W-2', { createdAt: at(3), effects: [anEffect('W-2-1-0'), anEffect('W-2-1-1')] }),
      );
      await stores().tickets.insert(
        sample('W-1', { createdAt: at(3), effects: [anEffect('W-1-1-0', { status: 'relayed' })] }),
      );
      await stores().tickets.insert(
        sample('W-0', { createdAt: at(0), effects: [anEffect('W-0-1-0', { status: 'failed' })] }),
      );
      await stores().conversations.save(aConversation('b', { updatedAt: at(2) }), 0, [anEffect('b-1-0')]);
      await stores().conversations.save(aConversation('a', { updatedAt: at(3) }), 0, [anEffect('a-1-0')]);
    });

    const ALL = ['W-3-1-1', 'b-1-0', 'a-1-0', 'W-1-1-0', 'W-2-1-0', 'W-2-1-1'];

    it('holds those in the statuses, oldest owner first', async () => {
      expect(await idsAfter(50)).toEqual(ALL);
    });

    it('says where each effect lies', async () => {
      const [first, second] = await effects().listEffects(['pending'], 2);
      expect(first).toStrictEqual({ ref: ofTicket('W-3', 'W-3-1-1'), effect: anEffect('W-3-1-1') });
      expect(second?.ref).toEqual({ owner: 'conversation', ownerId: 'b', effectId: 'b-1-0' });
    });

    it.each([1, 2, 3, 4])('is walked in pages of %i without gap or repetition', async (limit) => {
      const walked: string[] = [];
      let after: EffectRef | undefined;
      for (let page = 0; page < 10; page++) {
        const found = await effects().listEffects(['pending', 'relayed'], limit, after);
        walked.push(...found.map(({ ref }) => ref.effectId));
        after = found.at(-1)?.ref;
        if (!after) break;
      }
      expect(walked).toEqual(ALL);
    });

    it('goes on behind an effect that has meanwhile been settled', async () => {
      const settled = ofTicket('W-2', 'W-2-1-0');
      await effects().updateEffect(settled, { from: ['pending'] }, { status: 'done' });
      expect(await idsAfter(50, settled)).toEqual(['W-2-1-1']);
      const last = ofTicket('W-3', 'W-3-1-1');
      await effects().updateEffect(last, { from: ['pending'] }, { status: 'done' });
      expect(await idsAfter(50, last)).toEqual(['b-1-0', 'a-1-0', 'W-1-1-0', 'W-2-1-1']);
    });

    it('is empty where nothing is in the status', async () => {
      expect(await effects().listEffects(['skipped'], 5)).toEqual([]);
    });
  });
}
