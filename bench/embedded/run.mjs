// Measures the embedded server and, with --against URI, another one in the same run; prints JSON.
//   npm run build && node bench/embedded/run.mjs [--against mongodb://…] [--documents 50000]
// The embedded server runs in a process of its own, as the other one does: once as it is used, with every acknowledged
// write synced to the disk, and once without syncing, to be compared with servers that do not sync either.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { mustBeOk, wireClient } from './wire.mjs';

const { values: options } = parseArgs({
  options: {
    against: { type: 'string' },
    documents: { type: 'string', default: '50000' },
    server: { type: 'string', default: new URL('../../dist/src/embedded/mongo/index.js', import.meta.url).href },
  },
});
const DOCUMENTS = Number(options.documents);
const CLIENTS = 16;

const ticket = (i) => ({
  number: `T-${i}`,
  state: ['submitted', 'accepted', 'closed'][i % 3],
  urgency: i % 4,
  place: { building: `${i % 12}栋`, room: `${i % 30}02` },
  words: '厨房水管漏水,请尽快派师傅上门',
  at: new Date(1_790_000_000_000 + i * 1000),
  history: [{ action: 'submit', at: new Date(1_790_000_000_000 + i * 1000), by: `resident-${i % 500}` }],
});

async function timed(count, body) {
  const start = process.hrtime.bigint();
  await body();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { perSecond: Math.round(count / seconds), microseconds: Math.round((seconds * 1e6) / count) };
}

const repeat = async (count, body) => {
  for (let i = 0; i < count; i++) await body(i);
};

async function measure(uri) {
  const client = await new MongoClient(uri, { maxPoolSize: CLIENTS }).connect();
  const db = client.db(`bench_${process.pid}`);
  const rows = db.collection('tickets');
  await rows.createIndex({ number: 1 }, { unique: true });
  await rows.createIndex({ state: 1, urgency: 1 });
  await repeat(Math.ceil(DOCUMENTS / 1000), async (batch) => {
    const first = batch * 1000;
    await rows.insertMany(Array.from({ length: Math.min(1000, DOCUMENTS - first) }, (_, i) => ticket(first + i)));
  });
  const any = () => `T-${Math.floor(Math.random() * DOCUMENTS)}`;
  await repeat(300, () => rows.findOne({ number: any() })); // warm up
  await repeat(100, (i) => rows.insertOne(ticket(DOCUMENTS + i)));

  const insert = await timed(3000, () => repeat(3000, (i) => rows.insertOne(ticket(DOCUMENTS + 1000 + i))));
  const findOne = await timed(5000, () => repeat(5000, () => rows.findOne({ number: any() })));
  const each = 250;
  const change = () =>
    rows.findOneAndUpdate(
      { number: any() },
      { $set: { state: 'accepted' }, $inc: { urgency: 1 } },
      { returnDocument: 'after' },
    );
  const findOneAndUpdate = await timed(CLIENTS * each, () =>
    Promise.all(Array.from({ length: CLIENTS }, () => repeat(each, change))),
  );
  const wire = await measureWire(uri, db.databaseName, any);
  await db.dropDatabase();
  await client.close();
  return { insert, findOne, findOneAndUpdate, ...wire };
}

/** The same three without the driver, whose own work is more than half of a call's time. */
async function measureWire(uri, $db, any) {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => wireClient(uri)));
  const [one] = clients;
  const insert = (i) =>
    one.send({ insert: 'tickets', documents: [{ _id: `w-${i}`, ...ticket(DOCUMENTS + 10_000 + i) }], $db });
  const find = () => one.send({ find: 'tickets', filter: { number: any() }, limit: 1, singleBatch: true, $db });
  const update = { $set: { state: 'accepted' }, $inc: { urgency: 1 } };
  const change = (client) =>
    client.send({ findAndModify: 'tickets', query: { number: any() }, update, new: true, $db });
  for (const reply of [await insert(-1), await find(), await change(one)]) mustBeOk(reply);
  const each = 250;
  const rows = {
    wireInsert: await timed(3000, () => repeat(3000, insert)),
    wireFindOne: await timed(5000, () => repeat(5000, find)),
    wireFindOneAndUpdate: await timed(CLIENTS * each, () =>
      Promise.all(clients.map((client) => repeat(each, () => change(client)))),
    ),
  };
  for (const client of clients) client.close();
  return rows;
}

async function measureEmbedded(sync) {
  const dataDir = await mkdtemp(join(tmpdir(), 'shangmen-bench-'));
  const main = `const { startEmbeddedMongo } = await import(${JSON.stringify(options.server)});
    console.log((await startEmbeddedMongo({ dataDir: ${JSON.stringify(dataDir)}, sync: ${sync} })).uri);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', main], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  try {
    return await measure(String(line).trim());
  } finally {
    child.kill();
    await once(child, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  }
}

const ratio = (ours, theirs) =>
  Object.fromEntries(
    Object.keys(ours).map((name) => [name, Number((ours[name].perSecond / theirs[name].perSecond).toFixed(2))]),
  );

const embedded = await measureEmbedded(true);
const unsynced = await measureEmbedded(false);
const other = options.against ? await measure(options.against) : undefined;
const ratios = other ? { ratio: { embedded: ratio(embedded, other), unsynced: ratio(unsynced, other) } } : {};
console.log(
  JSON.stringify({ documents: DOCUMENTS, embedded, unsynced, ...(other ? { other } : {}), ...ratios }, null, 2),
);
