import { EventEmitter } from 'node:events';
import type { Logger } from '../../ports.js';
import type { Pace } from './pace.js';
import type {
  Call,
  HttpMethod,
  Listening,
  Message,
  NetworkEvent,
  PhoneInput,
  PhoneSettings,
  Recording,
  TranscriptLine,
} from './types.js';
import type { Webhook } from './webhook.js';

export interface StatusCallback {
  url: string;
  method: HttpMethod;
  events: ReadonlySet<string>;
}

/** A call in progress: what cannot be written down in the call itself. */
export interface Line {
  readonly call: Call;
  /** Aborted when the call ends. */
  readonly over: AbortController;
  /** Aborted when the call ends or the service puts it on another document. */
  script: AbortController;
  /** Set while the phone rings. */
  ring: ((choice: 'answer' | 'machine' | 'decline') => void) | null;
  /** Set while somebody listens. */
  input: ((input: PhoneInput) => void) | null;
  readonly callback: StatusCallback | null;
  /** Everything that the phone's owner said, for a recording of the whole call. */
  readonly said: string[];
  sequence: number;
  /** The last status callback under way: they are delivered in their order. */
  reported: Promise<void>;
}

export interface Settings {
  accountSid: string;
  authToken: string;
  hotlines: readonly string[];
  publicUrl: () => string;
  /** Base of the REST API, for the addresses of recordings. */
  apiUrl: () => string;
  /** Paths under the public address that the hotline's numbers are configured with. */
  webhooks: { voice: string; sms: string; status?: string };
}

/** The state of the network and the means to change it; in memory, as a real network's state is outside our process. */
export interface Exchange {
  readonly settings: Settings;
  readonly calls: Map<string, Call>;
  /** Calls that have not ended, by call sid. */
  readonly live: Map<string, Line>;
  /** Lines that occupy a simulated phone, by its number. */
  readonly lines: Map<string, Line>;
  readonly messages: Map<string, Message>;
  readonly recordings: Map<string, Recording>;
  readonly phones: Map<string, PhoneSettings>;
  readonly pace: Pace;
  readonly webhook: Webhook;
  readonly log: Pick<Logger, 'warn'>;
  now(): Date;
  emit(event: NetworkEvent): void;
  subscribe(listener: (event: NetworkEvent) => void): () => void;
}

export const DEFAULT_PHONE: PhoneSettings = { answering: 'person', sms: 'delivered' };

/** Older calls and messages than these many are forgotten: a demonstration may run for weeks. */
const KEPT = 5_000;

export function createExchange(
  parts: Pick<Exchange, 'settings' | 'pace' | 'webhook' | 'log'> & { now: () => Date },
): Exchange {
  const feed = new EventEmitter();
  feed.setMaxListeners(0);
  return {
    ...parts,
    calls: new Map(),
    live: new Map(),
    lines: new Map(),
    messages: new Map(),
    recordings: new Map(),
    phones: new Map(),
    emit: (event) => void feed.emit('event', event),
    subscribe(listener) {
      feed.on('event', listener);
      return () => feed.off('event', listener);
    },
  };
}

/** Files a thing under its sid, forgetting the oldest. */
export function file<T extends { sid: string }>(shelf: Map<string, T>, thing: T): T {
  shelf.set(thing.sid, thing);
  if (shelf.size > KEPT) shelf.delete(shelf.keys().next().value ?? '');
  return thing;
}

/** A call without its transcript, as events and lists carry it. */
export function summaryOf(call: Call): Omit<Call, 'transcript'> {
  const { transcript: _, ...summary } = call;
  return { ...summary };
}

/** Adds to a call's transcript and tells the feed. */
export function write(exchange: Exchange, call: Call, line: Omit<TranscriptLine, 'at'>): void {
  const written = { at: exchange.now().toISOString(), ...line };
  call.transcript.push(written);
  exchange.emit({ type: 'line', callSid: call.sid, phone: call.phone, line: written });
}

/** Opens or closes the line's ear, so that the feed shows when words are heard. */
export function listen(
  exchange: Exchange,
  line: Line,
  ear: { listening: Listening; input: (input: PhoneInput) => void } | null,
): void {
  line.input = ear?.input ?? null;
  line.call.listening = ear?.listening ?? null;
  exchange.emit({ type: 'call', call: summaryOf(line.call) });
}

/** Puts a fault into the feed, the call's transcript and the log. */
export function report(exchange: Exchange, call: Call | null, problem: { code: number; message: string }): void {
  exchange.log.warn({ callSid: call?.sid, code: problem.code }, problem.message);
  exchange.emit({ type: 'problem', callSid: call?.sid ?? null, code: problem.code, message: problem.message });
  if (call)
    write(exchange, call, { who: 'network', kind: 'problem', text: String(problem.code), detail: problem.message });
}
