import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON, type Db, MongoClient, MongoServerError } from 'mongodb';
import { startEmbeddedMongo } from '../../../../src/embedded/mongo/index.js';
import type { Case, Doc } from './case.js';
import { CASES } from './cases.js';
import { exceptionFor } from './exceptions.js';

/**
 * The same commands on the embedded server and on another one: live where TEST_MONGODB_URI names it, otherwise as it
 * answered when `recorded.jsonl` was written (RECORD=1 with TEST_MONGODB_URI writes it anew).
 */
const RECORD = new URL('./recorded.jsonl', import.meta.url);
const other = process.env.TEST_MONGODB_URI;

async function play(db: Db, { docs = [], indexes = [], run, showsAfter }: Case): Promise<unknown> {
  await db.dropDatabase();
  if (indexes.length > 0) await send(db, { createIndexes: 'c', indexes });
  if (docs.length > 0) await send(db, { insert: 'c', documents: docs });
  const answers: unknown[] = [];
  for (const command of run) answers.push(await answerOf(db, command));
  if (showsAfter) answers.push(await answerOf(db, { find: 'c', sort: { _id: 1 } }));
  return JSON.parse(BSON.EJSON.stringify(answers, { relaxed: true }));
}

/**
 * The comparison server refuses at times to create a collection while other connections create theirs; it is asked again, since
 * that is no part of the case.
 */
async function send(db: Db, command: Doc): Promise<Doc> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.command(command, { promoteLongs: true });
    } catch (error) {
      if (tries === 10 || !String(error).includes('Unable to create the specified collection')) throw error;
    }
  }
}

/** What must agree: documents, counts and error codes; not words, cursor ids or what only one side tells. */
async function answerOf(db: Db, command: Doc): Promise<unknown> {
  try {
    const answer = await send(db, command);
    return comparable(answer);
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    return { code: error.code };
  }
}

const COMPARED = ['n', 'nModified', 'upserted', 'value', 'lastErrorObject', 'values', 'numIndexesAfter'];

function comparable(answer: Doc): Doc {
  const cursor = answer.cursor as { firstBatch: unknown } | undefined;
  const errors = answer.writeErrors as { index: number; code: number; keyPattern?: unknown }[] | undefined;
  const kept = Object.fromEntries(COMPARED.filter((name) => name in answer).map((name) => [name, answer[name]]));
  return {
    ...kept,
    ...(cursor ? { docs: cursor.firstBatch } : {}),
    ...(errors ? { errors: errors.map(({ index, code }) => ({ index, code })) } : {}),
  };
}

/** One line for each case: its name and the answers. */
function readRecord(text: string): Record<string, unknown> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => JSON.parse(line) as [string, unknown]));
}

function writeRecord(recorded: Record<string, unknown>): string {
  return Object.entries(recorded)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');
}

describe('conformance', () => {
  let close: () => Promise<void>;
  let embedded: Db;
  let reference: Db | undefined;
  let recorded: Record<string, unknown> = {};

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shangmen-conformance-'));
    const server = await startEmbeddedMongo({ dataDir, sync: false });
    const clients = [await new MongoClient(server.uri).connect()];
    embedded = (clients[0] as MongoClient).db('conformance');
    if (other) {
      const client = await new MongoClient(other).connect();
      clients.push(client);
      reference = client.db(`conformance_${process.pid}`);
    } else {
      recorded = readRecord(await readFile(RECORD, 'utf8'));
    }
    close = async () => {
      await reference?.dropDatabase();
      await Promise.all(clients.map((client) => client.close()));
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  });

  afterAll(async () => {
    if (process.env.RECORD) await writeFile(RECORD, writeRecord(recorded));
    await close();
  });

  it.each(CASES.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const actual = await play(embedded, one);
    const expected = reference ? await play(reference, one) : recorded[name];
    if (process.env.RECORD) recorded[name] = expected;
    const exception = exceptionFor(name);
    expect(actual).toEqual(exception ? exception.answer : expected);
    if (exception) expect(actual).not.toEqual(expected); // an exception that is no longer needed must go
  });
});
