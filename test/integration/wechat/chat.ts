import type { payloads } from 'wechaty-puppet';
import type { PuppetMock } from 'wechaty-puppet-mock';
import { startWechatBot, type WechatDeps } from '../../../bots/wechat/index.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { createWechatNetwork, type Person } from '../../../src/simulators/wechat/index.js';
import { quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryMedia } from '../../support/memory-small-stores.js';
import { until } from '../../support/until.js';

export const RESIDENT: Person = { id: 'wx-resident-01', name: '何女士' };
export const TECHNICIAN: Person = { id: 'wx-technician-01', name: '王师傅' };
export const GROUP = 'wx-group-garden@chatroom';
export const ACCOUNT = 'wx-shangmen';

/** The simulated WeChat with our bot in it, whose turns end in a list. */
export async function openChat(over: Partial<WechatDeps> = {}, people: Person[] = [RESIDENT, TECHNICIAN]) {
  const clock = fakeClock(TUESDAY_TEN);
  const network = createWechatNetwork({ people: async () => people, clock, log: quietLog });
  const turns: Turn[] = [];
  const media = memoryMedia();
  const bot = await startWechatBot({
    puppet: network.puppet,
    receive: async (turn) => {
      turns.push(turn);
      return null;
    },
    media,
    transcribe: network.transcribe,
    clock,
    log: quietLog,
    ...over,
  });
  await until('logged in', () => bot.isLoggedIn());
  for (const person of people) network.join(person);
  const { mocker } = network.puppet as PuppetMock;
  return {
    network,
    bot,
    turns,
    media,
    people,
    clock,
    /** What a person's phone or the group shows, the account's messages only. */
    received: (chat: string) =>
      network.messages().filter((message) => message.chat === chat && message.from === ACCOUNT),
    turn: (count = 1) => until(`${count} turns`, () => turns.length >= count && turns[count - 1]),
    /** A message as the puppet hands it over, for kinds that the page does not send. */
    arrive(payload: Partial<payloads.Message> & { id: string }) {
      const whole = { talkerId: RESIDENT.id, listenerId: ACCOUNT, timestamp: Date.now(), text: '', ...payload };
      mocker.MessageMock.create(whole as payloads.Message);
      network.puppet.emit('message', { messageId: payload.id });
    },
    mocker,
    async close() {
      await bot.close();
      network.close();
    },
  };
}

export type Chat = Awaited<ReturnType<typeof openChat>>;
