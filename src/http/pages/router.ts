import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { logIn, logOut } from '../../usecases/login.js';
import type { HttpDeps } from '../deps.js';
import { onlyMethods } from '../mount-routes.js';
import { problem, sendProblem } from '../problem.js';
import { isForeign, sessionCookie, tokenOf } from '../session.js';
import { docsPage } from './docs-page.js';
import { loginPage } from './login-page.js';
import { startPage } from './start-page.js';

const swaggerFiles = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const ownFile =
  (name: string): RequestHandler =>
  (_req, res) =>
    res.sendFile(join(import.meta.dirname, name));
const swaggerFile =
  (name: string): RequestHandler =>
  (_req, res) =>
    res.sendFile(join(swaggerFiles, name));

const GETS: Record<string, (deps: HttpDeps) => RequestHandler> = {
  '/':
    ({ simulators }) =>
    (_req, res) =>
      simulators ? html(res, startPage()) : res.redirect('/api/docs'),
  '/api/docs': () => (_req, res) => html(res, docsPage()),
  '/assets/shangmen.css': () => ownFile('shangmen.css'),
  '/assets/docs.js': () => ownFile('docs.js'),
  '/api/docs/assets/swagger-ui.css': () => swaggerFile('swagger-ui.css'),
  '/api/docs/assets/swagger-ui-bundle.js': () => swaggerFile('swagger-ui-bundle.js'),
};

const html = (res: Response, text: string): Response => res.type('html').send(text);

/** The pages of the service itself. */
export function pagesRouter(deps: HttpDeps, limit: RequestHandler): Router {
  const router = Router();
  for (const [path, handler] of Object.entries(GETS))
    router
      .route(path)
      .get(handler(deps))
      .all(onlyMethods(['GET']));
  const form = express.urlencoded({ extended: false, limit: '10kb' });
  router
    .route('/login')
    .get((req, res) => html(noStore(res), loginPage({ next: localPath(req.query.next) })))
    .post(ownFormsOnly(deps), limit, form, logInByForm(deps))
    .all(onlyMethods(['GET', 'POST']));
  router
    .route('/logout')
    .post(ownFormsOnly(deps), logOutByForm(deps))
    .all(onlyMethods(['POST']));
  return router;
}

const noStore = (res: Response): Response => res.set('Cache-Control', 'no-store');

/** Only a path of ours, or an attacker's link could lead away after the login. */
function localPath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return '/';
  return next;
}

const ownFormsOnly =
  ({ publicUrl }: HttpDeps): RequestHandler =>
  (req, res, next) =>
    isForeign(req, publicUrl) ? sendProblem(req, res, problem('foreign_origin')) : next();

const formSchema = z.object({
  username: z.string().max(64),
  password: z.string().max(200),
  next: z.string().optional(),
});

const logInByForm =
  (deps: HttpDeps): RequestHandler =>
  async (req, res) => {
    noStore(res);
    const form = formSchema.safeParse(req.body ?? {});
    const next = localPath(form.data?.next);
    const session = form.success ? await logIn(deps, form.data) : undefined;
    if (!session) return void html(res.status(401), loginPage({ next, error: 'wrong' }));
    res.cookie(sessionCookie.name, session.token, {
      ...sessionCookie.options(deps.publicUrl),
      expires: session.expiresAt,
    });
    res.redirect(303, next);
  };

const logOutByForm =
  (deps: HttpDeps): RequestHandler =>
  async (req, res) => {
    const token = tokenOf(req);
    if (token) await logOut(deps, token);
    res.clearCookie(sessionCookie.name, sessionCookie.options(deps.publicUrl)).redirect(303, '/login');
  };
