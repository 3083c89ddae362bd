import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../../src/embedded/mongo/index.js';
import { compileServer, killNow, spawnServer } from './compiled-server.js';

const ROUNDS = process.env.LONG_SUITE === '1' ? 110 : 3;
const WRITERS = 6;
const KILL_AFTER = [25, 60, 110, 180, 40, 140]; // acknowledged writes, so that kills fall at different moments

interface Row {
  _id: string;
  version: number;
  unique: string;
  tags: string[];
  place: { building: number };
  pair?: string;
}

/** What one writer knows: for each of its documents the last version that was acknowledged, and the last one tried. */
interface Ledger {
  readonly acknowledged: Map<string, number>;
  readonly tried: Map<string, number>;
  readonly removed: Set<string>;
  readonly removing: Set<string>;
  readonly pairs: { acknowledged: string[] };
}

async function createIndexes(rows: Collection<Row>): Promise<void> {
  await rows.createIndex({ unique: 1 }, { unique: true });
  await rows.createIndex({ tags: 1 });
  await rows.createIndex({ 'place.building': 1, version: -1 });
}

/** Inserts, changes and removes documents of its own until the server is gone. */
async function writeUntilGone(
  rows: Collection<Row>,
  writer: string,
  ledger: Ledger,
  onWrite: () => void,
): Promise<void> {
  try {
    for (let i = 0; ; i++) {
      const _id = `${writer}-${i}`;
      ledger.tried.set(_id, 1);
      await rows.insertOne(row(_id, i));
      ledger.acknowledged.set(_id, 1);
      onWrite();
      ledger.tried.set(_id, 2);
      await rows.updateOne({ _id }, { $inc: { version: 1 }, $set: { tags: ['changed', `t${i % 3}`] } });
      ledger.acknowledged.set(_id, 2);
      onWrite();
      if (i % 3 === 0) {
        ledger.removing.add(_id);
        await rows.deleteOne({ _id });
        ledger.removed.add(_id);
      }
      const pair = `${writer}-pair-${i}`;
      await rows.insertMany([
        { ...row(`${pair}-a`, i), pair },
        { ...row(`${pair}-b`, i), pair },
      ]);
      ledger.pairs.acknowledged.push(pair);
      onWrite();
    }
  } catch {
    // the connection broke: the server was killed
  }
}

function row(_id: string, i: number): Row {
  return { _id, version: 1, unique: `u-${_id}`, tags: ['new', `t${i % 5}`], place: { building: i % 7 } };
}

async function loadAndKill(compiled: string, dataDir: string, round: number, sync: boolean): Promise<Ledger> {
  const { child, uri } = await spawnServer(compiled, dataDir, sync);
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 500, retryReads: false }).connect();
  const rows = client.db('crash').collection<Row>('rows');
  if (round === 0) await createIndexes(rows);
  const ledger: Ledger = {
    acknowledged: new Map(),
    tried: new Map(),
    removed: new Set(),
    removing: new Set(),
    pairs: { acknowledged: [] },
  };
  let left = KILL_AFTER[round % KILL_AFTER.length] ?? 50;
  let killed: Promise<void> | undefined;
  const onWrite = () => {
    if (--left === 0) killed = killNow(child);
  };
  await Promise.all(
    Array.from({ length: WRITERS }, (_, i) => writeUntilGone(rows, `r${round}-w${i}`, ledger, onWrite)),
  );
  await killed;
  await client.close();
  return ledger;
}

function checkLedger(stored: Map<string, Row>, ledger: Ledger): void {
  for (const [_id, tried] of ledger.tried) {
    const version = stored.get(_id)?.version ?? 0;
    if (ledger.removed.has(_id)) expect([_id, version]).toEqual([_id, 0]);
    if (ledger.removing.has(_id)) continue;
    expect(version).toBeGreaterThanOrEqual(ledger.acknowledged.get(_id) ?? 0);
    expect(version).toBeLessThanOrEqual(tried);
  }
  for (const pair of ledger.pairs.acknowledged) expect(stored.has(`${pair}-a`) && stored.has(`${pair}-b`)).toBe(true);
}

function checkPairs(stored: Map<string, Row>): void {
  const sizes = new Map<string, number>();
  for (const { pair } of stored.values()) if (pair) sizes.set(pair, (sizes.get(pair) ?? 0) + 1);
  expect([...sizes].filter(([, size]) => size !== 2)).toEqual([]);
}

/** Every index leads to exactly the documents that are there, and by every value they have. */
async function checkIndexes(rows: Collection<Row>, stored: Map<string, Row>): Promise<void> {
  for (const hint of ['_id_', 'unique_1', 'tags_1', 'place.building_1_version_-1']) {
    const found = await rows.find({}, { hint }).toArray();
    expect(found.length).toBe(stored.size);
    for (const one of found) expect(one).toEqual(stored.get(one._id));
  }
  for (const tag of ['new', 'changed', 't0', 't1', 't2', 't3', 't4']) {
    const expected = [...stored.values()].filter(({ tags }) => tags.includes(tag)).length;
    expect(await rows.countDocuments({ tags: tag }, { hint: 'tags_1' })).toBe(expected);
  }
  const sample = [...stored.values()].filter((_, i) => i % 17 === 0);
  for (const one of sample) expect(await rows.findOne({ unique: one.unique })).toEqual(one);
}

describe('a server that is killed in mid-load', () => {
  let compiled: string;
  let dataDir: string;
  beforeAll(async () => {
    compiled = await compileServer();
  });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shangmen-crash-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));
  afterAll(() => rm(compiled, { recursive: true, force: true }));

  it.each([
    ['with', true],
    ['without', false],
  ])(
    `%s syncing keeps every acknowledged write and indexes that agree with the documents, ${ROUNDS} times`,
    async (_name, sync) => {
      for (let round = 0; round < ROUNDS; round++) {
        const ledger = await loadAndKill(compiled, dataDir, round, sync);
        const server = await startEmbeddedMongo({ dataDir, sync });
        const client = await new MongoClient(server.uri).connect();
        const rows = client.db('crash').collection<Row>('rows');
        const stored = new Map((await rows.find({}).toArray()).map((one) => [one._id, one]));
        expect(ledger.acknowledged.size).toBeGreaterThan(0);
        checkLedger(stored, ledger);
        checkPairs(stored);
        await checkIndexes(rows, stored);
        if (stored.size > 3000) await rows.deleteMany({});
        await client.close();
        await server.close();
      }
    },
    ROUNDS * 15_000,
  );
});
