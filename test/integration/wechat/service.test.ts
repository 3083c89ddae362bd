import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PuppetServer } from 'wechaty-puppet-service';
import { createPuppet, startWechatBot, type WechatBot, type WechatDeps } from '../../../bots/wechat/index.js';
import { freePort } from '../../../src/demo/free-port.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { createWechatNetwork, type WechatNetwork } from '../../../src/simulators/wechat/index.js';
import { aContact, quietLog } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryMedia } from '../../support/memory-small-stores.js';
import { until } from '../../support/until.js';
import { RESIDENT } from './chat.js';

const token = `insecure_${randomUUID()}`;
const watch = { askEvery: 200, silence: 5_000, waits: [50, 100] as const };
const ref = { owner: 'ticket' as const, ownerId: 'W-1001', effectId: 'W-1001-2-0' };
const message = { ref, to: aContact({ wechatId: RESIDENT.id }), text: '您好', media: [] };

/** A WeChat network behind a real puppet service, over gRPC with TLS, as an operator of one would run it. */
describe('over a puppet service', () => {
  let endpoint: string;
  let network: WechatNetwork;
  let server: PuppetServer | undefined;
  let bot: WechatBot | undefined;
  let turns: Turn[];
  let warnings: string[];
  const media = memoryMedia();

  beforeEach(async () => {
    endpoint = `127.0.0.1:${await freePort()}`;
    turns = [];
    warnings = [];
    network = createWechatNetwork({ people: async () => [RESIDENT], clock: fakeClock(), log: quietLog });
    network.join(RESIDENT);
  });
  afterEach(async () => {
    await bot?.close();
    await server?.stop();
    bot = undefined;
    server = undefined;
    network.close();
  });

  async function serve() {
    server = new PuppetServer({ endpoint, token, puppet: network.puppet });
    await server.start();
  }
  async function begin(over: Partial<WechatDeps> = {}) {
    bot = await startWechatBot({
      puppet: createPuppet({ puppet: 'service', endpoint, token }),
      receive: async (turn) => {
        turns.push(turn);
        return null;
      },
      media,
      transcribe: network.transcribe,
      clock: fakeClock(),
      log: { ...quietLog, warn: (_, text) => void warnings.push(text) },
      watch,
      ...over,
    });
    return bot;
  }
  const isBack = () => until('logged in', () => bot?.isLoggedIn() ?? false);
  const say = (text: string) => network.say({ from: RESIDENT.id }, text);
  const texts = () => turns.map(({ input }) => input.kind === 'text' && input.text);

  it('hears words and clips, and answers', async () => {
    await serve();
    await begin();
    await isBack();
    await say('马桶堵了');
    await network.sendClip({ from: RESIDENT.id }, '厨房也漏水');
    await until('two turns', () => turns.length === 2);
    expect(turns.map(({ input }) => 'text' in input && input.text)).toEqual(['马桶堵了', '厨房也漏水']);
    const picture = { contentType: 'image/png', name: 'map.png', data: Buffer.from('89504e47', 'hex') };
    expect(await bot!.messenger.send({ ...message, media: [picture] })).toMatchObject({ status: 'sent' });
    expect(
      network
        .messages()
        .slice(2)
        .map(({ kind }) => kind),
    ).toEqual(['text', 'image']);
    expect(await bot!.messenger.send({ ...message, to: aContact({ wechatId: 'wx-nobody' }) })).toEqual({
      status: 'refused',
      reason: 'no such contact',
    });
  });

  it('leaves nothing in the home folder', async () => {
    await serve();
    await begin();
    await isBack();
    expect(existsSync(join(homedir(), '.wechaty', 'wechaty-puppet-service', token))).toBe(false);
  });

  it('comes up though the service starts later', async () => {
    await begin();
    expect(bot!.isLoggedIn()).toBe(false);
    await expect(bot!.messenger.send(message)).rejects.toMatchObject({ isNotSent: true });
    await until('it has tried in vain', () => warnings.length >= 1);
    await serve();
    await isBack();
    await say('在吗');
    await until('heard', () => texts().includes('在吗'));
  });

  it('is back by itself after the service was ended and started again', async () => {
    await serve();
    await begin();
    await isBack();
    await server!.stop();
    await until('noticed', () => bot!.isLoggedIn() === false);
    await serve();
    await isBack();
    await say('回来了吗');
    await until('heard', () => texts().includes('回来了吗'));
    expect(await bot!.messenger.send(message)).toMatchObject({ status: 'sent' });
    expect(texts()).toEqual(['回来了吗']);
  });

  it('replaces a connection that stands but says nothing', async () => {
    const { puppet } = network;
    Object.assign(puppet, { ding: () => {} });
    await serve();
    await begin({ watch: { askEvery: 50, silence: 300, waits: [50] } });
    await isBack();
    await until('it was replaced', () => warnings.length >= 1);
    Object.assign(puppet, { ding: () => puppet.emit('dong', { data: '' }) });
    // The connection at hand may have been given up already; what is said into it is lost.
    await until('heard', async () => {
      await say('听得到吗');
      return texts().includes('听得到吗');
    });
  });
});

it('there is no simulated WeChat without simulators', () => {
  expect(() => createPuppet({ puppet: 'mock' })).toThrow('simulators');
});
