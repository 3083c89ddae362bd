import { type ConversationDeps, createConversations } from '../../../bots/dialog/handle-turn.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { aWorld } from '../flows/world.js';

const CONVERSATION = 'wechat-wx-res-1';
const aTurn = (id: string, text: string): Turn => ({
  id,
  conversation: CONVERSATION,
  channel: 'wechat',
  at: TUESDAY_TEN,
  from: { wechatId: 'wx-res-1' },
  input: { kind: 'text', text, isSpeech: false },
});

async function setting(over: Partial<ConversationDeps> = {}) {
  const { stores } = await aWorld();
  const kicked: string[] = [];
  const deps: ConversationDeps = {
    ...stores,
    clock: fakeClock(),
    log: quietLog,
    relay: { kick: async (_owner, id) => void kicked.push(id) },
    fault: () => undefined,
    pause: async () => undefined,
    ...over,
  };
  const tickets = async () => (await stores.tickets.list({}, { limit: 50 })).tickets;
  const conversation = async () => (await stores.conversations.get(CONVERSATION))!;
  return { stores, deps, kicked, tickets, conversation, conversations: createConversations(deps) };
}

const REPORT = '3栋2单元502马桶堵了,明天下午三点来';
const keys = (reply: { say: { key: string }[] } | null) => reply?.say.map(({ key }) => key);

describe('receive', () => {
  it('answers, and saves the answer as an effect with its routes', async () => {
    const { conversations, conversation, kicked } = await setting();
    const reply = await conversations.receive(aTurn('t1', REPORT));
    expect(keys(reply)).toEqual(['report.confirm']);
    const { effects, version } = await conversation();
    expect(version).toBe(1);
    expect(effects[0]).toMatchObject({
      id: 'wechat-wx-res-1-1-0',
      status: 'pending',
      routes: ['wechat', 'sms'],
      work: { kind: 'reply', to: { personId: 'res-1', wechatId: 'wx-res-1', phone: '+8613800000001' }, reply },
    });
    expect(effects[1]).toMatchObject({
      work: { kind: 'timeout', turnId: 't1' },
      dueAt: new Date('2026-03-10T02:10:00Z'),
    });
    expect(kicked).toContain(CONVERSATION);
  });

  it('gives a redelivered turn the reply of the first time and changes nothing', async () => {
    const { conversations, conversation } = await setting();
    const first = await conversations.receive(aTurn('t1', REPORT));
    const before = await conversation();
    expect(await conversations.receive(aTurn('t1', REPORT))).toEqual(first);
    expect(await conversation()).toEqual(before);
  });

  it('handles the same turn once, though it comes several times at once', async () => {
    const { conversations, conversation } = await setting();
    const replies = await Promise.all([1, 2, 3, 4].map(() => conversations.receive(aTurn('t1', REPORT))));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await conversation()).version).toBe(1);
  });

  it('handles turns that come at once one after the other, in the order of their arrival', async () => {
    const { conversations, conversation, tickets } = await setting();
    const said = [REPORT, '不对,是503', '1', '查进度'];
    const replies = await Promise.all(said.map((text, n) => conversations.receive(aTurn(`t${n}`, text))));
    expect(replies.map(keys)).toEqual([['report.confirm'], ['report.confirm'], ['report.done'], ['status.confirmed']]);
    expect((await conversation()).handled.map(({ turnId }) => turnId)).toEqual(['t0', 't1', 't2', 't3']);
    expect(await tickets()).toHaveLength(1);
  });

  it('keeps the order over two processes', async () => {
    const { deps, conversation } = await setting();
    const two = [createConversations(deps), createConversations(deps)] as const;
    await Promise.all(
      [REPORT, '不对,是503', '1'].map((text, n) => two[n % 2 === 0 ? 0 : 1].receive(aTurn(`t${n}`, text))),
    );
    expect((await conversation()).handled.map(({ turnId }) => turnId)).toEqual(['t0', 't1', 't2']);
  });

  it('waits for a turn that another process handles, and gives up in the end', async () => {
    const { conversations, stores } = await setting();
    await stores.inbox.acquire(CONVERSATION, 'another process', 60_000);
    expect(await conversations.receive(aTurn('t1', REPORT))).toBeNull();
    await stores.inbox.release(CONVERSATION, 'another process');
    await conversations.drain(CONVERSATION);
    expect(keys((await stores.inbox.get('t1'))?.reply ?? null)).toEqual(['report.confirm']);
  });

  it('leaves other conversations alone', async () => {
    const { conversations, stores } = await setting();
    await stores.inbox.acquire('wechat-somebody', 'another process', 60_000);
    expect(keys(await conversations.receive(aTurn('t1', '谢谢')))).toEqual(['thanks.welcome']);
  });

  it('ignores the time-out of a question that was answered', async () => {
    const { conversations, conversation } = await setting();
    await conversations.receive(aTurn('t1', REPORT));
    await conversations.receive(aTurn('t2', '不对,是503'));
    const late: Turn = { ...aTurn('timeout-1', ''), input: { kind: 'timeout', turnId: 't1' } };
    expect(await conversations.receive(late)).toBeNull();
    expect((await conversation()).version).toBe(2);
  });

  it('puts the words of the report into the ticket', async () => {
    const { conversations, tickets } = await setting();
    await conversations.receive(aTurn('t0', '谢谢'));
    for (const [n, text] of [REPORT, '1'].entries()) {
      await conversations.receive({
        ...aTurn(`t${n + 1}`, text),
        at: new Date(TUESDAY_TEN.getTime() + (n + 1) * 1000),
      });
    }
    const [ticket] = await tickets();
    expect(ticket?.transcript.map(({ from, text }) => [from, text.split('\n')[0]])).toEqual([
      ['resident', REPORT],
      ['service', '跟您核对一下:'],
      ['resident', '1'],
    ]);
  });

  it('starts again politely where the flow has changed since', async () => {
    const { conversations, conversation, stores } = await setting();
    await conversations.receive(aTurn('t1', REPORT));
    const saved = await conversation();
    const flows = saved.flows.map((flow) => ({ ...flow, version: 99 }));
    await stores.conversations.save({ ...saved, flows, version: 2 }, 1, []);
    const reply = await conversations.receive(aTurn('t2', '1'));
    expect(keys(reply)).toEqual(['flow.outdated']);
  });
});

