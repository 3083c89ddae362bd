import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import twilio from 'twilio';
import { createConversations } from '../../../bots/dialog/handle-turn.js';
import type { PhoneDeps } from '../../../bots/phone/deps.js';
import { createOutbound } from '../../../bots/phone/outbound.js';
import { createPhoneRouter } from '../../../bots/phone/router.js';
import { render } from '../../../bots/texts/index.js';
import type { Effect, EffectRef, PromptName, Route } from '../../../src/domain/effects.js';
import {
  createTelephoneNetwork,
  type TelephoneNetwork,
  type TelephoneNetworkOptions,
} from '../../../src/simulators/phone/network.js';
import type { Call } from '../../../src/simulators/phone/types.js';
import { placeCall } from '../../../src/usecases/place-call.js';
import { sendMessage } from '../../../src/usecases/send-message.js';
import { aDispatcher, aProject, aStaff, quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { memoryStores } from '../../support/memory-stores.js';
import { createFakeTimer } from '../simulators-phone/fake-timer.js';

export const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
export const TOKEN = 'a-token-of-the-simulated-account';
export const HOTLINE = '+861060000000';
export const RESIDENT = '+8613800000001';
export const STRANGER = '+8613800000077';
export const TECHNICIAN = '+8613800001001';
export const DESK = '+8613800009999';
export const WEBHOOKS = '/webhooks/twilio';
const API = '/simulators/twilio';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const hotline of open.splice(0)) await hotline.close();
});

export interface HotlineOptions extends Partial<TelephoneNetworkOptions> {
  /** Replaces single parts of the telephone channel. */
  deps?: (deps: PhoneDeps) => Partial<PhoneDeps>;
}

/**
 * The telephone channel as the application mounts it, with the real conversations, on stores in memory; and the simulated network that plays
 * Twilio, joined to it by HTTP on loopback. One pair of hands moves the time of both. Closed by itself after the test.
 */
