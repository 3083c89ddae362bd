import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FAULT_POINTS } from '../../../queues/fault-points.js';
import { openStores, type Stores } from '../../../src/store/index.js';
import { quietLog } from '../../support/builders.js';
import { startTestMongo, type TestMongo } from '../../support/mongo.js';
import { startTestRedis, type TestRedis } from '../../support/redis.js';
import type { Orders } from './child.js';
import { startOutside } from './outside.js';
import { deliveryOf, endOf, technicianChatOf, ticketsOf } from './settled.js';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Step {
  name: string;
  isKilled: boolean;
  fault?: Orders['fault'];
  /** Killed by the provider after so many messages. */
  messages?: number;
}

/** Processes that die one after the other on what the dead ones before left behind; every few, one lives and brings all to its end. */
function steps(): Step[] {
  const deaths: Step[] = [
    ...FAULT_POINTS.map((point) => ({ name: `dies at ${point}`, isKilled: true, fault: { point, hit: 1 } })),
    ...[1, 3, 5].map((messages) => ({
      name: `dies while message ${messages} is at the provider`,
      isKilled: true,
      messages,
    })),
  ];
  const recovery: Step = { name: 'recovers', isKilled: false };
  return deaths.flatMap((death, n) => (n % 5 === 4 || n === deaths.length - 1 ? [death, recovery] : [death]));
}

describe('a process that is killed between any two steps', () => {
  let mongo: TestMongo;
  let redis: TestRedis;
  let stores: Stores;
  let outside: Awaited<ReturnType<typeof startOutside>>;
  const startedAt = Date.now();
  const children = new Set<ChildProcess>();
  /** Runs that were begun and have not been seen to end. */
  const unfinished: string[] = [];
  const finished: string[] = [];

  beforeAll(async () => {
    [mongo, redis, outside] = await Promise.all([startTestMongo(), startTestRedis(), startOutside()]);
    stores = await openStores({ uri: mongo.uri, log: quietLog });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await stores.close();
    await Promise.all([mongo.close(), redis.close(), outside.close()]);
  });

  /** Starts the service with a new run beside those that earlier crashes left unfinished, and waits for its end. */
  async function play(fault?: Orders['fault']): Promise<{ isKilled: boolean; hits: string[] }> {
    unfinished.push(`r${finished.length + unfinished.length}`);
    const orders: Orders = {
      mongoUri: mongo.uri,
      redisUrl: redis.url,
      outsideUrl: outside.url,
      startedAt,
      runs: unfinished,
      ...(fault && { fault }),
    };
    const args = ['--import', here('typescript-loader.mjs'), here('child.ts'), JSON.stringify(orders)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const [code, signal] = await once(child, 'close');
    children.delete(child);
    if (signal === 'SIGKILL') return { isKilled: true, hits: [] };
    if (code !== 0) throw new Error(`the service failed with ${code}`);
    finished.push(...unfinished.splice(0));
    return { isKilled: false, hits: JSON.parse(output) as string[] };
  }

  it('passes every fault point, and no unlisted one, on an ordinary day', async () => {
    const { hits } = await play();
    expect(hits.toSorted()).toEqual([...FAULT_POINTS].toSorted());
  });

  it.each(steps())(
    '$name',
    async ({ fault, messages, isKilled }) => {
      if (messages) outside.killSenderAfter(messages);
      expect(await play(fault)).toMatchObject({ isKilled });
    },
    120_000,
  );

  it('ends every ticket as on the ordinary day', async () => {
    expect(unfinished).toEqual([]);
    const [ordinary, ...others] = await Promise.all(
      finished.map(async (run) => (await ticketsOf(stores, run)).map((ticket) => endOf(ticket, run))),
    );
    expect(others).toHaveLength(steps().length);
    for (const other of others) expect(other).toEqual(ordinary);
  });

  it('has let the same SMS and calls through as on the ordinary day, none of them twice', async () => {
    const [ordinary, ...others] = await Promise.all(
      finished.map(async (run) => {
        const tickets = await ticketsOf(stores, run);
        return outside.taken
          .filter(({ route }) => route !== 'wechat')
          .flatMap(({ effectId, route }) => tickets.map((ticket) => deliveryOf(ticket, effectId, route, run)))
          .filter((delivery) => delivery !== undefined)
          .toSorted();
      }),
    );
    expect(ordinary).toHaveLength(7);
    for (const other of others) expect(other).toEqual(ordinary);
  });

  it('has let every WeChat message through once, or perhaps not where it says so', async () => {
    const owners = await Promise.all(
      finished.map(async (run) => [...(await ticketsOf(stores, run)), await technicianChatOf(stores, run)]),
    );
    const sent = owners
      .flat()
      .flatMap(({ effects }) => effects)
      .filter(
        ({ work, routes, status }) =>
          'to' in work && work.kind !== 'prompt' && routes[0] === 'wechat' && status === 'done',
      );
    expect(sent.length).toBeGreaterThan(finished.length * 4);
    for (const { id, outcome } of sent) {
      const times = outside.taken.filter(({ effectId }) => effectId === id).length;
      expect([id, times]).toEqual([id, outcome === 'uncertain' ? Math.min(times, 1) : 1]);
    }
  });
});
