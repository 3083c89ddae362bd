import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON, type Collection, type Db, MongoClient, ObjectId } from 'mongodb';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../../src/embedded/mongo/index.js';
import { crc32c } from '../../../src/embedded/mongo/wire/crc32c.js';

/** What only the embedded server must show: plans, expiry by its clock, its wire protocol, its log line. */
describe('the embedded server', () => {
  let dataDir: string;
  let server: EmbeddedMongo;
  let client: MongoClient;
  let db: Db;
  let now = new Date('2026-11-23T00:00:00Z');
  const logged: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shangmen-server-'));
    server = await startEmbeddedMongo({ dataDir, now: () => now, log: (message) => logged.push(message) });
    client = await new MongoClient(server.uri).connect();
    db = client.db('server');
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  interface Stage {
    stage: string;
    indexName?: string;
    inputStage?: Stage;
  }

  async function planOf(rows: Collection, filter: object, sort: Record<string, 1 | -1> = {}): Promise<Stage> {
    const answer = await rows.find(filter).sort(sort).explain();
    return answer.queryPlanner.winningPlan as Stage;
  }

  it('says at start what it is meant for', () => {
    expect(logged[0]).toMatch(/development, tests and small single-machine sites/);
  });

  describe('plans', () => {
    let rows: Collection;
    beforeAll(async () => {
      rows = db.collection('plans');
      await rows.insertMany(
        Array.from({ length: 60 }, (_, i) => ({
          _id: i as never,
          state: `s${i % 4}`,
          due: i,
          open: i % 2 === 0,
          tags: [i % 5, i % 7],
        })),
      );
      await rows.createIndex({ state: 1, due: -1 });
      await rows.createIndex({ tags: 1 });
      await rows.createIndex({ due: 1 }, { name: 'open_due', partialFilterExpression: { open: true } });
    });

    it.each([
      ['equality', { state: 's1' }, {}, 'FETCH', 'state_1_due_-1'],
      ['equality and range', { state: 's1', due: { $gt: 5 } }, {}, 'FETCH', 'state_1_due_-1'],
      ['equality and sort', { state: 's1' }, { due: -1 }, 'FETCH', 'state_1_due_-1'],
      ['equality and reversed sort', { state: 's1' }, { due: 1 }, 'FETCH', 'state_1_due_-1'],
      ['a sort alone', {}, { state: 1, due: -1 }, 'FETCH', 'state_1_due_-1'],
      ['several values', { state: { $in: ['s1', 's2'] } }, {}, 'FETCH', 'state_1_due_-1'],
      ['a prefix', { state: /^s1/ }, {}, 'FETCH', 'state_1_due_-1'],
      ['an array element', { tags: 3 }, {}, 'FETCH', 'tags_1'],
      ['a partial index that holds the answer', { due: { $gt: 5 }, open: true }, {}, 'FETCH', 'open_due'],
      ['the _id', { _id: 5 }, {}, 'FETCH', '_id_'],
    ] as const)('%s is served by an index', async (_name, filter, sort, stage, indexName) => {
      const plan = await planOf(rows, filter, sort);
      expect(plan.stage).toBe(stage);
      expect(plan.inputStage).toMatchObject({ stage: 'IXSCAN', indexName });
    });

    it('reads the whole collection where no index fits, and says so', async () => {
      expect((await planOf(rows, { open: true })).stage).toBe('COLLSCAN');
      expect((await planOf(rows, { due: { $gt: 5 } })).stage).toBe('COLLSCAN');
      expect(await planOf(rows, { open: false }, { open: 1 })).toMatchObject({
        stage: 'SORT',
        inputStage: { stage: 'COLLSCAN' },
      });
    });

    it('sorts what the order of an index does not give', async () => {
      const plan = await planOf(rows, { state: 's1' }, { open: 1 });
      expect(plan).toMatchObject({ stage: 'SORT', inputStage: { stage: 'FETCH', inputStage: { stage: 'IXSCAN' } } });
    });
  });

  it('finds values that are longer than a key can be', async () => {
    const rows = db.collection<{ _id: number; text: string }>('long');
    await rows.createIndex({ text: 1 }, { unique: true });
    const [a, b] = ['a', 'b'].map((end) => '长'.repeat(3000) + end) as [string, string];
    await rows.insertMany([
      { _id: 1, text: a },
      { _id: 2, text: b },
      { _id: 3, text: 'short' },
    ]);
    expect(await rows.findOne({ text: b })).toMatchObject({ _id: 2 });
    await expect(rows.insertOne({ _id: 4, text: a })).rejects.toMatchObject({ code: 11000 });
    const sorted = await rows
      .find({ text: { $gt: a.slice(0, -1) } })
      .sort({ text: -1 })
      .toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([2, 1]);
  });

  it('removes what a TTL index says is expired, by its own clock', async () => {
    const rows = db.collection<{ _id: number; at: unknown }>('ttl');
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    await rows.insertMany([
      { _id: 1, at: at(-61) },
      { _id: 2, at: at(-10) },
      { _id: 3, at: 'text' },
      { _id: 4, at: [at(100), at(-90)] },
    ]);
    expect(await server.sweepExpired()).toBe(2);
    expect((await rows.find().toArray()).map(({ _id }) => _id)).toEqual([2, 3]);
    now = at(60);
    expect(await server.sweepExpired()).toBe(1);
  });

  it('refuses unknown commands, options and transactions by name', async () => {
    await expect(db.command({ mapReduce: 'x' })).rejects.toMatchObject({
      code: 59,
      codeName: 'CommandNotFound',
      message: "no such command: 'mapReduce'",
    });
    await expect(db.command({ find: 'x', tailable: true })).rejects.toMatchObject({
      code: 40415,
      message: expect.stringContaining('tailable'),
    });
    await expect(
      db
        .collection('x')
        .find({}, { collation: { locale: 'zh' } })
        .toArray(),
    ).rejects.toMatchObject({ code: 115 });
    await expect(
      db.command({ insert: 'x', documents: [{}], txnNumber: BSON.Long.fromNumber(1) }),
    ).rejects.toMatchObject({ code: 20 });
    const session = client.startSession();
    session.startTransaction();
    await expect(db.collection('x').insertOne({ a: 1 }, { session })).rejects.toThrow(
      /does not support retryable writes|Transaction numbers/,
    );
    await session.endSession();
  });

  it('keeps a cursor going while documents come and go', async () => {
    const rows = db.collection<{ _id: number; even: boolean }>('walk');
    await rows.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, even: i % 2 === 0 })));
    const seen: number[] = [];
    for await (const { _id } of rows.find({ even: true }).batchSize(20)) {
      seen.push(_id);
      await rows.deleteOne({ _id });
    }
    expect(seen).toEqual(Array.from({ length: 150 }, (_, i) => i * 2));
  });

  it('forgets a killed cursor', async () => {
    const rows = db.collection('walk');
    const cursor = rows.find().batchSize(2);
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    await expect(db.command({ getMore: id, collection: 'walk' })).rejects.toMatchObject({ code: 43 });
  });

  it('keeps its data over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shangmen-restart-'));
    const _id = new ObjectId();
    for (const expected of [0, 1]) {
      const again = await startEmbeddedMongo({ dataDir: folder });
      const other = await new MongoClient(again.uri).connect();
      const rows = other.db('restart').collection('rows');
      expect(await rows.countDocuments({ n: 1 }, { hint: expected ? 'n_1' : '' })).toBe(expected);
      if (expected === 0) {
        await rows.insertOne({ _id, n: 1 });
        await rows.createIndex({ n: 1 });
      }
      await other.close();
      await again.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  describe('the wire protocol', () => {
    let socket: Socket;
    let received: Buffer;
    beforeEach(async () => {
      received = Buffer.alloc(0);
      socket = connect(server.port, '127.0.0.1');
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
      });
      await new Promise((resolve) => socket.once('connect', resolve));
    });
    afterEach(() => socket.destroy());

    function message(flags: number, sections: readonly Buffer[], requestId = 7): Buffer {
      const checksum = Buffer.alloc(flags & 1 ? 4 : 0);
      const whole = Buffer.concat([Buffer.alloc(20), ...sections, checksum]);
      whole.writeInt32LE(whole.length, 0);
      whole.writeInt32LE(requestId, 4);
      whole.writeInt32LE(2013, 12);
      whole.writeUInt32LE(flags, 16);
      if (flags & 1) whole.writeUInt32LE(crc32c(whole.subarray(0, -4)), whole.length - 4);
      return whole;
    }
    const body = (doc: object) => Buffer.concat([Buffer.from([0]), BSON.serialize(doc)]);
    function sequence(name: string, docs: readonly object[]): Buffer {
      const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => BSON.serialize(doc))]);
      const size = Buffer.alloc(4);
      size.writeInt32LE(content.length + 4);
      return Buffer.concat([Buffer.from([1]), size, content]);
    }
    async function reply(): Promise<BSON.Document> {
      while (received.length < 4 || received.length < received.readInt32LE(0)) {
        await new Promise((resolve) => socket.once('data', resolve));
      }
      const length = received.readInt32LE(0);
      const doc = BSON.deserialize(received.subarray(21, length));
      expect(received.readInt32LE(8)).toBe(7);
      received = received.subarray(length);
      return doc;
    }

    it('takes documents in a sequence of their own', async () => {
      socket.write(
        message(0, [body({ insert: 'wire', $db: 'server' }), sequence('documents', [{ _id: 1 }, { _id: 2 }])]),
      );
      expect(await reply()).toMatchObject({ n: 2, ok: 1 });
    });

    it('does not answer where more is to come', async () => {
      socket.write(message(2, [body({ insert: 'wire', documents: [{ _id: 3 }], $db: 'server' })], 6));
      socket.write(message(0, [body({ count: 'wire', query: { _id: 3 }, $db: 'server' })]));
      expect(await reply()).toMatchObject({ n: 1, ok: 1 });
    });

    it('checks the checksum where there is one', async () => {
      const good = message(1, [body({ ping: 1, $db: 'server' })]);
      socket.write(good);
      expect(await reply()).toEqual({ ok: 1 });
      good[good.length - 1] = (good[good.length - 1] as number) ^ 1;
      socket.write(good);
      expect(await reply()).toMatchObject({ ok: 0, errmsg: expect.stringContaining('checksum') });
    });

    it('takes a message that comes in pieces, and several at once', async () => {
      const ping = message(0, [body({ ping: 1, $db: 'server' })]);
      socket.write(ping.subarray(0, 3));
      socket.write(ping.subarray(3, 30));
      socket.write(Buffer.concat([ping.subarray(30), ping, ping]));
      for (let i = 0; i < 3; i++) expect(await reply()).toEqual({ ok: 1 });
    });

    it.each([
      ['unknown flags', () => message(8, [body({ ping: 1, $db: 'x' })])],
      [
        'an unknown kind of section',
        () => message(0, [Buffer.concat([Buffer.from([2]), BSON.serialize({ ping: 1 })])]),
      ],
      ['a broken document', () => message(0, [Buffer.from([0, 9, 0, 0, 0, 99, 0, 0, 0, 0])])],
      ['no $db', () => message(0, [body({ ping: 1 })])],
    ])('refuses %s and goes on', async (_name, broken) => {
      socket.write(broken());
      expect(await reply()).toMatchObject({ ok: 0 });
      socket.write(message(0, [body({ ping: 1, $db: 'server' })]));
      expect(await reply()).toEqual({ ok: 1 });
    });

    it('hangs up on a message of an impossible length', async () => {
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.write(Buffer.from([255, 255, 255, 127, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
      await closed;
    });
  });
});
