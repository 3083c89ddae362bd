import type { Message } from 'wechaty';
import { types } from 'wechaty-puppet';
import type { MediaRef } from '../../src/domain/conversation.js';
import type { Clock, MediaStore } from '../../src/ports.js';

/** What the store takes. */
const MAX_BYTES = 15 * 1024 * 1024;

const { Message: Type } = types;
type Kind = MediaRef['kind'];
const FILES: ReadonlyMap<number, Kind> = new Map([
  [Type.Image, 'image'],
  [Type.Audio, 'audio'],
  [Type.Video, 'video'],
  [Type.Attachment, 'file'],
  [Type.Emoticon, 'file'],
]);
/** Messages that carry no file of their own; what is kept says so. */
const NOTES: ReadonlyMap<number, string> = new Map([
  [Type.Contact, '[名片] contact card'],
  [Type.ChatHistory, '[聊天记录] chat history'],
  [Type.MiniProgram, '[小程序] mini program'],
  [Type.Url, '[链接] link'],
  [Type.Post, '[视频号] post'],
  [Type.Transfer, '[转账] transfer'],
  [Type.RedEnvelope, '[红包] red envelope'],
]);

export interface KeptMedia {
  media: MediaRef;
  /** What was kept, for reading it further. */
  file: { data: Buffer; contentType: string };
}

/** Whether the message is one that is kept: a file, or something that people send and expect an answer to. */
export const isKept = (type: number): boolean => FILES.has(type) || NOTES.has(type);

/**
 * Keeps what the message carries under the given id. What cannot be kept (no file, too big) leaves a note of one line in its place.
 * @param mustFetch whether a file that cannot be fetched is an error; otherwise a note says so.
 * @throws the puppet's error where the file cannot be fetched, the store's where it cannot be kept.
 */
export async function keepMedia(
  { media: store, clock }: { media: MediaStore; clock: Clock },
  message: Message,
  { id, mustFetch }: { id: string; mustFetch: boolean },
): Promise<KeptMedia> {
  const { name, kind, ...file } = await contentOf(message, mustFetch);
  await store.put({ id, name, contentType: file.contentType, data: file.data, at: clock.now() });
  return { media: { id, kind }, file };
}

interface Content {
  name: string;
  kind: Kind;
  data: Buffer;
  contentType: string;
}

async function contentOf(message: Message, mustFetch: boolean): Promise<Content> {
  const kind = FILES.get(message.type());
  if (!kind) return noteOf(NOTES.get(message.type()) ?? '[消息] message');
  try {
    const box = await message.toFileBox();
    const data = await box.toBuffer();
    if (data.length > MAX_BYTES) return noteOf(`[文件超过 15 MB,未保存] ${box.name}: over 15 MB, not kept`);
    return { name: box.name, kind, data, contentType: typeOf(kind, box.mediaType) };
  } catch (error) {
    if (mustFetch) throw error;
    return noteOf('[文件未能下载] the file could not be fetched');
  }
}

const noteOf = (text: string) => ({
  name: 'message.txt',
  kind: 'file' as const,
  data: Buffer.from(text),
  contentType: 'text/plain; charset=utf-8',
});

const DEFAULTS: Record<Kind, string> = {
  image: 'image/jpeg',
  audio: 'audio/silk',
  video: 'video/mp4',
  file: 'application/octet-stream',
};
/** Puppets name files carelessly; a voice clip without a known type is SILK, as WeChat records it. */
const typeOf = (kind: Kind, mediaType: string | undefined): string =>
  mediaType && mediaType !== 'application/octet-stream' ? mediaType : DEFAULTS[kind];
