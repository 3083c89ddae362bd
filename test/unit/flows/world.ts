import { type Conversations, createConversations } from '../../../bots/dialog/handle-turn.js';
import { renderReply } from '../../../bots/texts/index.js';
import type { Turn } from '../../../src/domain/conversation.js';
import type { PromptName } from '../../../src/domain/effects.js';
import type { Reply } from '../../../src/domain/reply.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import type { Stores } from '../../../src/store/stores.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { dispatchTicket } from '../../../src/usecases/dispatch-ticket.js';
import { aDispatcher, aProject, aStaff, quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { type FakeClock, fakeClock } from '../../support/fake-clock.js';
import { memoryStores } from '../../support/memory-stores.js';

/** Who speaks in a transcript, and over which line. */
export const SPEAKERS = {
  住户: { channel: 'wechat', from: { wechatId: 'wx-res-1', name: '陈' } },
  新人: { channel: 'wechat', from: { wechatId: 'wx-new', name: '新邻居' } },
  群里: { channel: 'wechat', from: { wechatId: 'wx-res-1', roomId: 'room-1', name: '陈' } },
  短信: { channel: 'sms', from: { phone: '+8613800000001' } },
  电话: { channel: 'phone', from: { phone: '+8613800000001' } },
  陌生电话: { channel: 'phone', from: { phone: '+8613800000077' } },
  师傅: { channel: 'wechat', from: { wechatId: 'wx-tech-1' } },
  师傅电话: { channel: 'phone', from: { phone: '+8613800001001' } },
  李师傅: { channel: 'wechat', from: { wechatId: 'wx-tech-2' } },
  客服: { channel: 'wechat', from: { wechatId: 'wx-disp-1' } },
  值班电话: { channel: 'phone', from: { phone: '+8613800009999' } },
} as const satisfies Record<string, Pick<Turn, 'channel' | 'from'>>;
export type Speaker = keyof typeof SPEAKERS;

const conversationOf = (speaker: Speaker): string => {
  const { channel, from } = SPEAKERS[speaker] as Pick<Turn, 'channel' | 'from'>;
  if (channel === 'phone') return `call-${from.phone?.slice(1)}`;
  if (channel === 'sms') return `sms-${from.phone}`;
  return from.roomId ? `wechat-${from.roomId}-${from.wechatId}` : `wechat-${from.wechatId}`;
};

export interface World {
  stores: Stores;
  clock: FakeClock;
  conversations: Conversations;
  /** Hands a turn in and gives its reply. */
  turn(speaker: Speaker, input: Turn['input'], id?: string): Promise<Reply | null>;
  /** The reply in the words of its channel and language. */
  read(speaker: Speaker, reply: Reply | null): Promise<string>;
  /** Lets time pass; time-outs that fall due enter their conversation. Gives the replies. */
  wait(speaker: Speaker, minutes: number): Promise<(Reply | null)[]>;
  prompt(speaker: Speaker, prompt: PromptName, ticketId: string): Promise<Reply | null>;
  /** Finds a technician for the ticket, as the queue would. */
  dispatch(ticketId: string): Promise<void>;
  /** The technician who holds the ticket completes it. */
  complete(ticketId: string): Promise<void>;
  ticket(id: string): Promise<Ticket>;
  tickets(): Promise<Ticket[]>;
  /** Keys of what the desk was told. */
  deskNotices(speaker: Speaker): Promise<string[]>;
  conversationOf(speaker: Speaker): string;
}

/** Two projects, a known resident, two technicians and a dispatcher, in memory. */
export async function aWorld(stores: Stores = memoryStores()): Promise<World> {
  const clock = fakeClock(TUESDAY_TEN);
  const deps = { ...stores, clock, log: quietLog, relay: { kick: async () => undefined }, fault: () => undefined };
  await settle(stores);
  const conversations = createConversations({ ...deps, pause: async () => undefined });
  let n = 0;

  const world: World = {
    stores,
    clock,
    conversations,
    conversationOf,
    async turn(speaker, input, id = `t${++n}`) {
      clock.advance(0.1);
      const { channel, from } = SPEAKERS[speaker];
      return conversations.receive({
        id,
        conversation: conversationOf(speaker),
        channel,
        at: clock.now(),
        from,
        input,
      });
    },
    async read(speaker, reply) {
      if (!reply) return '';
      const conversation = await stores.conversations.get(conversationOf(speaker));
      return renderReply(reply, conversation?.locale ?? 'zh-CN', SPEAKERS[speaker].channel);
    },
    async wait(speaker, minutes) {
      const until = new Date(clock.now().getTime() + minutes * 60_000);
      const replies: (Reply | null)[] = [];
      for (;;) {
        const conversation = await stores.conversations.get(conversationOf(speaker));
        const due = conversation?.effects.find(
          ({ work, dueAt, status }) => work.kind === 'timeout' && status === 'pending' && dueAt && dueAt <= until,
        );
        if (!conversation || due?.work.kind !== 'timeout' || !due.dueAt) break;
        if (due.dueAt > clock.now()) clock.set(due.dueAt);
        const input = { kind: 'timeout' as const, turnId: due.work.turnId };
        replies.push(await world.turn(speaker, input, `${due.id}-a0`));
        const ref = { owner: 'conversation' as const, ownerId: conversation.id, effectId: due.id };
        await stores.effects.updateEffect(ref, { from: ['pending'] }, { status: 'done' });
      }
      clock.set(until);
      return replies;
    },
    prompt: (speaker, prompt, ticketId) =>
      world.turn(speaker, { kind: 'prompt', prompt, ticketId, attempt: 0 }, `prompt-${prompt}-${ticketId}-${++n}`),
    async dispatch(ticketId) {
      await dispatchTicket(deps, { ticketId, key: `dispatch-${++n}` });
    },
    async complete(ticketId) {
      const { assigneeId } = await world.ticket(ticketId);
      const actor = { role: 'technician' as const, id: assigneeId ?? 'tech-1' };
      await actOnTicket(deps, { ticketId, action: 'complete', input: {}, actor, key: `complete-${++n}` });
    },
    async ticket(id) {
      const ticket = await stores.tickets.get(id);
      if (!ticket) throw new Error(`there is no ticket ${id}`);
      return ticket;
    },
    tickets: async () => (await stores.tickets.list({}, { limit: 50 })).tickets.toReversed(),
    async deskNotices(speaker) {
      const conversation = await stores.conversations.get(conversationOf(speaker));
      return (conversation?.effects ?? []).flatMap(({ work }) => (work.kind === 'message' ? [work.text.key] : []));
    },
  };
  return world;
}

async function settle({ people }: Stores): Promise<void> {
  await people.saveProject(aProject());
  await people.saveProject(
    aProject({ id: 'tower', name: '云和大厦', nameEn: 'Yunhe Tower', buildings: ['A座'], hotlines: ['+861060000001'] }),
  );
  await people.saveStaff(aStaff());
  await people.saveStaff(aStaff({ id: 'tech-2', name: '李强', phone: '+8613800001002', wechatId: 'wx-tech-2' }));
  const { wechatId: _, ...unbound } = aStaff({
    id: 'tech-3',
    name: '赵勇',
    phone: '+8613800001003',
    invitationCode: 'SM-AB12CD',
    isActive: true,
    skills: [],
  });
  await people.saveStaff(unbound);
  await people.saveStaff(aDispatcher());
  await people.saveResident({
    id: 'res-1',
    name: '陈女士',
    phones: ['+8613800000001'],
    wechatIds: ['wx-res-1'],
    projectId: 'garden',
    home: { building: '3', unit: '2', room: '502' },
    locale: 'zh-CN',
  });
}
