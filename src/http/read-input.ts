import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { reviveDates } from './dates.js';
import { type FieldError, type Problem, type ProblemCode, problem } from './problem.js';
import type { Route } from './route.js';

export const NOTHING = z.strictObject({});

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, 'must be 1 to 100 visible ASCII characters')
  .meta({ description: 'The same key acts once, however often the request arrives.' });

export interface Input {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  idempotencyKey: string;
}

/** Zod's issues as fields; unknown fields are named one by one. */
export const fieldErrors = (error: z.core.$ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );

const refused = (code: ProblemCode, error: z.core.$ZodError) => problem(code, { errors: fieldErrors(error) });

/** Everything that the route takes from the request, parsed; or the problem with it. An address that does not fit is no such thing (404). */
export function readInput(route: Route, req: Request): Input | Problem {
  const params = (route.params ?? NOTHING).safeParse(req.params);
  if (!params.success) return problem('not_found');
  const query = (route.query ?? NOTHING).safeParse({ ...req.query });
  if (!query.success) return refused('invalid_query', query.error);
  const key = idempotencyKey.safeParse(req.get('idempotency-key') ?? randomUUID());
  if (!key.success) {
    const errors = fieldErrors(key.error).map(({ message }) => ({ path: 'Idempotency-Key', message }));
    return problem('malformed_request', { errors });
  }
  const rest = { params: params.data, query: query.data, idempotencyKey: key.data };
  if (route.method === 'get') return { ...rest, body: undefined };
  const schema = route.body ?? NOTHING;
  const revived = reviveDates(schema, req.body);
  if (route.isBodyRaw) return { ...rest, body: revived };
  const body = schema.safeParse(revived);
  return body.success ? { ...rest, body: body.data } : refused('invalid_input', body.error);
}
