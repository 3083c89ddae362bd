import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { toneWav } from './audio.js';
import type { Exchange } from './exchange.js';
import { E164 } from './formats.js';
import type { Done, Phones } from './phones.js';
import type { Message, NetworkEvent } from './types.js';

const number = z.string().regex(E164);
const onPhone = z.strictObject({ number });
const words = z.string().trim().min(1).max(1000);

/** Every endpoint of the page: the body it takes. */
const BODIES = {
  dial: z.strictObject({ from: number, to: number }),
  answer: z.strictObject({ number, as: z.enum(['person', 'machine']).default('person') }),
  decline: onPhone,
  'hang-up': onPhone,
  press: z.strictObject({ number, keys: z.string().regex(/^[0-9*#]{1,32}$/) }),
  speak: z.strictObject({ number, text: words }),
  murmur: onPhone,
  sms: z.strictObject({ from: number, to: number, body: words }),
  settings: z.strictObject({
    number,
    answering: z.enum(['person', 'machine', 'busy', 'off']).optional(),
    sms: z.enum(['delivered', 'undelivered', 'failed']).optional(),
  }),
};

const ASSETS = join(import.meta.dirname, 'page');
/** The last calls and messages that a newly opened page shows. */
const SHOWN = 200;
/** A comment on the event stream now and then keeps proxies from cutting it. */
const KEEP_ALIVE = 25_000;

export interface PageParts {
  exchange: Exchange;
  phones: Phones;
  sendSms: (from: string, to: string, body: string) => Message | null;
}

/** The simulator's page: its files, its event stream and the endpoints behind its buttons. */
export function createPageRouter({ exchange, phones, sendSms }: PageParts): { router: Router; close: () => void } {
  const router = express.Router();
  const streams = new Set<Response>();

  const act = <N extends keyof typeof BODIES>(name: N, run: (body: z.output<(typeof BODIES)[N]>) => Done) =>
    router.post(`/${name}`, express.json({ limit: '16kb' }), (request, response) => {
      const parsed = BODIES[name].safeParse(request.body);
      if (!parsed.success)
        return void response.status(400).json({ ok: false, reason: 'invalid', field: parsed.error.issues[0]?.path });
      const done = run(parsed.data as z.output<(typeof BODIES)[N]>);
      response.status(done.ok ? 200 : 409).json(done);
    });

  act('dial', ({ from, to }) => phones.dial(from, to));
  act('answer', (body) => phones.answer(body.number, body.as));
  act('decline', (body) => phones.decline(body.number));
  act('hang-up', (body) => phones.hangUp(body.number));
  act('press', (body) => phones.press(body.number, body.keys));
  act('speak', (body) => phones.speak(body.number, body.text));
  act('murmur', (body) => phones.murmur(body.number));
  act('sms', ({ from, to, body }) =>
    sendSms(from, to, body) ? { ok: true } : { ok: false, reason: 'not-in-service' },
  );
  act('settings', ({ number: phone, answering, sms }) => {
    phones.configure(phone, { ...(answering ? { answering } : {}), ...(sms ? { sms } : {}) });
    return { ok: true };
  });

  router.get('/events', (request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    const send = (event: NetworkEvent | ReturnType<typeof snapshot>) =>
      response.write(`data: ${JSON.stringify(event)}\n\n`);
    send(snapshot(exchange));
    const unsubscribe = exchange.subscribe(send);
    const beat = setInterval(() => response.write(': here\n\n'), KEEP_ALIVE);
    streams.add(response);
    request.on('close', () => {
      clearInterval(beat);
      unsubscribe();
      streams.delete(response);
    });
  });

  router.get('/recordings/:sid.wav', (request, response) => {
    const recording = exchange.recordings.get(request.params.sid);
    if (!recording) return void response.status(404).end();
    response.type('audio/wav').send(toneWav(recording.durationSeconds));
  });

  router.get('/', (_request, response) => response.sendFile('phone.html', { root: ASSETS, maxAge: 0 }));
  router.use(express.static(ASSETS, { index: false, redirect: false, maxAge: 0 }));
  router.use(badBody);
  return {
    router,
    close() {
      for (const response of streams) response.end();
    },
  };
}

/** Everything that a page needs to begin with; afterwards it lives on events. */
function snapshot(exchange: Exchange) {
  return {
    type: 'snapshot' as const,
    hotlines: exchange.settings.hotlines,
    phones: Object.fromEntries(exchange.phones),
    calls: [...exchange.calls.values()].slice(-SHOWN),
    messages: [...exchange.messages.values()].slice(-SHOWN),
    recordings: [...exchange.recordings.values()].slice(-SHOWN),
  };
}

const badBody: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent || typeof error?.status !== 'number' || error.status >= 500) return next(error);
  response.status(error.status).json({ ok: false, reason: 'invalid' });
};
