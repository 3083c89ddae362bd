import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { loginPage } from './pages/login-page.js';
import { problem, sendProblem } from './problem.js';

/**
 * Headers for our own pages: scripts only from our own files. Inline styles are allowed because the API page and the queue
 * board set them. `no-referrer` would turn the Origin of our own forms into `null`, hence `same-origin`.
 */
export const securityHeaders = (isHttps: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'same-origin' },
  });

/** Counts failed logins per address, over the API and the page together. */
export const loginLimiter = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Without a proxy of ours an X-Forwarded-For is simply not believed.
    validate: { xForwardedForHeader: false },
    handler: (req, res) =>
      req.path === '/login'
        ? res
            .status(429)
            .type('html')
            .send(loginPage({ next: '/', error: 'limited' }))
        : sendProblem(req, res, problem('too_many_requests')),
  });
