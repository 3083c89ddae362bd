import type { Express, RequestHandler } from 'express';
import type { HttpDeps } from './deps.js';
import { jsonBody } from './json-body.js';
import { isProblem, problem, sendProblem } from './problem.js';
import { readInput } from './read-input.js';
import type { Answer, Caller, FileAnswer, Route } from './route.js';
import { isForeign, whoCalls } from './session.js';

/** Puts the table's routes on the app; every other method of their paths is a 405 that names the right ones. */
export function mountRoutes(app: Express, routes: readonly Route[], deps: HttpDeps, limit: RequestHandler): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = app.route(path);
    const group = routes.filter((route) => route.path === path);
    for (const route of group) {
      const before = route.isLimited ? [limit] : [];
      here[route.method](
        ...before,
        guard(route, deps),
        ...(route.method === 'get' ? [] : [jsonBody]),
        run(route, deps),
      );
    }
    here.all(onlyMethods(group.map(({ method }) => method.toUpperCase())));
  }
}

/** 405 for every method but these (and HEAD beside GET). */
export function onlyMethods(methods: readonly string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return (req, res) => sendProblem(req, res, problem('method_not_allowed', { headers: { Allow: allow } }));
}

/** Who calls is known before a byte of the body is read. */
const guard =
  (route: Route, deps: HttpDeps): RequestHandler =>
  async (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    if (isForeign(req, deps.publicUrl)) return sendProblem(req, res, problem('foreign_origin'));
    if (route.access === 'public') return next();
    const caller = await whoCalls(deps, req, route.access);
    if (isProblem(caller)) return sendProblem(req, res, caller);
    res.locals.caller = caller;
    next();
  };

const run =
  (route: Route, deps: HttpDeps): RequestHandler =>
  async (req, res) => {
    const input = readInput(route, req);
    if (isProblem(input)) return sendProblem(req, res, input);
    const caller = res.locals.caller as Caller;
    const answer = await route.handle({ ...input, ...caller, log: res.locals.log }, deps);
    if (isProblem(answer)) return sendProblem(req, res, answer);
    if ('file' in answer) return sendFile(res, answer);
    sendAnswer(res, route, answer);
  };

type Response = Parameters<RequestHandler>[1];

function sendAnswer(res: Response, route: Route, { body, status, headers }: Answer<unknown>): void {
  res.status(status ?? route.status ?? 200).set(headers ?? {});
  if (res.statusCode === 204) res.end();
  else res.json(route.answer?.parse(body));
}

/** What browsers may show in place; anything else that people sent us is only for saving. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/mp4)$/;

function sendFile(res: Response, { file }: FileAnswer): void {
  const isShown = SHOWN.test(file.contentType);
  res.attachment(file.name);
  if (isShown) res.set('Content-Disposition', String(res.get('Content-Disposition')).replace(/^attachment/, 'inline'));
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
  res.type(isShown ? file.contentType : 'application/octet-stream').send(file.data);
}
