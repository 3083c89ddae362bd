import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { PuppetServer } from 'wechaty-puppet-service';
import { freePort } from '../../../src/demo/free-port.js';
import { createTelephoneNetwork } from '../../../src/simulators/phone/network.js';
import { createWechatNetwork } from '../../../src/simulators/wechat/index.js';
import { openStores, type Stores } from '../../../src/store/index.js';
import { seedDemo } from '../../../src/usecases/seed.js';
import { DEMO_STAFF } from '../../../src/usecases/seed-data.js';
import { quietLog } from '../../support/builders.js';
import { type Program, startProgram } from '../../support/e2e-process.js';
import { leaveClockAt, tuesdayTen } from '../../support/e2e-time.js';
import { startTestMongo } from '../../support/mongo.js';
import { startTestRedis } from '../../support/redis.js';

/** People's WeChat accounts beside the seed's: enough for twenty reports at once. */
export const REPORTERS = Array.from({ length: 20 }, (_, n) => ({ id: `wx-reporter-${n}`, name: `住户${n}` }));
const HOTLINE = '+861080000001';

/**
 * A site as it is run in production: each role in processes of its own, on one database and one Redis; a telephone provider and a
 * WeChat puppet service outside.
 */
export async function openSite() {
  const closers: (() => Promise<unknown>)[] = [];
  const closing = (close: () => Promise<unknown>) => void closers.unshift(close);
  const [mongo, redis] = await Promise.all([startTestMongo(), startTestRedis()]);
  closing(() => Promise.all([mongo.close(), redis.close()]));
  const stores = await openStores({ uri: mongo.uri, log: quietLog });
  closing(() => stores.close());
  const clock = await leaveClockAt(stores.settings, tuesdayTen());
  await seedDemo(stores);

  const [webPort, otherWebPort, puppetPort, spare] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const account = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  const webs = [webPort, otherWebPort].map((port) => `http://127.0.0.1:${port}`);
  const publicUrl = webs[0]!;
  const provider = express();
  const server = createServer(provider).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let calls = 0;
  const phone = createTelephoneNetwork({
    ...account,
    hotline: HOTLINE,
    log: quietLog,
    publicUrl,
    // A load balancer: both webs take their share of the webhooks, signed for the public address.
    deliverTo: () => webs[calls++ % webs.length]!,
    apiUrl,
    webhooks: { status: '/webhooks/twilio/voice/status' },
    clock,
  });
  provider.use(phone.api);
  closing(async () => {
    phone.close();
    server.closeAllConnections();
    server.close();
  });

  const known = DEMO_STAFF.flatMap(({ wechatId, name, role }) => (wechatId ? [{ id: wechatId, name, role }] : []));
  const people = [...known, ...REPORTERS];
  const wechat = createWechatNetwork({ people: async () => people, clock, log: quietLog });
  for (const person of people) wechat.join(person);
  const token = `insecure_${randomUUID()}`;
  const puppets = new PuppetServer({ endpoint: `127.0.0.1:${puppetPort}`, token, puppet: wechat.puppet });
  await puppets.start();
  closing(async () => {
    await puppets.stop();
    wechat.close();
  });

  const common = {
    MONGODB_URI: mongo.uri,
    REDIS_URL: redis.url,
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_PHONE_NUMBER: HOTLINE,
    TWILIO_API_BASE_URL: apiUrl,
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${puppetPort}`,
    WECHATY_PUPPET_SERVICE_TOKEN: token,
  };
  const start = (ROLE: string, port: number): Program => {
    const program = startProgram({ ...common, ROLE, PORT: String(port) });
    closing(() => program.end('SIGKILL'));
    return program;
  };
  const programs = {
    webs: [start('web', webPort), start('web', otherWebPort)],
    workers: [start('worker', spare), start('worker', spare)] as [Program, Program],
    bot: start('bot', spare),
    scheduler: start('scheduler', spare),
  };
  const all = [...programs.webs, ...programs.workers, programs.bot, programs.scheduler];
  const site = {
    stores: stores as Stores,
    networks: { phone, wechat },
    webs,
    programs,
    output: () => all.map((program) => program.output()).join('\n'),
    async close() {
      for (const close of closers) await close();
    },
  };
  try {
    await Promise.all(all.map((program) => program.ready()));
    return site;
  } catch (error) {
    await site.close();
    throw error;
  }
}

export type Site = Awaited<ReturnType<typeof openSite>>;
