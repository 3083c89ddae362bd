import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { createApp } from '../../../src/http/app.js';
import type { HttpDeps } from '../../../src/http/deps.js';
import type { Stores } from '../../../src/store/stores.js';
import { seedDemo } from '../../../src/usecases/seed.js';
import { DEMO_PASSWORD } from '../../../src/usecases/seed-data.js';
import { quietLog } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryStores } from '../../support/memory-stores.js';

export interface Served {
  url: string;
  stores: Stores;
  /** A bearer token of the demo login. */
  token(username: string): Promise<string>;
  /** Sends JSON as the member of staff; `as: undefined` is nobody. */
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  close(): Promise<void>;
}

interface CallOptions {
  as?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Called {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; their shapes are checked by the schemas
  body: any;
}

/** The whole HTTP edge on a free port, over the stores given or in memory, with the demo data. */
export async function serve(over: Partial<HttpDeps> = {}, stores: Stores = memoryStores()): Promise<Served> {
  await seedDemo(stores);
  const deps: HttpDeps = {
    ...stores,
    clock: fakeClock(),
    log: quietLog,
    relay: { kick: async () => undefined },
    fault: () => undefined,
    now: () => new Date(),
    publicUrl: 'http://localhost:3000',
    simulators: true,
    checks: {},
    retryDeadLetter: async () => false,
    mounts: [],
    loginLimit: 1000,
    ...over,
  };
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = new Map<string, Promise<string>>();

  const logIn = async (username: string): Promise<string> => {
    const answer = await call('POST', '/api/v1/login', { as: undefined, body: { username, password: DEMO_PASSWORD } });
    return answer.body.token;
  };
  const token = (username: string): Promise<string> => {
    const known = tokens.get(username) ?? logIn(username);
    tokens.set(username, known);
    return known;
  };
  const call: Served['call'] = async (method, path, options = {}) => {
    const as = 'as' in options ? options.as : 'dispatcher';
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Bearer ${await token(as)}` }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, stores, token, call, close };
}

/** A router that says hello at its root, as the queue board would. */
export const helloRouter = (): Router => Router().all('/', (_req, res) => void res.type('html').send('hello'));

export const aReportBody = (over: object = {}) => ({
  projectId: 'demo-garden',
  category: 'drainage',
  urgency: 'normal',
  description: '马桶堵了',
  location: { building: '3', unit: '2', room: '502' },
  resident: { name: '何女士', phone: '138 0000 0001' },
  isConfirmed: true,
  ...over,
});
