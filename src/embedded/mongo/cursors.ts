import { Long } from 'bson';
import { rawArray, rawDocument } from './bson.js';
import { fault } from './errors.js';

/** Documents of one query, given out in batches. */
export interface Batches {
  /** At most `max` documents (0: as many as fit a reply). */
  next(max: number): { docs: Buffer[]; isDone: boolean };
}

export interface Cursors {
  /** Answers with the first batch and keeps the cursor where more is left. */
  open(namespace: string, batches: Batches, batchSize: number, isSingle?: boolean): Buffer;
  more(id: Long, namespace: string, batchSize: number): Buffer;
  /** Which of the cursors were there to be closed. */
  kill(ids: readonly Long[]): { killed: Long[]; notFound: Long[] };
}

/** A batch may grow to what one document may: replies stay below the message limit. */
const MOST_BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;

interface Open {
  readonly namespace: string;
  readonly batches: Batches;
  usedAt: number;
}

/** The server's open cursors; those idle for ten minutes are forgotten, as in MongoDB. */
export function openCursors(now: () => Date): Cursors {
  const cursors = new Map<string, Open>();
  let lastId = 0;
  const forgetIdle = () => {
    const oldest = now().getTime() - IDLE_MS;
    for (const [id, { usedAt }] of cursors) if (usedAt < oldest) cursors.delete(id);
  };
  return {
    open: (namespace, batches, batchSize, isSingle = false) => {
      const { docs, isDone } = batchSize < 0 ? { docs: [], isDone: false } : batches.next(batchSize);
      if (isDone || isSingle) return reply('firstBatch', namespace, docs, Long.ZERO);
      forgetIdle();
      const id = Long.fromNumber(++lastId);
      cursors.set(String(id), { namespace, batches, usedAt: now().getTime() });
      return reply('firstBatch', namespace, docs, id);
    },
    more: (id, namespace, batchSize) => {
      const cursor = cursors.get(String(id));
      if (!cursor) throw fault('CursorNotFound', `cursor id ${id} not found`);
      if (cursor.namespace !== namespace) {
        throw fault(
          13,
          `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
        );
      }
      cursor.usedAt = now().getTime();
      const { docs, isDone } = cursor.batches.next(batchSize);
      if (isDone) cursors.delete(String(id));
      return reply('nextBatch', namespace, docs, isDone ? Long.ZERO : id);
    },
    kill: (ids) => {
      const killed = ids.filter((id) => cursors.delete(String(id)));
      return { killed, notFound: ids.filter((id) => !killed.includes(id)) };
    },
  };
}

/** Batches of documents that are already there. */
export function batchesOf(docs: readonly Buffer[]): Batches {
  let at = 0;
  return {
    next: (max) => {
      const batch = takeBatch(docs.slice(at), max);
      at += batch.length;
      return { docs: batch, isDone: at >= docs.length };
    },
  };
}

/** Batches from a walk that is started again for each; `resume` continues where the last one stopped. */
export function batchesFrom(resume: () => Iterable<Buffer>): Batches {
  return {
    next: (max) => {
      const docs: Buffer[] = [];
      let bytes = 0;
      for (const doc of resume()) {
        docs.push(doc);
        bytes += doc.length;
        if (docs.length === max || bytes >= MOST_BATCH_BYTES) return { docs, isDone: false };
      }
      return { docs, isDone: true };
    },
  };
}

function takeBatch(docs: readonly Buffer[], max: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  for (const doc of docs) {
    if ((max > 0 && batch.length === max) || (batch.length > 0 && bytes + doc.length > MOST_BATCH_BYTES)) break;
    batch.push(doc);
    bytes += doc.length;
  }
  return batch;
}

const OK = Buffer.alloc(8);
OK.writeDoubleLE(1);

/** `{ cursor: { firstBatch | nextBatch, id, ns }, ok: 1 }`, built from raw documents without decoding them. */
export function reply(
  batchName: 'firstBatch' | 'nextBatch',
  namespace: string,
  docs: readonly Buffer[],
  id: Long,
): Buffer {
  const cursor = rawDocument([
    { name: batchName, type: 4, value: rawArray(docs) },
    { name: 'id', type: 18, value: int64(id) },
    { name: 'ns', type: 2, value: text(namespace) },
  ]);
  return rawDocument([
    { name: 'cursor', type: 3, value: cursor },
    { name: 'ok', type: 1, value: OK },
  ]);
}

function int64(value: Long): Buffer {
  return Buffer.from(value.toBytesLE());
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
