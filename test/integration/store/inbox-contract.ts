import type { Reply } from '../../../src/domain/reply.js';
import type { Stores } from '../../../src/store/stores.js';
import { aTurn, at, count } from './samples.js';

const REPLY: Reply = { say: [{ key: 'hello', params: { n: 1 } }], expect: 'speech' };
const CHAT = 'wechat-wx-1';
const SECOND = 1000;
const EXPIRED = -1;

export function inboxContract(stores: () => Stores): void {
  const inbox = () => stores().inbox;

  describe('a turn', () => {
    it('comes back as it was given, unhandled', async () => {
      const turn = aTurn('t-1', {
        input: { kind: 'media', media: { id: 'm-1', kind: 'image' } },
        from: { phone: '+8613800000001' },
      });
      expect(await inbox().put(turn)).toBe('new');
      expect(await inbox().get('t-1')).toStrictEqual({ turn });
      expect(await inbox().get('t-2')).toBeUndefined();
    });

    it('is taken once, however often it is delivered', async () => {
      await inbox().put(aTurn('t-1'));
      expect(await inbox().put(aTurn('t-1', { input: { kind: 'silence' } }))).toBe('duplicate');
      expect((await inbox().get('t-1'))?.turn.input.kind).toBe('text');
    });

    it('is taken once when delivered many times at the same moment', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => inbox().put(aTurn('t-1'))));
      expect(count(outcomes, 'new')).toBe(1);
    });

    it('waits in order of arrival, whatever time it bears and however it is called', async () => {
      await inbox().put(aTurn('z', { at: at(9) }));
      await inbox().put(aTurn('other', { conversation: 'sms-1' }));
      await inbox().put(aTurn('a', { at: at(1) }));
      expect((await inbox().next(CHAT))?.id).toBe('z');
      await inbox().markHandled('z', null, at(9));
      expect((await inbox().next(CHAT))?.id).toBe('a');
      await inbox().markHandled('a', null, at(9));
      expect(await inbox().next(CHAT)).toBeUndefined();
    });

    it('waits behind those that came before it in the same instant', async () => {
      const ids = ['t-3', 't-1', 't-2', 't-9', 't-0', 't-5'];
      await Promise.all(ids.map((id) => inbox().put(aTurn(id))));
      const order: string[] = [];
      for (let turn = await inbox().next(CHAT); turn; turn = await inbox().next(CHAT)) {
        order.push(turn.id);
        await inbox().markHandled(turn.id, null, at(1));
      }
      expect(order).toEqual(ids);
    });

    it('keeps its reply for a redelivery', async () => {
      await inbox().put(aTurn('t-1'));
      await inbox().markHandled('t-1', REPLY, at(2));
      expect(await inbox().get('t-1')).toStrictEqual({ turn: aTurn('t-1'), handledAt: at(2), reply: REPLY });
    });

    it('may be handled without a reply', async () => {
      await inbox().put(aTurn('t-1'));
      await inbox().markHandled('t-1', null, at(2));
      expect(await inbox().get('t-1')).toStrictEqual({ turn: aTurn('t-1'), handledAt: at(2), reply: null });
    });

    it('keeps the first reply that it got', async () => {
      await inbox().put(aTurn('t-1'));
      await inbox().markHandled('t-1', REPLY, at(2));
      await inbox().markHandled('t-1', null, at(3));
      await inbox().bury('t-1', 'too late', at(4));
      expect(await inbox().get('t-1')).toMatchObject({ handledAt: at(2), reply: REPLY });
    });

    it('counts its failures', async () => {
      await inbox().put(aTurn('t-1'));
      expect(await inbox().countFailure('t-1')).toBe(1);
      expect(await inbox().countFailure('t-1')).toBe(2);
      expect(await inbox().countFailure('nobody')).toBe(0);
    });

    it('leaves the way when it is buried', async () => {
      await inbox().put(aTurn('bad'));
      await inbox().put(aTurn('good'));
      await inbox().bury('bad', 'it always fails', at(3));
      expect((await inbox().next(CHAT))?.id).toBe('good');
      expect(await inbox().get('bad')).toStrictEqual({ turn: aTurn('bad'), handledAt: at(3), reply: null });
    });
  });

  describe('stuck conversations', () => {
    it('are those with turns waiting since before the moment, longest first, each once', async () => {
      await inbox().put(aTurn('t-1', { conversation: 'a', at: at(3) }));
      await inbox().put(aTurn('t-2', { conversation: 'b', at: at(1) }));
      await inbox().put(aTurn('t-3', { conversation: 'b', at: at(2) }));
      await inbox().put(aTurn('t-4', { conversation: 'c', at: at(0) }));
      await inbox().put(aTurn('t-5', { conversation: 'd', at: at(5) }));
      await inbox().markHandled('t-4', null, at(1));
      expect(await inbox().stuck(at(5), 10)).toEqual(['b', 'a']);
      expect(await inbox().stuck(at(5), 1)).toEqual(['b']);
    });
  });

  describe('the lease of a conversation', () => {
    it('is held by one of many at the same moment', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => inbox().acquire(CHAT, `p-${i}`, 60 * SECOND)),
      );
      expect(count(outcomes, true)).toBe(1);
    });

    it('is refused to others, and renewed for its holder', async () => {
      expect(await inbox().acquire(CHAT, 'p-1', 60 * SECOND)).toBe(true);
      expect(await inbox().acquire(CHAT, 'p-2', 60 * SECOND)).toBe(false);
      expect(await inbox().acquire(CHAT, 'p-1', 60 * SECOND)).toBe(true);
      expect(await inbox().acquire('another', 'p-2', 60 * SECOND)).toBe(true);
    });

    it('passes to the next after its release', async () => {
      await inbox().acquire(CHAT, 'p-1', 60 * SECOND);
      await inbox().release(CHAT, 'p-1');
      expect(await inbox().acquire(CHAT, 'p-2', 60 * SECOND)).toBe(true);
    });

    it('is not released by somebody else', async () => {
      await inbox().acquire(CHAT, 'p-1', 60 * SECOND);
      await inbox().release(CHAT, 'p-2');
      expect(await inbox().acquire(CHAT, 'p-2', 60 * SECOND)).toBe(false);
    });

    it('passes to one of many when it has run out', async () => {
      await inbox().acquire(CHAT, 'dead', EXPIRED);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => inbox().acquire(CHAT, `p-${i}`, 60 * SECOND)),
      );
      expect(count(outcomes, true)).toBe(1);
    });
  });
}