export async function openHotline({ deps: replace, ...options }: HotlineOptions = {}) {
  const time = createFakeTimer();
  const clock = {
    now: () => new Date(TUESDAY_TEN.getTime() + time.now()),
    delayUntil: (moment: Date) => Math.max(0, moment.getTime() - clock.now().getTime()),
  };
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = { accountSid: ACCOUNT, authToken: TOKEN, phoneNumber: HOTLINE };
  const network = createTelephoneNetwork({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    hotline: HOTLINE,
    publicUrl: url,
    apiUrl: url + API,
    webhooks: { status: `${WEBHOOKS}/voice/status` },
    log: { warn() {} },
    timer: time.timer,
    clock,
    ...options,
  });

  const stores = memoryStores();
  await settle(stores);
  const kicked: string[] = [];
  const core = {
    ...stores,
    clock,
    log: quietLog,
    fault: () => undefined,
    relay: { kick: async (_: string, id: string) => void kicked.push(id) },
  };
  const { receive } = createConversations(core);
  const outbound = createOutbound({ ...account, apiBaseUrl: url + API, publicUrl: url });
  const full: PhoneDeps = { ...core, ...account, publicUrl: url, receive, transcribe: async () => undefined };
  const answers: { path: string; token: string; status: number; body: string }[] = [];
  app.use(WEBHOOKS, (request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: string) => {
      const token = request.get('i-twilio-idempotency-token') ?? '';
      answers.push({ path: request.originalUrl, token, status: response.statusCode, body });
      return send(body);
    };
    next();
  });
  app.use(createPhoneRouter({ ...full, ...replace?.(full) }));
  app.use(API, network.api);

  /** The newest call of a phone, under way or over. */
  const callOf = (phone: string): Call => {
    const call = network.calls().findLast((one) => one.phone === phone);
    if (!call) throw new Error(`${phone} has no call`);
    return call;
  };
  const working = { ...core, ...outbound, messengers: { sms: outbound.sms }, render };
  const hotline = {
    ...time,
    url,
    network,
    stores,
    core,
    clock,
    kicked,
    answers,
    outbound,
    callOf,
    caller: (phone: string): Caller => aCaller({ network, until: time.until, callOf }, phone),
    tickets: async () => (await stores.tickets.list({}, { limit: 50 })).tickets.toReversed(),
    async ticket(id = 'W-1001') {
      const ticket = await stores.tickets.get(id);
      if (!ticket) throw new Error(`there is no ticket ${id}`);
      return ticket;
    },
    /** Keys of what a call made the desk be told. */
    async deskNotices(call: Call) {
      const conversation = await stores.conversations.get(`call-${call.sid}`);
      return (conversation?.effects ?? []).flatMap(({ work }) => (work.kind === 'message' ? [work.text.key] : []));
    },
    /** Carries out an effect of a ticket as its worker would: a call or an SMS, by its first route. */
    async carryOut(ref: EffectRef) {
      const { attempt, routes } = await hotline.effect(ref);
      const job = { ...ref, attempt };
      return routes[0] === 'call' ? placeCall(working, job) : sendMessage(working, job);
    },
    async effect(ref: EffectRef): Promise<Effect> {
      const effect = await stores.effects.getEffect(ref);
      if (!effect) throw new Error(`there is no effect ${ref.effectId}`);
      return effect;
    },
    /** The ticket's newest question of that name, to be asked by the given ways. */
    async prompt(ticketId: string, prompt: PromptName, routes: Route[] = ['call']): Promise<EffectRef> {
      const { effects } = await hotline.ticket(ticketId);
      const found = effects.findLast(({ work }) => work.kind === 'prompt' && work.prompt === prompt);
      const ref = { owner: 'ticket' as const, ownerId: ticketId, effectId: found?.id ?? `no ${prompt}` };
      await stores.effects.updateEffect(ref, { from: ['pending'] }, { routes });
      return ref;
    },
    /** Posts a webhook as Twilio signs it, or with another signature, or none (null). */
    async post(path: string, fields: Record<string, string>, signature?: string | null) {
      const right = twilio.getExpectedTwilioSignature(TOKEN, url + WEBHOOKS + path, fields);
      const headers: Record<string, string> =
        signature === null ? {} : { 'X-Twilio-Signature': signature === undefined ? right : signature };
      const body = new URLSearchParams(fields);
      const response = await fetch(url + WEBHOOKS + path, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    },
    async close() {
      network.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  open.push(hotline);
  return hotline;
}

export type Hotline = Awaited<ReturnType<typeof openHotline>>;

interface Line {
  network: TelephoneNetwork;
  until: ReturnType<typeof createFakeTimer>['until'];
  callOf(phone: string): Call;
}
type Caller = ReturnType<typeof aCaller>;

/** One person at a telephone. */
function aCaller({ network, until, callOf }: Line, phone: string) {
  const sayings = () =>
    callOf(phone)
      .transcript.filter(({ kind, who }) => kind === 'say' && who === 'service')
      .map(({ text }) => text);
  let before = 0;
  /** Until the service listens again or the call is over, after it said something new or the line went through. */
  const theirTurn = (what: string) =>
    until(() => {
      const { endedAt, listening } = callOf(phone);
      return endedAt || (listening && (sayings().length > before || listening.bridged));
    }, what);
  const act = async (what: string, done: { ok: boolean }) => {
    if (!done.ok) throw new Error(`${what}: ${JSON.stringify(done)}`);
    await theirTurn(`the answer to ${what}`);
  };
  const mark = () => {
    before = sayings().length;
  };
  return {
    phone,
    call: () => callOf(phone),
    dials: () => act('dialling', network.dial(phone, HOTLINE)),
    async picksUp() {
      await until(() => callOf(phone).status === 'ringing', `${phone} rings`);
      await act('picking up', network.answer(phone));
    },
    async says(text: string) {
      mark();
      await act(text, network.speak(phone, text));
    },
    async presses(keys: string) {
      mark();
      await act(`[${keys}]`, network.press(phone, keys));
    },
    async isSilent() {
      mark();
      await theirTurn('the end of the silence');
    },
    async hangsUp() {
      network.hangUp(phone);
      await until(() => callOf(phone).endedAt, 'the end of the call');
    },
    /** What the service said since the last word from here. */
    heard: () => sayings().slice(before).join(''),
    everything: () => sayings().join(''),
    isOver: () => callOf(phone).endedAt !== null,
  };
}

async function settle({ people }: ReturnType<typeof memoryStores>): Promise<void> {
  await people.saveProject(aProject());
  await people.saveStaff(aStaff());
  await people.saveStaff(aDispatcher());
  await people.saveResident({
    id: 'res-1',
    name: '陈女士',
    phones: [RESIDENT],
    wechatIds: [],
    projectId: 'garden',
    home: { building: '3', unit: '2', room: '502' },
    locale: 'zh-CN',
  });
}
