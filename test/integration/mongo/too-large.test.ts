import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, type Db, MongoClient, ObjectId } from 'mongodb';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../../src/embedded/mongo/index.js';

/** Documents beyond 16 MiB, and beyond the buffer that js-bson writes into. */
describe('the embedded server and what is too large', () => {
  let dataDir: string;
  let server: EmbeddedMongo;
  let client: MongoClient;
  let db: Db;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shangmen-large-'));
    server = await startEmbeddedMongo({ dataDir, log: () => {} });
    client = await new MongoClient(server.uri).connect();
    db = client.db('large');
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('refuses a document that is too large', async () => {
    const rows = db.collection<{ _id: number; text: string }>('large');
    await rows.insertOne({ _id: 1, text: 'x'.repeat(9_000_000) });
    await expect(
      rows.updateOne({ _id: 1 }, [{ $set: { more: { $concat: ['$text', '$text'] } } }]),
    ).rejects.toMatchObject({ code: 17419 });
    expect(await rows.findOne({ _id: 1 }, { projection: { more: 1 } })).toEqual({ _id: 1 });
  });

  describe('where js-bson would write beyond its buffer', () => {
    interface Row {
      _id: number;
      text: string;
      more?: unknown;
    }
    let rows: Collection<Row>;
    const twice = { $concat: ['$text', '$text'] };
    const untouched = async () =>
      expect(await rows.find({}, { projection: { text: 0 } }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);

    beforeAll(async () => {
      rows = db.collection<Row>('beyond');
      await rows.createIndex({ text: 1 }, { unique: true });
      for (const [i, letter] of ['x', '水'].entries()) {
        await rows.insertOne({ _id: i + 1, text: letter.repeat(9_000_000 / Buffer.byteLength(letter)) });
      }
    });

    it.each([
      ['ends there', { more: twice }],
      ['goes on in text', { more: twice, note: 'y'.repeat(100) }],
      ['goes on in a document', { more: { twice, at: new Date(0), list: [1, { id: new ObjectId() }] } }],
    ])('an update is refused whose document %s', async (_name, $set) => {
      for (const _id of [1, 2]) {
        await expect(rows.updateOne({ _id }, [{ $set }])).rejects.toMatchObject({ code: 17419 });
        await expect(rows.findOneAndUpdate({ _id }, [{ $set }])).rejects.toMatchObject({ code: 17419 });
      }
      await untouched();
    });

    it('an update does not undo what others write at the same time', async () => {
      const others = db.collection<{ _id: number }>('others');
      const [refused] = await Promise.allSettled([
        rows.updateOne({ _id: 1 }, [{ $set: { more: twice, note: 'y'.repeat(100) } }]),
        ...Array.from({ length: 20 }, (_, i) => others.insertOne({ _id: i })),
      ]);
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 17419 } });
      expect(await others.countDocuments()).toBe(20);
    });

    it('an aggregation says so', async () => {
      const pipeline = [{ $project: { twice, note: 'y'.repeat(100) } }];
      await expect(rows.aggregate(pipeline).toArray()).rejects.toMatchObject({ code: 10334 });
      await expect(rows.aggregate([...pipeline, { $out: 'copy' }]).toArray()).rejects.toMatchObject({ code: 10334 });
    });

    it('a duplicate is refused as one, however much there is to show of it', async () => {
      const { text } = (await rows.findOne({ _id: 1 })) as Row;
      await expect(rows.insertOne({ _id: 3, text })).rejects.toMatchObject({ code: 11000 });
      const change = rows.findOneAndUpdate({ _id: 2 }, { $set: { text } });
      await expect(change).rejects.toMatchObject({ code: 11000, keyPattern: { text: 1 } });
      await untouched();

      const nested = db.collection<{ _id: number; text: { part: string } }>('nested');
      await nested.createIndex({ text: 1, 'text.part': 1 }, { unique: true });
      await nested.insertOne({ _id: 1, text: { part: text } });
      const upsert = nested.findOneAndUpdate({ _id: 2 }, { $set: { text: { part: text } } }, { upsert: true });
      await expect(upsert).rejects.toMatchObject({ code: 11000 });
      expect(await nested.countDocuments()).toBe(1);
    });
  });
});
