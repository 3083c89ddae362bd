import type { FileBoxInterface } from 'file-box';
import { type Puppet, type payloads, types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import type { Group, Person } from './types.js';

/** What the account sends, as it leaves it. */
export interface Outgoing {
  /** The person or the group. */
  to: string;
  text?: string;
  file?: FileBoxInterface;
  mentions: string[];
}

/** What comes to the account. */
export interface Incoming {
  id: string;
  from: string;
  /** The group, if it is not the private chat. */
  group?: string;
  text?: string;
  file?: FileBoxInterface;
  kind: 'text' | 'image' | 'audio' | 'file';
  mentions: string[];
}

export interface SimulatedPuppet {
  puppet: Puppet;
  /** Makes a person known to the account, or renames one. */
  meet(person: Person): void;
  deliver(message: Incoming): void;
}

export interface PuppetHooks {
  account: Person;
  groups: readonly Group[];
  /** Fetches people that may have come since. */
  refresh(): Promise<void>;
  /** Answers the message's id. */
  sent(message: Outgoing): string;
}

const TYPES = {
  text: types.Message.Text,
  image: types.Message.Image,
  audio: types.Message.Audio,
  file: types.Message.Attachment,
};

/**
 * The mock puppet as one account of a WeChat that has people in it. It logs in whenever it is started, tells the ids of what it
 * sends, as a real one does, and keeps what is written to it while it is away.
 */
export function createSimulatedPuppet({ account, groups, refresh, sent }: PuppetHooks): SimulatedPuppet {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  let waiting: string[] = [];

  const meet = (person: Person): void => {
    if (!mocker.cacheContactPayload.has(person.id)) mocker.ContactMock.create(contactOf(person));
    else mocker.contactPayload(person.id, contactOf(person));
  };
  meet(account);
  for (const { id, name } of groups) {
    mocker.RoomMock.create({ id, topic: name, adminIdList: [], memberIdList: [account.id], ownerId: account.id });
  }
  mocker.use(() => {
    if (!puppet.isLoggedIn) puppet.login(account.id);
    return () => {};
  });

  /** Puts a message where the puppet finds it, and tells the puppet. */
  function put(message: Incoming, listener: string | undefined): void {
    const { id, from, group, text, file, kind, mentions } = message;
    if (file) mocker.cacheFileBoxPayload.set(id, file.toJSON());
    const base = { id, talkerId: from, text: text ?? '', type: TYPES[kind], timestamp: Date.now() };
    mocker.MessageMock.create(
      group ? { ...base, roomId: group, mentionIdList: mentions } : { ...base, listenerId: listener! },
    );
    if (puppet.isLoggedIn) puppet.emit('message', { messageId: id });
    else waiting.push(id);
  }
  puppet.on('login', () => {
    // After the login's own listeners, the bot's among them.
    setImmediate(() => {
      const missed = waiting;
      waiting = [];
      for (const messageId of missed) puppet.emit('message', { messageId });
    });
  });

  /** The account's own message, which it gets to see as well. */
  async function send(to: string, what: { text?: string; file?: FileBoxInterface }, mentions: string[] = []) {
    if (!puppet.isLoggedIn) throw new Error('not logged in');
    const isGroup = groups.some(({ id }) => id === to);
    if (!isGroup) await puppet.contactRawPayload(to);
    const id = sent({ to, ...what, mentions });
    const kind = what.file ? ('file' as const) : ('text' as const);
    put({ id, from: account.id, ...(isGroup && { group: to }), ...what, kind, mentions }, to);
    return id;
  }

  const { cacheContactPayload } = mocker;
  const overrides = {
    messageSendText: (to: string, text: string, mentions?: string[]) => send(to, { text }, mentions),
    messageSendFile: (to: string, file: FileBoxInterface) => send(to, { file }),
    async contactRawPayload(id: string): Promise<payloads.Contact> {
      if (!cacheContactPayload.has(id)) await refresh();
      return mocker.contactPayload(id);
    },
    async contactList() {
      await refresh();
      return [...cacheContactPayload.keys()];
    },
  };
  Object.assign(puppet, overrides);

  return {
    puppet,
    meet(person) {
      meet(person);
      // The puppet keeps payloads; a new name must be seen.
      void puppet.contactPayloadDirty(person.id);
    },
    deliver(message) {
      const room = message.group && mocker.roomPayload(message.group);
      if (room && !room.memberIdList.includes(message.from)) room.memberIdList.push(message.from);
      put(message, account.id);
    },
  };
}

const contactOf = ({ id, name }: Person): payloads.Contact => ({
  id,
  name,
  friend: true,
  type: types.Contact.Individual,
  gender: types.ContactGender.Unknown,
  avatar: '',
  phone: [],
});
