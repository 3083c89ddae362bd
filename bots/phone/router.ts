import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { WEBHOOKS } from './addresses.js';
import { retryQuery } from './bodies.js';
import type { PhoneDeps, Webhook, Webhooks } from './deps.js';
import { outboundRoutes } from './outbound-routes.js';
import { requireSignature } from './signature.js';
import { smsRoutes } from './sms-routes.js';
import { onceMore, regret } from './twiml.js';
import { voiceRoutes } from './voice-routes.js';
import { voicemailRoutes } from './voicemail-routes.js';

/** Longest body of a webhook; a transcript of a long call fits. */
const BODY_LIMIT = '64kb';
/** Somebody is on the line and hears what these answer. */
const HEARD = new Set(['/voice/incoming', '/voice/turn', '/voice/dialled', '/voice/outbound']);
const MAX_RETRIES = 2;

const asHandler =
  (path: string, webhook: Webhook, deps: PhoneDeps): RequestHandler =>
  async (request: Request, response: Response) => {
    try {
      response.type('text/xml').send(await webhook(request));
    } catch (error) {
      if (error instanceof z.ZodError) {
        deps.log.warn({ path, issues: error.issues.map((issue) => issue.path.join('.')) }, 'webhook malformed');
        response.status(400).type('text/plain').send(z.prettifyError(error));
        return;
      }
      deps.log.error({ path, error: String(error) }, 'webhook failed');
      if (HEARD.has(path)) response.type('text/xml').send(consolation(request));
      else response.status(500).type('text/plain').send('temporarily unavailable');
    }
  };

/** A second request finds the turn in the inbox, if it got that far; after some tries the caller is told. */
function consolation({ originalUrl, query }: Request): string {
  const { retry } = retryQuery.parse(query);
  if (retry >= MAX_RETRIES) return regret();
  const url = new URL(originalUrl, 'http://localhost');
  url.searchParams.set('retry', String(retry + 1));
  return onceMore(url.pathname + url.search);
}

/** Everything that the telephone provider posts: signature first, then zod, then one turn. Mounted at the root. */
export function createPhoneRouter(deps: PhoneDeps): Router {
  const router = Router();
  const webhooks: Webhooks = {
    ...voiceRoutes(deps),
    ...outboundRoutes(deps),
    ...voicemailRoutes(deps),
    ...smsRoutes(deps),
  };
  router.use(WEBHOOKS, express.urlencoded({ extended: false, limit: BODY_LIMIT }), requireSignature(deps));
  for (const [path, webhook] of Object.entries(webhooks)) router.post(WEBHOOKS + path, asHandler(path, webhook, deps));
  return router;
}
