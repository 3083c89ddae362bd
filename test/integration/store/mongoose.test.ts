import { MongoClient } from 'mongodb';
import { openStores, type Stores } from '../../../src/store/index.js';
import { quietLog } from '../../support/builders.js';
import { startTestMongo, type TestMongo } from '../../support/mongo.js';
import { storeContract } from './contract.js';
import { anEffect, aTurn, at, change, sample } from './samples.js';

let mongo: TestMongo;
let client: MongoClient;
let stores: Stores;
let elsewhere: Stores;

beforeAll(async () => {
  mongo = await startTestMongo();
  client = await new MongoClient(mongo.uri).connect();
  // As two processes that start at the same moment on an empty database.
  [stores, elsewhere] = await Promise.all([open(), open()]);
});
afterAll(async () => {
  await Promise.all([stores, elsewhere].map((opened) => opened?.close()));
  await client?.close();
  await mongo?.close();
});

const open = () => openStores({ uri: mongo.uri, log: quietLog });

/** Between processes the order is only as fine as their clocks. */
async function nextMillisecond(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await new Promise(setImmediate);
}

const collection = (name: string) => client.db().collection<{ _id: string; [field: string]: unknown }>(name);

async function empty(): Promise<Stores> {
  for (const each of await client.db().collections()) await each.deleteMany({});
  return stores;
}

describe('stores in MongoDB', () => {
  storeContract(empty);
});

describe('two processes on one database', () => {
  beforeEach(empty);

  it('never give the same ticket number', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? stores : elsewhere).tickets.nextId()));
    expect(new Set(ids).size).toBe(40);
  });

  it('agree on the order in which turns arrived', async () => {
    const ids = ['t-5', 't-1', 't-4', 't-2', 't-3'];
    for (const [i, id] of ids.entries()) {
      await (i % 2 ? stores : elsewhere).inbox.put(aTurn(id, { at: at(-i) }));
      await nextMillisecond();
    }
    const order: string[] = [];
    for (let i = 0; i < ids.length; i++) {
      const turn = await (i % 3 ? stores : elsewhere).inbox.next('wechat-wx-1');
      order.push(turn!.id);
      await elsewhere.inbox.markHandled(turn!.id, null, at(0));
    }
    expect(order).toEqual(ids);
  });

  it('have one winner when both change a ticket', async () => {
    const before = sample('W-1');
    await stores.tickets.insert(before);
    const saved = await Promise.all([
      stores.tickets.save(change(before, { priority: 1 })),
      elsewhere.tickets.save(change(before, { priority: 2 })),
    ]);
    expect(saved.toSorted()).toEqual([false, true]);
    expect((await stores.tickets.get('W-1'))?.priority).toBe(saved[0] ? 1 : 2);
  });

  it('have one holder of a lease', async () => {
    expect(await stores.inbox.acquire('c', 'one', 60_000)).toBe(true);
    expect(await elsewhere.inbox.acquire('c', 'two', 60_000)).toBe(false);
  });
});

describe('documents', () => {
  beforeEach(empty);

  it('carry the id as _id and nothing that was not given', async () => {
    await stores.tickets.insert(sample('W-1', { effects: [anEffect('W-1-1-0')] }));
    const { id, ...rest } = sample('W-1', { effects: [anEffect('W-1-1-0')] });
    expect(await collection('tickets').findOne({ _id: 'W-1' })).toStrictEqual({ _id: id, ...rest });
  });

  it('with a field that the schema does not know are refused, not cut', async () => {
    const odd = { ...sample('W-1'), colour: 'red' };
    await expect(stores.tickets.insert(odd)).rejects.toThrow(/colour/);
  });

  it('from before a field had a default get the default', async () => {
    await stores.tickets.insert(sample('W-1'));
    await collection('tickets').updateOne({ _id: 'W-1' }, { $unset: { 'resident.locale': '' } });
    expect((await stores.tickets.get('W-1'))?.resident.locale).toBe('zh-CN');
  });

  it('that are broken are not handed on', async () => {
    await stores.tickets.insert(sample('W-1'));
    await collection('tickets').updateOne({ _id: 'W-1' }, { $set: { state: 'lost' } });
    await expect(stores.tickets.get('W-1')).rejects.toThrow();
  });

  it('of buried turns name the error', async () => {
    await stores.inbox.put(aTurn('t-1'));
    await stores.inbox.bury('t-1', 'it always fails', at(1));
    expect(await collection('turns').findOne({ _id: 't-1' })).toMatchObject({ error: 'it always fails' });
  });
});

describe('indexes', () => {
  const indexesOf = async (name: string) =>
    (await collection(name).indexes()).map(({ key, unique, expireAfterSeconds }) => ({
      on: Object.keys(key).join(),
      ...(unique && { unique }),
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    }));

  it('are there as soon as the stores are open', async () => {
    expect(await indexesOf('tickets')).toEqual(
      expect.arrayContaining([
        { on: 'origin', unique: true },
        { on: 'createdAt,_id' },
        { on: 'projectId,state,createdAt,_id' },
        { on: 'effects.status,createdAt,_id' },
      ]),
    );
    expect(await indexesOf('staff')).toEqual(expect.arrayContaining([{ on: 'invitationCode', unique: true }]));
    expect(await indexesOf('turns')).toEqual(expect.arrayContaining([{ on: 'conversation,arrival' }, { on: 'at' }]));
    expect(await indexesOf('sessions')).toEqual(expect.arrayContaining([{ on: 'expiresAt', expireAfterSeconds: 0 }]));
  });

  it('do not hold handled turns to be forgotten before they are handled', async () => {
    const ttl = (await collection('turns').indexes()).find(({ expireAfterSeconds }) => expireAfterSeconds);
    expect(ttl).toMatchObject({ key: { receivedAt: 1 }, partialFilterExpression: { handledAt: { $exists: true } } });
  });
});

describe('a connection', () => {
  it('that cannot be made fails, naming no password', async () => {
    const uri = 'mongodb://user:secret@127.0.0.1:1/none';
    const failure: unknown = await openStores({ uri, log: quietLog, waitMs: 50 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain('secret');
  });

  it('that is closed answers no ping', async () => {
    const closed = await open();
    await closed.close();
    await expect(closed.ping()).rejects.toThrow();
  });
});
