import { Long } from 'bson';
import { z } from 'zod';
import type { Doc } from '../bson.js';
import { type Command, command, number, parse, text } from './schema.js';

/** Cursor ids are small enough for a number; drivers send them as 64-bit integers, which are decoded to numbers. */
const cursorId = z.union([z.instanceof(Long), z.number().transform((value) => Long.fromNumber(value))]);

const getMoreSchema = command({ getMore: cursorId, collection: text, batchSize: number.default(0) });

export const getMore: Command = ({ cursors, db, request }) => {
  const { getMore: id, collection, batchSize } = parse(getMoreSchema, request.body, 'getMore');
  return cursors.more(id, `${db}.${collection}`, batchSize);
};

const killSchema = command({ killCursors: text, cursors: z.array(cursorId) });

export const killCursors: Command = ({ cursors, request }): Doc => {
  const { killed, notFound } = cursors.kill(parse(killSchema, request.body, 'killCursors').cursors);
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};
