import { Redis } from 'ioredis';
import { startTestRedis, type TestRedis } from '../../support/redis.js';

const given = process.env.TEST_REDIS_URL;
const open: TestRedis[] = [];
const clients: Redis[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const redis of open.splice(0).reverse()) await redis.close();
  if (given === undefined) delete process.env.TEST_REDIS_URL;
  else process.env.TEST_REDIS_URL = given;
});

async function start(): Promise<TestRedis> {
  const redis = await startTestRedis();
  open.push(redis);
  return redis;
}

function client({ url }: TestRedis): Redis {
  const redis = new Redis(url);
  clients.push(redis);
  return redis;
}

describe('a Redis for tests', () => {
  it('is one of its own where none is named', async () => {
    delete process.env.TEST_REDIS_URL;
    const [one, two] = [client(await start()), client(await start())];
    await one.set('key', '1');
    expect(await two.get('key')).toBeNull();
  });

  it('is an empty database of the named one, given to nobody else until it is closed', async () => {
    delete process.env.TEST_REDIS_URL;
    process.env.TEST_REDIS_URL = (await start()).url;
    const first = await start();
    const second = await start();
    expect(second.url).not.toBe(first.url);
    await client(first).set('key', '1');
    expect(await client(second).dbsize()).toBe(0);
    await open.splice(open.indexOf(first), 1)[0]!.close();
    const again = await start();
    expect(again.url).toBe(first.url);
    expect(await client(again).dbsize()).toBe(0);
  });
});
