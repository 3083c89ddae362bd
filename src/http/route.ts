import type { z } from 'zod';
import type { Staff } from '../domain/people.js';
import type { Logger } from '../ports.js';
import type { HttpDeps } from './deps.js';
import type { Problem, ProblemCode } from './problem.js';

/** `staff`: dispatchers and managers. */
export type Access = 'public' | 'staff' | 'manager';
export type Method = 'get' | 'post' | 'patch';

export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** Of the request, or a new one: what makes a repeated request act once. */
  idempotencyKey: string;
  log: Logger;
}

/** Who calls, on routes that are not public. */
export interface Caller {
  staff: Staff;
  token: string;
}

export interface Answer<R> {
  body: R;
  /** Where it is not the route's own. */
  status?: number;
  headers?: Record<string, string>;
}

export interface FileAnswer {
  file: { contentType: string; name: string; data: Buffer };
}

type Handled<R> = Promise<Answer<R> | FileAnswer | Problem>;

interface Described<P, Q, B, R> {
  method: Method;
  /** As express writes it: `/api/v1/tickets/:id`. */
  path: string;
  /** operationId */
  id: string;
  tag: string;
  summary: string;
  params?: P;
  query?: Q;
  /** A POST or PATCH without one takes an empty body only. */
  body?: B;
  /** The use case parses the body itself, after state and person, so that its refusals come in the domain's order. */
  isBodyRaw?: boolean;
  /** Takes an `Idempotency-Key` header. */
  isIdempotent?: boolean;
  /** Failed attempts are counted per address. */
  isLimited?: boolean;
  status?: number;
  /** The shape of the answer; nothing beside it leaves the service. Missing: a file. */
  answer?: R;
  /** Beyond those that follow from what the route takes and who may call it. */
  problems?: readonly ProblemCode[];
}

interface Public<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>
  extends Described<P, Q, B, R> {
  access: 'public';
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>, deps: HttpDeps): Handled<z.input<R>>;
}

interface Guarded<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>
  extends Described<P, Q, B, R> {
  access: 'staff' | 'manager';
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>> & Caller, deps: HttpDeps): Handled<z.input<R>>;
}

/** One row of the route table, from which both express and OpenAPI are made. */
export type Route =
  | Public<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>
  | Guarded<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

type None = z.ZodObject<Record<never, never>>;

/** A route for everybody. */
export const publicRoute = <
  P extends z.ZodObject = None,
  Q extends z.ZodObject = None,
  B extends z.ZodType = None,
  R extends z.ZodType = z.ZodNever,
>(
  route: Omit<Public<P, Q, B, R>, 'access'>,
): Route => ({ ...route, access: 'public' }) as unknown as Route;

/** A route for those who are logged in. */
export const staffRoute = <
  P extends z.ZodObject = None,
  Q extends z.ZodObject = None,
  B extends z.ZodType = None,
  R extends z.ZodType = z.ZodNever,
>(
  route: Guarded<P, Q, B, R>,
): Route => route as unknown as Route;
