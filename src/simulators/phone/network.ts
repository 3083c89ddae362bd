import type { Router } from 'express';
import type { Clock, Logger } from '../../ports.js';
import { createExchange, type Settings } from './exchange.js';
import { endCall } from './lines.js';
import { sendFromPhone } from './messages.js';
import { createPace } from './pace.js';
import { createPageRouter } from './page-router.js';
import { createPhones, type Phones } from './phones.js';
import { createRestRouter } from './rest/router.js';
import type { Call, Message, NetworkEvent, Recording, Timer } from './types.js';
import { createWebhook } from './webhook.js';

export interface TelephoneNetworkOptions {
  accountSid: string;
  authToken: string;
  /** The number, or numbers, of the account that the service answers. E.164. */
  hotline: string | readonly string[];
  log: Pick<Logger, 'warn'>;
  /** The service's address, which webhooks are addressed to and signed with; a function where the port is not known yet. */
  publicUrl: string | (() => string);
  /** Where the public address is really reached from here; by default the public address itself. */
  deliverTo?: string | (() => string);
  /** Where this network's REST API is reached: recordings' addresses begin with it. By default the public address. */
  apiUrl?: string | (() => string);
  /** What the hotline's numbers are configured with: paths under the public address. */
  webhooks?: Partial<Settings['webhooks']>;
  /** How many times faster than real the service's time runs. */
  scale?: () => number;
  /** A person needs this many real milliseconds at any time scale, before a ringing or a silence may end. */
  patience?: number;
  clock?: Pick<Clock, 'now'>;
  timer?: Timer;
  /** Delivers every webhook twice under one idempotency token. */
  duplicateWebhooks?: boolean;
}

export interface TelephoneNetwork extends Phones {
  /** The REST API: answers everything under `/2010-04-01`, wherever it is mounted. */
  readonly api: Router;
  /** The page, its assets, events and endpoints: to be mounted at `/simulators/phone`. */
  readonly page: Router;
  /** A phone sends an SMS to the hotline; null where that cannot be. */
  sendSms(from: string, to: string, body: string): Message | null;
  calls(): Call[];
  messages(): Message[];
  recordings(): Recording[];
  /** Tells everything that happens, until the returned function is called. */
  subscribe(listener: (event: NetworkEvent) => void): () => void;
  /** Ends every call and event stream, and drops every wait. */
  close(): void;
}

const WEBHOOKS: Settings['webhooks'] = {
  voice: '/webhooks/twilio/voice/incoming',
  sms: '/webhooks/twilio/sms/incoming',
};
const PATIENCE = 8_000;

const REAL_TIMER: Timer = {
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

const lazy = (text: string | (() => string)): (() => string) => (typeof text === 'string' ? () => text : text);

/**
 * A small telephone network that plays Twilio: it calls the service back over HTTP with signed requests, runs the documents that
 * come back, and answers the REST API for calls, messages and recordings. It shares nothing with the service but HTTP.
 */
export function createTelephoneNetwork(options: TelephoneNetworkOptions): TelephoneNetwork {
  const timer = options.timer ?? REAL_TIMER;
  const publicUrl = lazy(options.publicUrl);
  const deliverTo = options.deliverTo === undefined ? publicUrl : lazy(options.deliverTo);
  const pace = createPace({ timer, scale: options.scale ?? (() => 1), patience: options.patience ?? PATIENCE });
  const exchange = createExchange({
    settings: {
      accountSid: options.accountSid,
      authToken: options.authToken,
      hotlines: typeof options.hotline === 'string' ? [options.hotline] : options.hotline,
      publicUrl,
      apiUrl: options.apiUrl === undefined ? publicUrl : lazy(options.apiUrl),
      webhooks: { ...WEBHOOKS, ...options.webhooks },
    },
    pace,
    webhook: createWebhook({
      authToken: options.authToken,
      publicUrl,
      deliverTo,
      timer,
      duplicate: options.duplicateWebhooks ?? false,
    }),
    log: options.log,
    now: () => options.clock?.now() ?? new Date(),
  });
  const phones = createPhones(exchange);
  const sendSms = (from: string, to: string, body: string) => sendFromPhone(exchange, { from, to, body });
  const page = createPageRouter({ exchange, phones, sendSms });
  return {
    ...phones,
    sendSms,
    api: createRestRouter(exchange),
    page: page.router,
    calls: () => [...exchange.calls.values()],
    messages: () => [...exchange.messages.values()],
    recordings: () => [...exchange.recordings.values()],
    subscribe: exchange.subscribe,
    close() {
      for (const line of exchange.live.values())
        endCall(exchange, line, line.call.answeredAt ? 'completed' : 'canceled');
      page.close();
      pace.stop();
    },
  };
}
