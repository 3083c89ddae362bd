import type { Stores } from '../../../src/store/stores.js';
import { aConversation, anEffect, at, count } from './samples.js';

export function conversationContract(stores: () => Stores): void {
  const conversations = () => stores().conversations;

  describe('a conversation', () => {
    const full = aConversation('wechat-wx-1', {
      from: { wechatId: 'wx-1', roomId: 'room', name: '陈女士' },
      flows: [
        {
          id: 'report',
          version: 2,
          step: 'place',
          slots: { place: { building: '3' }, time: at(3), none: null },
          retries: 1,
        },
      ],
      handled: [
        { turnId: 't-1', reply: { say: [{ key: 'hello', params: {} }], expect: 'speech' } },
        { turnId: 't-2', reply: null },
      ],
      transcript: [{ at: at(0), from: 'resident', text: '你好' }],
    });

    it('comes back as it was given', async () => {
      expect(await conversations().save(full, 0, [anEffect('c-1-0')])).toBe(true);
      expect(await conversations().get(full.id)).toStrictEqual({ ...full, effects: [anEffect('c-1-0')] });
    });

    it('is unknown under another id', async () => {
      expect(await conversations().get('wechat-nobody')).toBeUndefined();
    });

    it('is begun by one of many at the same moment', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => conversations().save(aConversation('c'), 0, [anEffect(`c-1-${i}`)])),
      );
      expect(count(outcomes, true)).toBe(1);
      expect((await conversations().get('c'))?.effects.map(({ id }) => id)).toEqual([`c-1-${outcomes.indexOf(true)}`]);
    });

    it('is replaced where the version matches', async () => {
      await conversations().save(full, 0, []);
      const next = aConversation(full.id, { version: 2, updatedAt: at(5) });
      expect(await conversations().save(next, 1, [anEffect('c-2-0')])).toBe(true);
      expect(await conversations().get(full.id)).toStrictEqual({ ...next, effects: [anEffect('c-2-0')] });
    });

    it('is left alone where the version does not match', async () => {
      await conversations().save(full, 0, []);
      await conversations().save({ ...full, version: 2 }, 1, []);
      expect(await conversations().save({ ...full, version: 2, locale: 'en' }, 1, [anEffect('c-2-0')])).toBe(false);
      expect(await conversations().get(full.id)).toMatchObject({ version: 2, locale: 'zh-CN', effects: [] });
    });

    it('is not begun by a save that expects it to exist', async () => {
      expect(await conversations().save({ ...full, version: 4 }, 3, [])).toBe(false);
      expect(await conversations().get(full.id)).toBeUndefined();
    });

    it('must carry the next version', async () => {
      await expect(conversations().save({ ...full, version: 3 }, 1, [])).rejects.toThrow(RangeError);
    });

    it('keeps the marks of its effects through a later save', async () => {
      await conversations().save(full, 0, [anEffect('c-1-0')]);
      const loaded = (await conversations().get(full.id))!;
      const ref = { owner: 'conversation' as const, ownerId: full.id, effectId: 'c-1-0' };
      await stores().effects.updateEffect(ref, { from: ['pending'] }, { status: 'done', providerRef: 'm-1' });
      await conversations().save({ ...loaded, version: 2 }, 1, [anEffect('c-2-0')]);
      const found = await conversations().get(full.id);
      expect(found?.effects).toStrictEqual([
        anEffect('c-1-0', { status: 'done', providerRef: 'm-1' }),
        anEffect('c-2-0'),
      ]);
    });

    it('lets go of effects settled a day ago once there are more than a hundred', async () => {
      const old = (id: string, status: 'done' | 'skipped' | 'failed' | 'pending') => anEffect(id, { status });
      const settled = Array.from({ length: 98 }, (_, i) => old(`done-${i}`, i % 2 ? 'done' : 'skipped'));
      await conversations().save(full, 0, [old('failed', 'failed'), ...settled, old('pending', 'pending')]);
      const loaded = (await conversations().get(full.id))!;
      expect(loaded.effects).toHaveLength(100);

      const tomorrow = at(25 * 60);
      const recent = anEffect('recent', { status: 'done', createdAt: tomorrow });
      await conversations().save({ ...loaded, version: 2, updatedAt: tomorrow }, 1, [recent]);
      const left = (await conversations().get(full.id))?.effects.map(({ id }) => id);
      expect(left).toEqual(['failed', 'pending', 'recent']);
    });
  });
}
