import type { CookieOptions, Request } from 'express';
import type { Staff } from '../domain/people.js';
import { whoseToken } from '../usecases/login.js';
import type { HttpDeps } from './deps.js';
import { type Problem, problem } from './problem.js';
import type { Access, Caller } from './route.js';

const COOKIE = 'shangmen_session';

export const sessionCookie = {
  name: COOKIE,
  options: (publicUrl: string): CookieOptions => ({
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
    path: '/',
  }),
};

function cookieToken(req: Request): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

const bearerToken = (req: Request): string | undefined =>
  /^Bearer ([\w-]+)$/i.exec(req.get('authorization') ?? '')?.[1];

export const tokenOf = (req: Request): string | undefined => bearerToken(req) ?? cookieToken(req);

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page sent the request in its visitor's name. Browsers put `Origin` on every request that may
 * change something; only requests that carry no cookie may lack it.
 */
export function isForeign(req: Request, publicUrl: string): boolean {
  if (READS.has(req.method) || bearerToken(req)) return false;
  const origin = req.get('origin');
  if (origin === undefined) return cookieToken(req) !== undefined;
  const isOurs = origin === new URL(publicUrl).origin || origin === `${req.protocol}://${req.get('host')}`;
  return !isOurs;
}

const MAY: Record<Exclude<Access, 'public'>, readonly Staff['role'][]> = {
  staff: ['dispatcher', 'manager'],
  manager: ['manager'],
};

/** The caller by bearer token or cookie, or why not: nobody (401), or the wrong role (403). */
export async function whoCalls(deps: HttpDeps, req: Request, access: 'staff' | 'manager'): Promise<Caller | Problem> {
  const token = tokenOf(req);
  const staff = token && (await whoseToken(deps, token));
  if (!token || !staff) return problem('not_logged_in', { headers: { 'WWW-Authenticate': 'Bearer' } });
  return MAY[access].includes(staff.role) ? { staff, token } : problem('not_permitted');
}
