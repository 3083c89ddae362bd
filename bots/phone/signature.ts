import type { RequestHandler } from 'express';
import twilio from 'twilio';
import type { Logger } from '../../src/ports.js';

/**
 * Lets only the provider's requests through: a missing or wrong signature is 403, and nothing happens.
 * The signature covers the public address, not the one a proxy forwards to.
 */
export const requireSignature =
  (options: { authToken: string; publicUrl: string; log: Logger }): RequestHandler =>
  (request, response, next) => {
    const signature = request.header('x-twilio-signature');
    const url = options.publicUrl + request.originalUrl;
    const params = (request.body ?? {}) as Record<string, unknown>;
    if (signature && twilio.validateRequest(options.authToken, signature, url, params)) return next();
    options.log.warn({ path: request.path, hasSignature: Boolean(signature) }, 'webhook refused: signature');
    response.status(403).type('text/plain').send('signature required');
  };
