import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import helmet from 'helmet';
import { startWechatBot } from '../../../bots/wechat/index.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { createWechatNetwork } from '../../../src/simulators/wechat/index.js';
import { aContact, quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryMedia } from '../../support/memory-small-stores.js';
import { until } from '../../support/until.js';

const CHOICES = '请问是哪一类问题?\n1. 水管漏水\n2. 马桶堵了\n3. 没电';

/** What the application's `/simulators/people` tells. */
export const PEOPLE = [
  { name: '何女士', role: 'resident', phone: '+8613800000001', wechat: 'wx-resident-01' },
  { name: '马先生', role: 'resident', phone: '+8613800000002', wechat: 'wx-resident-02' },
  { name: '王师傅', role: 'technician', phone: '+8613800001001', wechat: 'wx-technician-01' },
  { name: '李师傅', role: 'technician', phone: '+8613800001002', invitationCode: 'SM-DEMO2002' },
  { name: '林客服', role: 'dispatcher', phone: '+8613800002001', wechat: 'wx-dispatcher' },
];

/**
 * The simulator's page as the application serves it, with a bot behind it that answers every turn: choices at first, then what it
 * heard. Nothing of the dialog is needed to see that the page and the channel work.
 */
export async function openStreet() {
  const clock = fakeClock(TUESDAY_TEN);
  const network = createWechatNetwork({
    people: async () => PEOPLE.flatMap(({ name, role, wechat }) => (wechat ? [{ id: wechat, name, role }] : [])),
    clock,
    log: quietLog,
  });
  const turns: Turn[] = [];
  const media = memoryMedia();
  const write = (to: Partial<Parameters<typeof aContact>[0]>, text: string) =>
    bot.messenger.send({
      ref: { owner: 'conversation', ownerId: 'c', effectId: `e-${text}` },
      to: aContact(to),
      text,
      media: [],
    });
  const bot = await startWechatBot({
    puppet: network.puppet,
    async receive(turn) {
      turns.push(turn);
      const { wechatId, roomId } = turn.from;
      const heard = 'text' in turn.input && turn.input.text ? turn.input.text : turn.input.kind;
      const isFirst = turns.filter(({ conversation }) => conversation === turn.conversation).length === 1;
      await write({ ...(wechatId && { wechatId }), ...(roomId && { roomId }) }, isFirst ? CHOICES : `收到:${heard}`);
      return null;
    },
    media,
    transcribe: network.transcribe,
    clock,
    log: quietLog,
  });
  await until('logged in', () => bot.isLoggedIn());

  let scale = 1;
  const app = express();
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'] },
      },
    }),
  );
  app.get('/simulators/people', (_, response) => void response.json({ people: PEOPLE }));
  app.get('/simulators/clock', (_, response) => void response.json({ scale, now: clock.now() }));
  app.post('/simulators/clock', express.json(), (request, response) => {
    scale = request.body.scale;
    response.json({ scale, now: clock.now() });
  });
  app.use('/simulators/wechat', network.page);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulators/wechat`,
    network,
    bot,
    turns,
    media,
    write,
    scale: () => scale,
    async close() {
      await bot.close();
      network.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Street = Awaited<ReturnType<typeof openStreet>>;
