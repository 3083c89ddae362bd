import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import twilio from 'twilio';
import { createTelephoneNetwork, type TelephoneNetworkOptions } from '../../../src/simulators/phone/network.js';
import type { Call, NetworkEvent } from '../../../src/simulators/phone/types.js';
import { createFakeTimer } from './fake-timer.js';

export const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
export const TOKEN = 'a-token-of-the-simulated-account';
export const HOTLINE = '+864008880001';
export const RESIDENT = '+8613800000001';
export const TECHNICIAN = '+8613900000002';

export interface Hit {
  path: string;
  body: Record<string, string>;
  token: string;
}

/** Sends the SDK's requests to loopback. */
class LoopbackClient extends twilio.RequestClient {
  constructor(private readonly base: string) {
    super();
  }
  override request<T>(options: Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]) {
    const uri = new URL(options.uri);
    const base = new URL(this.base);
    uri.protocol = base.protocol;
    uri.host = base.host;
    return super.request<T>({ ...options, uri: uri.href });
  }
}

type Answer = (request: Request, response: Response) => unknown;

const towns: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

/**
 * A small service, a telephone network and the SDK, joined by HTTP on loopback. The service checks signatures with Twilio's own
 * middleware and answers each path by what the test gives it. Closed by itself after the test.
 */
export async function openTown(options: Partial<TelephoneNetworkOptions> = {}) {
  const time = createFakeTimer();
  const hits: Hit[] = [];
  const events: NetworkEvent[] = [];
  const answers = new Map<string, Answer>();
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const network = createTelephoneNetwork({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    hotline: HOTLINE,
    publicUrl: url,
    log: { warn() {} },
    timer: time.timer,
    ...options,
  });
  network.subscribe((event) => events.push(structuredClone(event)));

  app.use(network.api);
  app.use('/simulators/phone', network.page);
  app.use('/service', express.urlencoded({ extended: false }));
  app.use('/service', twilio.webhook(TOKEN, { protocol: 'http', host: new URL(url).host }));
  app.use('/webhooks', express.urlencoded({ extended: false }));
  app.use('/webhooks', twilio.webhook(TOKEN, { protocol: 'http', host: new URL(url).host }));
  app.use(async (request, response) => {
    const path = request.originalUrl;
    const given = (request.method === 'GET' ? request.query : request.body) as Record<string, string>;
    hits.push({ path, body: { ...given }, token: request.get('i-twilio-idempotency-token') ?? '' });
    const answer = answers.get(path.split('?')[0] ?? '');
    if (!answer) return void response.status(request.method === 'GET' ? 404 : 204).end();
    await answer(request, response);
  });

  const client = twilio(ACCOUNT, TOKEN, { httpClient: new LoopbackClient(url) });
  const xml = (document: { toString(): string } | string) => (_: Request, response: Response) =>
    response.type('text/xml').send(String(document));

  const town = {
    ...time,
    url,
    network,
    client,
    hits,
    events,
    server,
    /** Answers a path with a document, or with whatever the function does. */
    serve(path: string, answer: Answer | { toString(): string }): void {
      answers.set(path, typeof answer === 'function' ? (answer as Answer) : xml(answer));
    },
    /** Answers calls to the hotline. */
    onCall(answer: Answer | { toString(): string }): void {
      town.serve('/webhooks/twilio/voice/incoming', answer);
    },
    hit: (path: string) => hits.find((hit) => hit.path === path),
    bodies: (path: string) => hits.filter((hit) => hit.path === path).map(({ body }) => body),
    call: (index = -1): Call => network.calls().at(index) as Call,
    said: (call: Call) => call.transcript.filter(({ kind }) => kind === 'say').map(({ text }) => text),
    problems: () => events.flatMap((event) => (event.type === 'problem' ? [event.code] : [])),
    async close() {
      network.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  towns.push(town);
  return town;
}

/** A loopback address where nobody listens. */
export async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export type Town = Awaited<ReturnType<typeof openTown>>;
export const voice = () => new twilio.twiml.VoiceResponse();
