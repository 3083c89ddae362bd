import type { Message } from 'wechaty';
import { types } from 'wechaty-puppet';
import type { Turn } from '../../src/domain/conversation.js';
import type { Clock, Logger, MediaStore, Transcribe } from '../../src/ports.js';
import { addressedText, type BotNames } from './addressed.js';
import { isKept, keepMedia } from './media.js';

export interface InboundDeps {
  media: MediaStore;
  transcribe: Transcribe;
  clock: Clock;
  log: Logger;
}

/** How often a file is fetched before the conversation goes on without it. */
const FILE_ATTEMPTS = 3;

type Input = Turn['input'];

/** WeChat's own accounts that look like people. */
const SYSTEM_ACCOUNTS = new Set([
  'weixin',
  'filehelper',
  'fmessage',
  'newsapp',
  'medianote',
  'floatbottle',
  'qqmail',
  'qmessage',
]);

/** The conversation that a message belongs to: one per person, and one per person in each group. */
export const conversationOf = (message: Message): string => {
  const room = message.room();
  return ['wechat', ...(room ? [room.id] : []), message.talker().id].join('-');
};

/**
 * Whether a person wrote it, to us, since we are here. Cheap: nothing is fetched.
 * @param since earlier messages (by the wall's time) are history that a puppet replays.
 */
export function isForUs(message: Message, { since }: { since: Date }): boolean {
  const talker = message.talker();
  return (
    !message.self() &&
    !SYSTEM_ACCOUNTS.has(talker.id) &&
    talker.type() !== types.Contact.Official &&
    message.date().getTime() >= since.getTime()
  );
}

/**
 * The turn that a message makes; undefined for neighbours' talk in a group and for what nobody would answer. The same message always
 * makes the same turn id, and its media the same media id.
 * @param attempt how often it was tried before; the third time a file that cannot be fetched is left out.
 * @throws the puppet's or store's error where something cannot be fetched or kept now.
 */
export async function toTurn(
  deps: InboundDeps,
  message: Message,
  { names, attempt }: { names: BotNames; attempt: number },
): Promise<Turn | undefined> {
  const id = `wechat-${message.id}`;
  const input = message.room()
    ? await fromGroup(message, names)
    : await fromChat(deps, message, { id, mustFetch: attempt < FILE_ATTEMPTS - 1 });
  if (!input) return undefined;
  const talker = message.talker();
  const room = message.room();
  const name = talker.name();
  return {
    id,
    conversation: conversationOf(message),
    channel: 'wechat',
    at: deps.clock.now(),
    from: { wechatId: talker.id, ...(room && { roomId: room.id }), ...(name && { name }) },
    input,
  };
}

/** In a group only words can be addressed to somebody. */
async function fromGroup(message: Message, names: BotNames): Promise<Input | undefined> {
  if (message.type() !== types.Message.Text) return undefined;
  const text = addressedText(message.text(), names, await message.mentionSelf());
  return text === undefined ? undefined : words(text);
}

async function fromChat(
  deps: InboundDeps,
  message: Message,
  { id, mustFetch }: { id: string; mustFetch: boolean },
): Promise<Input | undefined> {
  const type = message.type();
  if (type === types.Message.Text) return words(message.text());
  if (type === types.Message.Location) return words(await placeOf(message));
  if (!isKept(type)) return undefined;
  const { media, file } = await keepMedia(deps, message, { id: `${id}-media`, mustFetch });
  if (media.kind !== 'audio') return { kind: 'media', media };
  const text = await transcribed(deps, file);
  return { kind: 'media', media, ...(text && { text }) };
}

const words = (text: string): Input => ({ kind: 'text', text, isSpeech: false });

/** A clip that cannot be transcribed is kept all the same, and a person may listen to it. */
async function transcribed({ transcribe, log }: InboundDeps, file: { data: Buffer; contentType: string }) {
  try {
    return (await transcribe(file))?.trim();
  } catch (error) {
    log.warn({ error: String(error) }, 'a voice clip was not transcribed');
    return undefined;
  }
}

/** Asked of the puppet itself: the message's own toLocation does not work in this version of wechaty. */
async function placeOf(message: Message): Promise<string> {
  const { address, name } = await message.wechaty.puppet.messageLocation(message.id);
  return address.includes(name) ? address : `${address} ${name}`;
}
