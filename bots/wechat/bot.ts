import type { Friendship, Message } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';
import { types } from 'wechaty-puppet';
import type { Clock, Logger, MediaStore, Messenger, ReceiveTurn, Transcribe } from '../../src/ports.js';
import { conversationOf, isForUs, toTurn } from './inbound.js';
import { createLanes } from './lanes.js';
import { createMessenger } from './messenger.js';
import type { OpenPuppet } from './puppets.js';
import { openSession, type Watch, type WechatStatus } from './session.js';

export interface WechatDeps {
  /** From `createPuppet`: one puppet, or a way to make one whenever the connection must be replaced. */
  puppet: Puppet | OpenPuppet;
  receive: ReceiveTurn;
  media: MediaStore;
  transcribe: Transcribe;
  clock: Clock;
  log: Logger;
  /** Names by which it is addressed in groups, beside its WeChat name and @上门. */
  nicknames?: readonly string[];
  watch?: Watch;
  /** Waits between attempts to hand on a message, in real milliseconds. */
  waits?: readonly number[];
}

export interface WechatBot {
  messenger: Messenger;
  isLoggedIn(): boolean;
  status(): WechatStatus;
  /** Takes no more messages, finishes those at hand, and leaves. */
  close(): Promise<void>;
}

const NICKNAMES = ['小上'];

/** A restart takes less: what was written meanwhile is answered, what is older is history that the puppet replays. */
const RESTART_MS = 5 * 60_000;

/** Connects a WeChat account with the conversations: what people write becomes turns, in order, and replies go out by the messenger. */
export async function startWechatBot(deps: WechatDeps): Promise<WechatBot> {
  const { receive, clock, log, nicknames = NICKNAMES } = deps;
  const lanes = createLanes({ log, ...(deps.waits && { waits: deps.waits }) });
  // Messages carry the wall's time, whatever the pace of the service's clock.
  const since = new Date(Date.now() - RESTART_MS);
  const messenger = createMessenger({ online: () => session.online(), clock });

  function onMessage(message: Message): void {
    const { wechaty } = message;
    if (!wechaty.isLoggedIn) return;
    if (message.self()) {
      messenger.sawOwn(message);
      return;
    }
    const circumstances = { names: { account: wechaty.currentUser.name(), nicknames }, since };
    if (!isForUs(message, circumstances)) return;
    lanes.add(conversationOf(message), async (attempt) => {
      const turn = await toTurn(deps, message, { ...circumstances, attempt });
      if (turn) await receive(turn);
    });
  }

  const session = await openSession({ ...deps, onMessage, onFriendship: welcome });
  return {
    messenger,
    isLoggedIn: () => session.online() !== undefined,
    status: () => session.status(),
    async close() {
      await lanes.close();
      await session.close();
    },
  };
}

/** Residents may add the account without anybody at the desk having to agree. */
async function welcome(friendship: Friendship): Promise<void> {
  if (friendship.type() === types.Friendship.Receive) await friendship.accept();
}