describe('a turn that fails', () => {
  const broken = (times: number) => {
    let left = times;
    return (name: string) => {
      if (name === 'turn.before-save' && left-- > 0) throw new Error('the database is away');
    };
  };

  it('is tried again', async () => {
    const { conversations, tickets } = await setting({ fault: broken(2) });
    expect(keys(await conversations.receive(aTurn('t1', REPORT)))).toEqual(['report.confirm']);
    expect(keys(await conversations.receive(aTurn('t2', '1')))).toEqual(['report.done']);
    expect(await tickets()).toHaveLength(1);
  });

  it('is put aside after three times: the person gets an apology, the desk is told, the next turn goes on', async () => {
    const { conversations, conversation, stores } = await setting({ fault: broken(3) });
    const reply = await conversations.receive(aTurn('t1', REPORT));
    expect(keys(reply)).toEqual(['sorry.broken']);
    const { effects } = await conversation();
    expect(effects.map(({ work }) => (work.kind === 'message' ? work.text.key : work.kind))).toEqual([
      'reply',
      'desk.human_wanted',
    ]);
    expect(await conversations.receive(aTurn('t1', REPORT))).toEqual(reply);
    expect((await stores.inbox.get('t1'))?.handledAt).toBeDefined();
    expect(keys(await conversations.receive(aTurn('t2', REPORT)))).toEqual(['report.confirm']);
  });

  it('still says what to do in danger', async () => {
    const { conversations } = await setting({ fault: broken(3) });
    expect(keys(await conversations.receive(aTurn('t1', '家里有很浓的煤气味')))).toEqual([
      'safety.gas',
      'sorry.broken',
    ]);
  });

  it('stays in the inbox where even that cannot be written', async () => {
    const { deps, stores } = await setting();
    const inbox = { ...stores.inbox, next: () => Promise.reject(new Error('no database')) };
    const { receive } = createConversations({ ...deps, inbox });
    await expect(receive(aTurn('t1', REPORT))).rejects.toThrow('no database');
    expect(await stores.inbox.next(CONVERSATION)).toMatchObject({ id: 't1' });
    expect(await stores.inbox.acquire(CONVERSATION, 'the next one', 1000)).toBe(true);
  });
});
