import mongoose from 'mongoose';
import { startTestMongo, type TestMongo } from '../../support/mongo.js';

describe('mongoose on the test database', () => {
  let mongo: TestMongo;
  let connection: mongoose.Connection;

  beforeAll(async () => {
    mongo = await startTestMongo();
    connection = await mongoose.createConnection(mongo.uri).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await mongo.close();
  });

  const itemSchema = new mongoose.Schema({ part: String, price: Number });
  const ticketSchema = new mongoose.Schema(
    {
      number: { type: String, unique: true },
      state: { type: String, index: true },
      urgency: Number,
      place: { building: String, room: String },
      items: [itemSchema],
      due: Date,
      tags: [String],
      resident: { type: mongoose.Schema.Types.ObjectId, ref: 'Resident' },
      extra: { type: Map, of: String },
      photo: Buffer,
    },
    { timestamps: true, optimisticConcurrency: true },
  );

  it('saves, finds, populates, updates and removes documents', async () => {
    const Resident = connection.model('Resident', new mongoose.Schema({ name: String }));
    const Ticket = connection.model('Ticket', ticketSchema);
    await Ticket.init();
    const resident = await Resident.create({ name: '王阿姨' });
    const ticket = await Ticket.create({
      number: 'T-1',
      state: 'submitted',
      urgency: 2,
      place: { building: '3栋', room: '502' },
      items: [{ part: '角阀', price: 15 }],
      due: new Date('2026-11-23T00:00:00Z'),
      tags: ['水', '急'],
      resident: resident._id,
      extra: { colour: 'red' },
      photo: Buffer.from([1, 2, 3]),
    });
    const found = await Ticket.findOne({ number: 'T-1' }).populate<{ resident: { name: string } }>('resident').orFail();
    expect(found.resident.name).toBe('王阿姨');
    expect(found.extra?.get('colour')).toBe('red');
    expect([...(found.photo ?? [])]).toEqual([1, 2, 3]);
    expect(found.due).toEqual(new Date('2026-11-23T00:00:00Z'));

    const item = ticket.items[0];
    if (item) item.price = 20;
    ticket.items.push({ part: '软管', price: 8 });
    await ticket.save();
    const changed = await Ticket.findOneAndUpdate(
      { _id: ticket._id, __v: ticket.__v },
      { $set: { state: 'confirmed' }, $inc: { __v: 1 }, $addToSet: { tags: '夜间' } },
      { returnDocument: 'after' },
    ).orFail();
    expect(changed.items.map(({ part, price }) => [part, price])).toEqual([
      ['角阀', 20],
      ['软管', 8],
    ]);
    expect(changed.tags).toEqual(['水', '急', '夜间']);

    expect(await Ticket.countDocuments({ 'items.part': '软管', state: { $in: ['confirmed'] } })).toBe(1);
    expect((await Ticket.deleteOne({ _id: ticket._id })).deletedCount).toBe(1);
    expect(await Ticket.exists({ _id: ticket._id })).toBeNull();
  });

  it('refuses a second document with a unique value as drivers expect it', async () => {
    const Ticket = connection.model('Ticket');
    await Ticket.create({ number: 'T-2' });
    await expect(Ticket.create({ number: 'T-2' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { number: 1 },
      keyValue: { number: 'T-2' },
    });
  });

  it('refuses a save that another one overtook', async () => {
    const Ticket = connection.model<{ urgency: number; number: string }>('Ticket');
    await Ticket.create({ number: 'T-3' });
    const [first, second] = [
      await Ticket.findOne({ number: 'T-3' }).orFail(),
      await Ticket.findOne({ number: 'T-3' }).orFail(),
    ];
    first.urgency = 1;
    await first.save();
    second.urgency = 3;
    await expect(second.save()).rejects.toThrow(/No matching document|VersionError/);
  });

  it('aggregates with lookup and group', async () => {
    const Ticket = connection.model('Ticket');
    const rows = await Ticket.aggregate([
      { $match: { number: { $in: ['T-2', 'T-3'] } } },
      { $lookup: { from: 'residents', localField: 'resident', foreignField: '_id', as: 'who' } },
      { $group: { _id: null, count: { $sum: 1 }, numbers: { $push: '$number' } } },
    ]);
    expect(rows).toEqual([{ _id: null, count: 2, numbers: ['T-2', 'T-3'] }]);
  });

  it('iterates over many documents with a cursor and writes them in bulk', async () => {
    const Ticket = connection.model<{ number: string; urgency: number }>('Ticket');
    await Ticket.bulkWrite(
      Array.from({ length: 500 }, (_, i) => ({ insertOne: { document: { number: `B-${i}`, urgency: i } } })),
    );
    const seen: number[] = [];
    for await (const { urgency } of Ticket.find({ number: /^B-/ })
      .sort({ urgency: 1 })
      .lean()
      .cursor({ batchSize: 50 })) {
      seen.push(urgency);
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });
});
