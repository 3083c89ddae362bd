import { randomUUID } from 'node:crypto';
import twilio from 'twilio';
import { TelephoneProblem } from './problem.js';
import type { HttpMethod, Timer } from './types.js';

export interface WebhookRequest {
  url: string;
  method: HttpMethod;
  params: Record<string, string>;
}

export interface WebhookAnswer {
  contentType: string;
  body: string;
}

export type Webhook = (request: WebhookRequest) => Promise<WebhookAnswer>;

export interface WebhookOptions {
  authToken: string;
  /** The address that signatures are computed with. */
  publicUrl: () => string;
  /** Where requests to the public address really go, if not there: the service behind its own reverse proxy. */
  deliverTo: () => string;
  timer: Timer;
  /** Delivers every request twice with one idempotency token, as Twilio does when an answer gets lost. */
  duplicate: boolean;
}

/** Twilio's limits: 15 seconds for an answer, 64 kB for a document. */
const ANSWER_WITHIN = 15_000;
const LARGEST_ANSWER = 64 * 1024;
const CONNECT_FAULTS = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** The network's own error code behind a failed fetch, which hides it one or two causes deep. */
function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error) return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

const httpFailure = (url: string, what: string) =>
  new TelephoneProblem(11200, `HTTP retrieval failure: ${what} (${new URL(url).pathname})`);

/**
 * The client that calls the service back: signed, form-encoded, one retry if no connection can be made.
 * @throws TelephoneProblem 11100 (not a URL), 11200 (no 2xx answer in time), 11205 (no connection), 11750 (too large)
 */
export function createWebhook(options: WebhookOptions): Webhook {
  async function once(request: WebhookRequest, token: string): Promise<WebhookAnswer> {
    const late = new AbortController();
    const handle = options.timer.setTimeout(() => late.abort(), ANSWER_WITHIN);
    try {
      const response = await fetch(delivery(request.url), { ...dress(request, token), signal: late.signal });
      const body = await response.text();
      if (!response.ok) throw httpFailure(request.url, `status ${response.status}`);
      if (Buffer.byteLength(body) > LARGEST_ANSWER) throw new TelephoneProblem(11750, 'Response body too large');
      return { contentType: response.headers.get('content-type') ?? '', body };
    } catch (error) {
      if (error instanceof TelephoneProblem) throw error;
      if (late.signal.aborted) throw httpFailure(request.url, 'no answer in 15 s');
      if (CONNECT_FAULTS.has(String(codeOf(error)))) throw new TelephoneProblem(11205, 'HTTP connection failure');
      throw httpFailure(request.url, 'the connection broke');
    } finally {
      options.timer.clearTimeout(handle);
    }
  }

  function dress(request: WebhookRequest, token: string) {
    const isPost = request.method === 'POST';
    const signed = isPost ? request.params : {};
    return {
      method: request.method,
      redirect: 'manual' as const,
      ...(isPost ? { body: new URLSearchParams(request.params).toString() } : {}),
      headers: {
        ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' } : {}),
        Accept: '*/*',
        'User-Agent': 'TwilioProxy/1.1',
        'I-Twilio-Idempotency-Token': token,
        'X-Twilio-Signature': twilio.getExpectedTwilioSignature(options.authToken, request.url, signed),
      },
    };
  }

  function delivery(url: string): string {
    const from = options.publicUrl().replace(/\/$/, '');
    return url.startsWith(`${from}/`) ? options.deliverTo().replace(/\/$/, '') + url.slice(from.length) : url;
  }

  return async (request) => {
    const addressed = { ...request, url: withQuery(request) };
    const token = randomUUID();
    const answer = await once(addressed, token).catch((error) => {
      if (error instanceof TelephoneProblem && error.code === 11205) return once(addressed, token);
      throw error;
    });
    if (options.duplicate) await once(addressed, token).catch(() => undefined);
    return answer;
  };
}

/** A GET carries its parameters in the query, where the signature covers them. */
function withQuery({ url, method, params }: WebhookRequest): string {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new TelephoneProblem(11100, 'Invalid URL format');
  if (method === 'POST') return url;
  const whole = new URL(url);
  for (const [name, value] of Object.entries(params)) whole.searchParams.append(name, value);
  return whole.href;
}
