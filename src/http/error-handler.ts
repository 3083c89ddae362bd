import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { maskPhone } from '../mask.js';
import type { Logger } from '../ports.js';
import { type Problem, problem, sendProblem } from './problem.js';

/** Paths and error texts may hold telephone numbers. */
const maskNumbers = (text: string): string => text.replace(/\+?\d{9,15}/g, maskPhone);

/** Gives each request an id, which its answers and log lines carry. */
export const identify =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    res.locals.requestId = randomUUID();
    res.locals.log = log.child({ requestId: res.locals.requestId });
    res.set('X-Request-Id', res.locals.requestId);
    const path = maskNumbers(req.path);
    res.on('finish', () => res.locals.log.debug({ method: req.method, path, status: res.statusCode }, 'answered'));
    next();
  };

export const notFound: RequestHandler = (req, res) => sendProblem(req, res, problem('not_found'));

interface ParserError {
  status?: number;
  message?: string;
  type?: string;
  expose?: boolean;
}

/**
 * What express and its parsers throw: a body or an address that cannot be read. Everything else is our own fault, even with a
 * `status`: a provider's SDK writes the status of the provider's answer there.
 */
function clientProblem(error: unknown): Problem | undefined {
  const { status, message, type, expose } = error as ParserError;
  if (expose !== true && !(error instanceof URIError)) return undefined;
  if (status === undefined || status < 400 || status > 499) return undefined;
  if (status === 413) return problem('too_large', { detail: 'at most 100 kB' });
  if (status === 415) return problem('unsupported_type', { ...(message && { detail: message }) });
  return problem('malformed_request', { detail: type === 'entity.parse.failed' ? 'the body is not JSON' : message });
}

/** What the stores throw because of what the client sent, by their stable codes. */
function storeProblem(error: unknown): Problem | undefined {
  const { code, field } = error as { code?: unknown; field?: string };
  if (code === 'taken') return problem('conflict', { detail: `${field} belongs to somebody else` });
  if (code !== 'invalid_cursor') return undefined;
  return problem('invalid_query', { errors: [{ path: 'cursor', message: 'must be a nextCursor of this list' }] });
}

/** The last resort: says nothing about our insides, and logs them under the request's id. */
export const onError: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const theirs = clientProblem(error) ?? storeProblem(error);
  if (!theirs) res.locals.log.error({ error: maskNumbers(String(error?.stack ?? error)) }, 'a request failed');
  sendProblem(req, res, theirs ?? problem('internal'));
};
