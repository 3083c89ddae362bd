import type { TelephoneNetwork } from '../simulators/phone/network.js';
import type { WechatNetwork } from '../simulators/wechat/index.js';
import { Missing, until } from './until.js';

export interface Address {
  wechat?: string | undefined;
  phone?: string | undefined;
  invitationCode?: string | undefined;
}

type Loosely<F> = F extends (...args: infer A) => infer R ? (...args: A) => R | Promise<Awaited<R>> : F;
type Loose<T, K extends keyof T> = { [P in K]: Loosely<T[P]> };

/** What a person does with the two networks: in this process, or over HTTP. */
export interface Networks {
  phone: Pick<TelephoneNetwork, 'calls' | 'subscribe'> &
    Loose<TelephoneNetwork, 'dial' | 'answer' | 'decline' | 'hangUp' | 'press' | 'speak' | 'configure' | 'sendSms'>;
  wechat: Pick<WechatNetwork, 'subscribe'> & Loose<WechatNetwork, 'join' | 'say' | 'sendFile'>;
}

/** Somebody with a chat and a telephone, who does what people do with them: nothing here goes past the two networks. */
export interface Player extends Address {
  readonly name: string;
  /** Writes to the service, privately or, by mention, in a group. */
  writes(text: string, group?: string): Promise<void>;
  /** Waits for the next message from the service that matches; those before it are taken as read. */
  reads(pattern: RegExp): Promise<string>;
  /** Whether such a message has come since. */
  hasGot(pattern: RegExp): boolean;
  sendsPicture(picture: { name: string; contentType: string; data: Buffer }): Promise<void>;
  sendsSms(to: string, text: string): Promise<void>;
  readsSms(pattern: RegExp): Promise<string>;
  dials(hotline: string): Promise<void>;
  isRung(): boolean;
  answers(): Promise<void>;
  declines(): Promise<void>;
  /** Waits for a sentence of the service in a call. */
  hears(pattern: RegExp): Promise<string>;
  says(text: string): Promise<void>;
  presses(keys: string): Promise<void>;
  hangsUp(): Promise<void>;
  /** Takes no calls; messages arrive. */
  takesNoCalls(): Promise<void>;
  leave(): void;
}

/** The account that the bot plays. */
export const ACCOUNT = 'wx-shangmen';
const ALIVE = ['queued', 'ringing', 'in-progress'];

/** What came to one person on one way, with a mark up to where it was read. */
function createInbox(whose: string) {
  const lines: string[] = [];
  let read = 0;
  return {
    add: (text: string) => void lines.push(text),
    has: (pattern: RegExp): boolean => lines.some((line, n) => n >= read && pattern.test(line)),
    next: (pattern: RegExp): Promise<string> =>
      until(
        `${whose} should get ${pattern}`,
        () => {
          const at = lines.findIndex((line, n) => n >= read && pattern.test(line));
          if (at === -1) return undefined;
          read = at + 1;
          return lines[at];
        },
        () => lines.slice(read).join(' | ') || 'nothing',
      ),
  };
}

export function createPlayer({ phone, wechat }: Networks, name: string, address: Address): Player {
  const [chats, texts, words] = [
    createInbox(`${name} (微信)`),
    createInbox(`${name} (短信)`),
    createInbox(`${name} (电话)`),
  ];
  const groups = new Set<string>();
  const stop = [
    wechat.subscribe((event) => {
      if (event.type !== 'message' || event.message.from !== ACCOUNT) return;
      const { chat, text = '' } = event.message;
      if (chat === address.wechat || groups.has(chat)) chats.add(text);
    }),
    phone.subscribe((event) => {
      if (event.type === 'line' && event.phone === address.phone && event.line.who === 'service')
        words.add(event.line.text);
      if (event.type !== 'message' || event.message.phone !== address.phone) return;
      const { direction, status, body } = event.message;
      if (direction !== 'inbound' && status === 'queued') texts.add(body);
    }),
  ];
  const number = () => address.phone ?? fail(`${name} has no telephone`);
  const account = () => address.wechat ?? fail(`${name} has no WeChat`);
  const call = () => phone.calls().findLast((one) => one.phone === address.phone && ALIVE.includes(one.status));
  const can = async (act: string, run: () => { ok: boolean } | Promise<{ ok: boolean }>): Promise<void> =>
    void (await until(`${name} should be able to ${act}`, async () => (await run()).ok));

  return {
    name,
    ...address,
    async writes(text, group) {
      if (group) groups.add(group);
      else await wechat.join({ id: account(), name });
      mustBe(await wechat.say({ from: account(), group }, text, group !== undefined), `${name} cannot write`);
    },
    reads: chats.next,
    hasGot: chats.has,
    sendsPicture: async (picture) => mustBe(await wechat.sendFile({ from: account() }, picture), `${name} cannot send`),
    async sendsSms(to, text) {
      if (!(await phone.sendSms(number(), to, text))) fail(`${name} cannot send an SMS to ${to}`);
    },
    readsSms: texts.next,
    dials: async (hotline) => mustBe(await phone.dial(number(), hotline), `${name} cannot dial`),
    isRung: () => call()?.status === 'ringing' && call()?.direction !== 'inbound',
    answers: () => can('answer', () => phone.answer(number())),
    async declines() {
      await phone.decline(number());
    },
    hears: words.next,
    says: (text) => can(`say ${text}`, () => (call()?.listening?.speech ? phone.speak(number(), text) : DEAF)),
    async presses(keys) {
      for (const key of keys)
        await can(`press ${key}`, () => (call()?.listening?.keys ? phone.press(number(), key) : DEAF));
    },
    async hangsUp() {
      await phone.hangUp(number());
    },
    async takesNoCalls() {
      await phone.configure(number(), { answering: 'busy' });
    },
    leave() {
      for (const end of stop) end();
    },
  };
}

/** Nobody listens yet. */
const DEAF = { ok: false };

function mustBe(done: { ok: boolean; reason?: string }, otherwise: string): void {
  if (!done.ok) fail(`${otherwise}: ${done.reason ?? ''}`);
}

function fail(message: string): never {
  throw new Missing(message);
}
