import { timingSafeEqual } from 'node:crypto';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { Exchange } from '../exchange.js';
import { callRoutes } from './calls.js';
import { ApiRefusal, invalid, notFound, sendRefusal } from './errors.js';
import { messageRoutes } from './messages.js';
import { recordingRoutes } from './recordings.js';

function authenticate(accountSid: string, authToken: string): RequestHandler {
  const expected = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
  return (request, _response, next) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    next(isOurs ? undefined : new ApiRefusal(401, 20003, 'Authenticate'));
  };
}

const refuse: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof ApiRefusal) return sendRefusal(response, error);
  // The body parser's own faults (too large, broken encoding) carry a 4xx status.
  if (typeof error?.status === 'number' && error.status < 500)
    return sendRefusal(response, invalid('Malformed request'));
  next(error);
};

/** The REST API of the simulated network, under `/2010-04-01`: the part of Twilio's that the service uses. */
export function createRestRouter(exchange: Exchange): Router {
  const { accountSid, authToken } = exchange.settings;
  const api = express.Router();
  api.use(authenticate(accountSid, authToken), express.urlencoded({ extended: false, limit: '64kb' }));
  const router = express.Router();
  callRoutes(exchange, router);
  messageRoutes(exchange, router);
  recordingRoutes(exchange, router);
  api.use(router, (request) => {
    throw notFound(request.originalUrl.split('?')[0] ?? '');
  });
  api.use(refuse);
  const root = express.Router();
  const confine: RequestHandler = (request, response, next) =>
    request.path.startsWith('/2010-04-01') ? api(request, response, next) : next();
  return root.use(confine);
}
