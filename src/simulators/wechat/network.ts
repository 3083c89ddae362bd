import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { FileBox } from 'file-box';
import type { Puppet } from 'wechaty-puppet';
import type { Clock, Logger, Transcribe } from '../../ports.js';
import { type Chats, createChats } from './chats.js';
import { clipOf, wordsOf } from './clip.js';
import { createPageRouter } from './page-router.js';
import { createSimulatedPuppet, type Outgoing } from './puppet.js';
import type { ChatMessage, Group, Person, Place, Said, StoredFile, WechatEvent } from './types.js';

export interface WechatNetworkOptions {
  /** Everybody with an account that the service knows: seed and later. Asked again whenever somebody unknown is looked for. */
  people: () => Promise<readonly Person[]>;
  clock: Pick<Clock, 'now'>;
  log: Pick<Logger, 'warn'>;
  groups?: readonly Group[];
  /** The account that the bot plays. */
  account?: Person;
}

export interface WechatNetwork {
  /** For the bot: the account's own side. */
  puppet: Puppet;
  /** To be mounted at `/simulators/wechat`. */
  page: Router;
  /** Understands the clips that were made from words; no other audio. */
  transcribe: Transcribe;
  join(person: Person): void;
  say(place: Place, text: string, isMention?: boolean): Promise<Said>;
  sendFile(place: Place, file: StoredFile, words?: string): Promise<Said>;
  /** A voice clip that says these words. */
  sendClip(place: Place, words: string): Promise<Said>;
  messages(): ChatMessage[];
  subscribe(listener: (event: WechatEvent) => void): () => void;
  close(): void;
}

const ACCOUNT: Person = { id: 'wx-shangmen', name: '上门服务' };
const GROUPS: readonly Group[] = [{ id: 'wx-group-garden@chatroom', name: '锦绣花园业主群' }];

/**
 * A small WeChat: people with accounts, their chats with the service's account, and a group. The service is connected to it by the
 * mock puppet and cannot tell it from another one. It is the outside world: nothing of it survives a restart but who the people are.
 */
export function createWechatNetwork(options: WechatNetworkOptions): WechatNetwork {
  const { clock, log, groups = GROUPS, account = ACCOUNT } = options;
  const chats = createChats(groups);
  const simulated = createSimulatedPuppet({ account, groups, refresh, sent: recordSent });

  function join(person: Person): void {
    if (person.id !== account.id && chats.putPerson(person)) simulated.meet(person);
  }

  async function refresh(): Promise<void> {
    try {
      for (const person of await options.people()) join(person);
    } catch (error) {
      log.warn({ error: String(error) }, 'the WeChat simulator could not read who there is');
    }
  }

  function recordSent({ to, text, file, mentions }: Outgoing): string {
    const id = randomUUID();
    const stored = file && keep(chats, id, fileFrom(file));
    const kind = stored ? kindOf(stored.contentType) : 'text';
    const about = stored ? { file: { id, name: stored.name } } : { text: text ?? '' };
    chats.say({ id, chat: to, from: account.id, kind, ...about, mentions, at: clock.now() });
    return id;
  }

  async function write(
    { from, group }: Place,
    what: { text?: string; words?: string; file?: StoredFile; mentions?: string[] },
  ): Promise<Said> {
    if (!chats.people.has(from)) await refresh();
    if (!chats.people.has(from)) return { ok: false, reason: 'no-such-person' };
    if (group && !chats.groups.has(group)) return { ok: false, reason: 'no-such-group' };
    const { text, words, file, mentions = [] } = what;
    const id = randomUUID();
    const kind = file ? kindOf(file.contentType) : 'text';
    const stored = file && keep(chats, id, file);
    chats.say({
      id,
      chat: group ?? from,
      from,
      kind,
      ...(text !== undefined && { text }),
      ...(words && { words }),
      ...(stored && { file: { id, name: stored.name } }),
      mentions,
      at: clock.now(),
    });
    const box = file && FileBox.fromBase64(file.data.toString('base64'), file.name);
    simulated.deliver({
      id,
      from,
      ...(group && { group }),
      ...(text && { text }),
      ...(box && { file: box }),
      kind,
      mentions,
    });
    return { ok: true, id };
  }

  const sendFile: WechatNetwork['sendFile'] = (place, file, words) => write(place, { file, ...(words && { words }) });
  const actions = {
    join,
    say: (place: Place, text: string, isMention = false) =>
      isMention
        ? write(place, { text: `@${account.name}\u2005${text}`, mentions: [account.id] })
        : write(place, { text }),
    sendFile,
    sendClip: (place: Place, words: string) =>
      sendFile(place, { name: 'voice.wav', contentType: 'audio/wav', data: clipOf(words) }, words),
  };
  const page = createPageRouter({ chats, account, refresh, ...actions });
  return {
    puppet: simulated.puppet,
    page: page.router,
    transcribe: async ({ data }) => wordsOf(data),
    ...actions,
    messages: chats.messages,
    subscribe: chats.subscribe,
    close: page.close,
  };
}

function keep(chats: Chats, id: string, file: StoredFile): StoredFile {
  chats.putFile(id, file);
  return file;
}

function kindOf(contentType: string): 'image' | 'audio' | 'file' {
  if (contentType.startsWith('image/')) return 'image';
  return contentType.startsWith('audio/') ? 'audio' : 'file';
}

/** The account sends base64 only, whose bytes are at hand without waiting. */
function fileFrom(box: { name: string; mediaType: string; toJSON(): object }): StoredFile {
  const { base64 = '' } = box.toJSON() as { base64?: string };
  return { name: box.name, contentType: box.mediaType, data: Buffer.from(base64, 'base64') };
}
