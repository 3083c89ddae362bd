import { ask } from '../../../src/domain/actions/tell.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { numberEffects } from '../../../src/domain/effects.js';
import { askPrompt } from '../../../src/usecases/ask-prompt.js';
import { settleEffect } from '../../../src/usecases/settle-effect.js';
import { timeOutConversation } from '../../../src/usecases/time-out-conversation.js';
import { aContact, TUESDAY_TEN } from '../../support/builders.js';
import { aService, effectOf, type Service, withEffect } from './harness.js';

describe('asking in writing', () => {
  let service: Service;
  let turns: Turn[];
  const receive = async (turn: Turn) => {
    turns.push(turn);
    return null;
  };
  beforeEach(async () => {
    service = await aService();
    turns = [];
  });

  it('enters the private chat as a turn under the job’s id', async () => {
    const to = aContact({ roomId: 'room-1' });
    const job = await withEffect(service, ask(to, 'follow-up', { attempt: 1 }));
    expect(await askPrompt({ ...service.deps, receive }, job)).toBe('done');
    expect(turns).toEqual([
      {
        id: `${job.effectId}-a0`,
        conversation: 'wechat-wx-res-1',
        channel: 'wechat',
        at: TUESDAY_TEN,
        from: { wechatId: 'wx-res-1', phone: '+8613800000001', name: '陈女士' },
        input: { kind: 'prompt', prompt: 'follow-up', ticketId: 'W-1001', attempt: 1 },
      },
    ]);
    expect((await effectOf(service, job)).status).toBe('done');
  });

  it('goes to the SMS thread by that route', async () => {
    const job = await withEffect(service, ask(aContact(), 'survey', { routes: ['sms'] }));
    await askPrompt({ ...service.deps, receive }, job);
    expect(turns).toMatchObject([
      { conversation: 'sms-+8613800000001', channel: 'sms', from: { phone: '+8613800000001' } },
    ]);
  });

  it('is skipped where the ticket has moved on', async () => {
    const job = await withEffect(service, ask(aContact(), 'confirm', { onlyWhile: { states: ['submitted'] } }));
    expect(await askPrompt({ ...service.deps, receive }, job)).toBe('skipped');
    expect(turns).toEqual([]);
    expect((await effectOf(service, job)).status).toBe('skipped');
  });

  it('uses the same turn id when a crash came before the mark', async () => {
    const job = await withEffect(service, ask(aContact(), 'survey'));
    const crash = () => {
      throw new Error('killed');
    };
    await expect(askPrompt({ ...service.deps, receive, fault: crash }, job)).rejects.toThrow('killed');
    await askPrompt({ ...service.deps, receive }, job);
    expect(new Set(turns.map(({ id }) => id)).size).toBe(1);
  });

  it('fails for good where the person has no such address', async () => {
    const job = await withEffect(service, ask(aContact({ wechatId: undefined }), 'survey', { routes: ['wechat'] }));
    await expect(askPrompt({ ...service.deps, receive }, job)).rejects.toMatchObject({ code: 'UNDELIVERABLE' });
  });
});

describe('a conversation nobody answers', () => {
  it('hears of its time-out as a turn, once', async () => {
    const service = await aService();
    const turns: Turn[] = [];
    const receive = async (turn: Turn) => {
      turns.push(turn);
      return null;
    };
    const id = 'wechat-wx-res-1';
    const effects = numberEffects(id, 1, [{ work: { kind: 'timeout', turnId: 'turn-7' } }], TUESDAY_TEN);
    const chat = { channel: 'wechat' as const, from: { wechatId: 'wx-res-1' }, locale: 'zh-CN' as const };
    const empty = { flows: [], handled: [], transcript: [], updatedAt: TUESDAY_TEN };
    await service.deps.conversations.save({ id, version: 1, ...chat, ...empty, effects }, 0, effects);
    const job = { owner: 'conversation' as const, ownerId: id, effectId: effects[0]?.id ?? '', attempt: 0 };
    expect(await timeOutConversation({ ...service.deps, receive }, job)).toBe('done');
    expect(await timeOutConversation({ ...service.deps, receive }, job)).toBe('skipped');
    expect(turns).toMatchObject([{ conversation: id, input: { kind: 'timeout', turnId: 'turn-7' } }]);
  });
});

describe('work for the service itself', () => {
  it.each(['done', 'skipped'] as const)('marks its effect %s where the work did not', async (result) => {
    const service = await aService();
    const job = await withEffect(service, { work: { kind: 'dispatch' } });
    expect(await settleEffect(service.deps, job, async () => result)).toBe(result);
    expect((await effectOf(service, job)).status).toBe(result);
  });

  it('is not done again once it is finished', async () => {
    const service = await aService();
    const job = await withEffect(service, { work: { kind: 'dispatch' } });
    let runs = 0;
    const work = async () => {
      runs += 1;
      return 'done' as const;
    };
    await settleEffect(service.deps, job, work);
    expect(await settleEffect(service.deps, job, work)).toBe('skipped');
    expect(runs).toBe(1);
  });
});
