import type { Wechaty } from 'wechaty';
import type { Contact } from '../../src/domain/people.js';

type Puppet = Wechaty['puppet'];

/** Where a message goes: a person's chat, or a group in which the person is mentioned. */
export interface Target {
  id: string;
  mention?: { id: string; name: string };
}

/**
 * Finds the chat by which a person is reached. A group that the account has left makes way for the person's own chat.
 * @throws the puppet's error where it could not say whether there is such a contact.
 */
export async function findTarget(puppet: Puppet, to: Contact): Promise<Target | { refused: string }> {
  const { wechatId, roomId } = to;
  if (!wechatId) return { refused: 'no WeChat account' };
  if (
    roomId &&
    (await isKnown(
      roomId,
      (id) => puppet.roomPayload(id),
      () => puppet.roomList(),
    ))
  ) {
    return { id: roomId, mention: { id: wechatId, name: await nameInRoom(puppet, roomId, to) } };
  }
  if (
    !(await isKnown(
      wechatId,
      (id) => puppet.contactPayload(id),
      () => puppet.contactList(),
    ))
  ) {
    return { refused: 'no such contact' };
  }
  const { friend } = await puppet.contactPayload(wechatId);
  return friend === false ? { refused: 'not a friend of the account' } : { id: wechatId };
}

/** A payload that cannot be had may mean an unknown id as well as a lost connection: the list decides, or throws itself. */
async function isKnown(
  id: string,
  load: (id: string) => Promise<unknown>,
  list: () => Promise<string[]>,
): Promise<boolean> {
  try {
    await load(id);
    return true;
  } catch (error) {
    if ((await list()).includes(id)) throw error;
    return false;
  }
}

/** Only for the eye: the mention itself goes by id, so a name that cannot be had does not matter. */
async function nameInRoom(puppet: Puppet, roomId: string, to: Contact): Promise<string> {
  try {
    const { roomAlias, name } = await puppet.roomMemberPayload(roomId, to.wechatId!);
    return roomAlias || name;
  } catch {
    return to.name ?? '';
  }
}
