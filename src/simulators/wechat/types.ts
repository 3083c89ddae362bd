/** Somebody with a WeChat account. */
export interface Person {
  /** The account, `wx-…`: the same after every restart. */
  id: string;
  name: string;
  role?: string;
}

export interface Group {
  /** Ends in `@chatroom`, as WeChat's own do. */
  id: string;
  name: string;
}

/** What one person sees in a chat. */
export interface ChatMessage {
  id: string;
  /** The person whose private chat with the account it is, or the group. */
  chat: string;
  /** Who wrote: a person, or the account. */
  from: string;
  kind: 'text' | 'image' | 'audio' | 'file';
  text?: string;
  /** What a clip says, where it is known. */
  words?: string;
  file?: { id: string; name: string };
  mentions: string[];
  at: Date;
}

export interface StoredFile {
  name: string;
  contentType: string;
  data: Buffer;
}

export interface Snapshot {
  type: 'snapshot';
  account: Person;
  people: Person[];
  groups: Group[];
  messages: ChatMessage[];
}

export type WechatEvent = Snapshot | { type: 'person'; person: Person } | { type: 'message'; message: ChatMessage };

/** Where somebody writes: in the private chat with the account, or in a group. */
export interface Place {
  from: string;
  group?: string | undefined;
}

export type Said = { ok: true; id: string } | { ok: false; reason: 'no-such-person' | 'no-such-group' };
