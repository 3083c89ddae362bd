import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { createEventStream } from '../shared/event-stream.js';
import type { Chats } from './chats.js';
import type { Person, Place, Said, StoredFile, WechatEvent } from './types.js';

const ASSETS = join(import.meta.dirname, 'page');
const SHARED = join(import.meta.dirname, '..', 'shared', 'page');
const MAX_FILE = 5 * 1024 * 1024;

const person = z.string().regex(/^wx-[\w-]{1,60}$/);
const group = z.string().regex(/^wx-[\w-]{1,60}@chatroom$/);
const words = z.string().trim().min(1).max(4_000);
const BODIES = {
  say: z.strictObject({ from: person, group: group.optional(), text: words, isMention: z.boolean().default(false) }),
  voice: z.strictObject({ from: person, group: group.optional(), words: words.max(600) }),
  people: z.strictObject({ id: person, name: z.string().trim().min(1).max(40), role: z.string().max(20).optional() }),
};
const fileQuery = z.strictObject({ from: person, group: group.optional() });
/** What may be sent, and the name's ending by which the account's side knows it. Nothing that a browser would run. */
const FILE_TYPES = new Map([
  ['image/png', 'picture.png'],
  ['image/jpeg', 'picture.jpg'],
  ['image/gif', 'picture.gif'],
  ['image/webp', 'picture.webp'],
  ['audio/webm', 'voice.weba'],
  ['audio/ogg', 'voice.oga'],
  ['audio/mp4', 'voice.m4a'],
  ['audio/mpeg', 'voice.mp3'],
  ['audio/wav', 'voice.wav'],
]);

export interface PageParts {
  chats: Chats;
  account: Person;
  refresh(): Promise<void>;
  join(person: Person): void;
  say(place: Place, text: string, isMention?: boolean): Promise<Said>;
  sendFile(place: Place, file: StoredFile): Promise<Said>;
  sendClip(place: Place, words: string): Promise<Said>;
}

/** The simulator's page: its files, its event stream and the endpoints behind its buttons. */
export function createPageRouter(parts: PageParts): { router: Router; close: () => void } {
  const { chats, account } = parts;
  const router = express.Router();
  const json = express.json({ limit: '32kb' });

  router.post('/say', json, async (request, response) => {
    const body = BODIES.say.safeParse(request.body);
    if (!body.success) return invalid(response, body.error);
    const { text, isMention, ...place } = body.data;
    answer(response, await parts.say(place, text, isMention));
  });
  router.post('/voice', json, async (request, response) => {
    const body = BODIES.voice.safeParse(request.body);
    if (!body.success) return invalid(response, body.error);
    answer(response, await parts.sendClip(body.data, body.data.words));
  });
  router.post('/people', json, (request, response) => {
    const body = BODIES.people.safeParse(request.body);
    if (!body.success) return invalid(response, body.error);
    const { role, ...who } = body.data;
    parts.join({ ...who, ...(role && { role }) });
    response.json({ ok: true });
  });
  router.post('/file', express.raw({ limit: MAX_FILE, type: [...FILE_TYPES.keys()] }), async (request, response) => {
    const query = fileQuery.safeParse(request.query);
    if (!query.success) return invalid(response, query.error);
    const contentType = (request.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const name = FILE_TYPES.get(contentType);
    if (!name) return void response.status(415).json({ ok: false, reason: 'wrong-type' });
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) return invalid(response);
    answer(response, await parts.sendFile(query.data, { name, contentType, data: request.body }));
  });

  const stream = createEventStream<WechatEvent>({
    prepare: parts.refresh,
    snapshot() {
      const [people, groups] = [[...chats.people.values()], [...chats.groups.values()]];
      return { type: 'snapshot', account, people, groups, messages: chats.messages() };
    },
    subscribe: chats.subscribe,
  });
  router.get('/events', stream.handler);

  router.get('/files/:id', (request, response) => {
    const file = chats.file(request.params.id);
    if (!file) return void response.status(404).json({ ok: false, reason: 'no-such-file' });
    const isShown = FILE_TYPES.has(file.contentType);
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': isShown ? 'inline' : 'attachment' });
    response.type(isShown ? file.contentType : 'application/octet-stream').send(file.data);
  });

  router.get('/', (_request, response) => response.sendFile('wechat.html', { root: ASSETS, maxAge: 0 }));
  // The addresses repeat the folders, so that the modules import one another as they lie on the disk.
  const files = { index: false, redirect: false, maxAge: 0 } as const;
  router.use('/wechat/page', express.static(ASSETS, files));
  router.use('/shared/page', express.static(SHARED, files));
  router.use(badBody);
  return { router, close: stream.close };
}

function answer(response: Response, said: Said): void {
  response.status(said.ok ? 200 : 409).json(said);
}

function invalid(response: Response, error?: z.ZodError): void {
  response.status(400).json({ ok: false, reason: 'invalid', field: error?.issues[0]?.path.join('.') });
}

/** Bodies that could not be read: broken JSON, too long. */
const badBody: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent || typeof error?.status !== 'number' || error.status >= 500) return next(error);
  response.status(error.status).json({ ok: false, reason: error.status === 413 ? 'too-big' : 'invalid' });
};
