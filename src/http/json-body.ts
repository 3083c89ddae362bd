import express, { type RequestHandler } from 'express';

/** A body that could not be read, in the form of the parser's own errors: `expose` means that the client may know. */
class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly expose = true;
  constructor(
    readonly status: 400 | 415,
    message: string,
  ) {
    super(message);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The parser itself would put U+FFFD in the place of broken bytes, and we should save what nobody wrote. */
function refuseBrokenText(bytes: Buffer, encoding: string): void {
  if (encoding !== 'utf-8') throw new BodyError(415, 'the charset must be utf-8');
  try {
    utf8.decode(bytes);
  } catch {
    throw new BodyError(400, 'the body is not valid UTF-8');
  }
}

const parse = express.json({
  limit: '100kb',
  strict: false,
  type: 'application/json',
  verify: (_req, _res, bytes, encoding) => refuseBrokenText(bytes, encoding),
});

/** Half a surrogate pair (`"\ud800"`) is JSON but no text. A stack of our own: the nesting may be as deep as the body is long. */
function hasBrokenText(body: unknown): boolean {
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && !isWellFormed(value)) return true;
    if (typeof value === 'object' && value !== null) for (const entry of Object.entries(value)) waiting.push(...entry);
  }
  return false;
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Whether the request carries bytes at all; some clients announce a length of 0. */
const hasBody: (headers: Record<string, unknown>) => boolean = (headers) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Reads JSON of at most 100 kB in UTF-8. No body at all is an empty object; anything else is a 400, 413 or 415. */
export const jsonBody: RequestHandler = (req, res, next) => {
  if (!hasBody(req.headers)) {
    req.body = {};
    return next();
  }
  if (!req.is('application/json')) return next(new BodyError(415, 'the content type must be application/json'));
  parse(req, res, (error?: unknown) => {
    if (!error && hasBrokenText(req.body)) return next(new BodyError(400, 'a text holds half a surrogate pair'));
    next(error);
  });
};
