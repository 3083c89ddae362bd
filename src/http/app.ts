import express, { type Express, type RequestHandler } from 'express';
import type { HttpDeps } from './deps.js';
import { identify, notFound, onError } from './error-handler.js';
import { mountRoutes, onlyMethods } from './mount-routes.js';
import { openApi } from './openapi.js';
import { pagesRouter } from './pages/router.js';
import { isProblem, problem, sendProblem } from './problem.js';
import { routeTable } from './routes/index.js';
import { loginLimiter, securityHeaders } from './security.js';
import { isForeign, whoCalls } from './session.js';

const LOGIN_LIMIT = 10;

/** The whole HTTP edge: API, pages, health, and what other parts bring along. It listens to nothing yet. */
export function createApp(deps: HttpDeps): Express {
  const isHttps = deps.publicUrl.startsWith('https:');
  const app = express();
  // Behind https there is one proxy, ours; without it the header could be anybody's.
  app.set('trust proxy', isHttps ? 1 : false);
  app.set('query parser', 'simple');
  app.use(identify(deps.log), securityHeaders(isHttps));

  const limit = loginLimiter(deps.loginLimit ?? LOGIN_LIMIT);
  const routes = routeTable(deps);
  mountRoutes(app, routes, deps, limit);
  const description = openApi(routes);
  app
    .route('/api/openapi.json')
    .get((_req, res) => void res.json(description))
    .all(onlyMethods(['GET']));
  app.use(pagesRouter(deps, limit));
  for (const { path, router, auth } of deps.mounts) app.use(path, ...(auth ? [staffOnly(deps)] : []), router);

  app.use(notFound);
  app.use(onError);
  return app;
}

/** Lets dispatchers and managers pass; sends browsers to the login and tells programs 401. */
const staffOnly =
  (deps: HttpDeps): RequestHandler =>
  async (req, res, next) => {
    if (isForeign(req, deps.publicUrl)) return sendProblem(req, res, problem('foreign_origin'));
    const caller = await whoCalls(deps, req, 'staff');
    if (!isProblem(caller)) return next();
    const isBrowser = req.method === 'GET' && req.accepts('json', 'html') === 'html';
    if (isBrowser && caller.problem === 'not_logged_in') {
      return res.redirect(303, `/login?next=${encodeURIComponent(req.originalUrl)}`);
    }
    sendProblem(req, res, caller);
  };
