import { z } from 'zod';
import { InvalidCursorError } from './errors.js';

/** A place in a list ordered by creation, newest first. */
export interface Position {
  createdAt: Date;
  id: string;
}

const cursorSchema = z.tuple([z.number().int().min(-8.64e15).max(8.64e15), z.string().min(1).max(100)]);

/** An opaque, URL-safe cursor: the list goes on after this position. */
export const encodeCursor = ({ createdAt, id }: Position): string =>
  Buffer.from(JSON.stringify([createdAt.getTime(), id])).toString('base64url');

/** @throws InvalidCursorError where the text was not made by `encodeCursor`. */
export function decodeCursor(cursor: string): Position {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw new InvalidCursorError();
  const position = { createdAt: new Date(parsed.data[0]), id: parsed.data[1] };
  // Base64 is read leniently; only the exact text counts.
  if (encodeCursor(position) !== cursor) throw new InvalidCursorError();
  return position;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
