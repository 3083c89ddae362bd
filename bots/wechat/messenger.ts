import { FileBox } from 'file-box';
import type { Message, Wechaty } from 'wechaty';
import type { EffectRef } from '../../src/domain/effects.js';
import type { Clock, Messenger } from '../../src/ports.js';
import { splitText } from './split.js';
import { findTarget, type Target } from './target.js';

/** Nothing left this machine; trying again is safe. */
class NotLoggedIn extends Error {
  override readonly name = 'NotLoggedIn';
  readonly code = 'WECHAT_NOT_LOGGED_IN';
  readonly isNotSent = true;
}

export interface MessengerDeps {
  online(): Wechaty | undefined;
  clock: Pick<Clock, 'now'>;
}

export interface WechatMessenger extends Messenger {
  /** WeChat shows the account its own messages too: the only receipt that there is. */
  sawOwn(message: Message): void;
}

/** The newest messages of which we know that they went out; older ones are nobody's question any more. */
const REMEMBERED = 500;

/**
 * Sends by the account. Refuses where the person is no contact of it; throws where it is not logged in or the puppet fails.
 * Whether an earlier message got through is known only while this process remembers it; otherwise the answer is `unknown`.
 */
export function createMessenger({ online, clock }: MessengerDeps): WechatMessenger {
  const sent = memory<string>();
  const echoes = memory<{ to: string; text: string; at: Date }>();

  return {
    async send({ ref, to, text, media }) {
      const bot = online();
      if (!bot) throw new NotLoggedIn('WeChat is not logged in');
      const target = await findTarget(bot.puppet, to);
      if ('refused' in target) return { status: 'refused', reason: target.refused };
      const messageId = await deliver(bot, target, text, media);
      sent.add(keyOf(ref));
      return { status: 'sent', ref: messageId ?? ref.effectId };
    },

    async wasSent({ ref, to, text, since }) {
      if (sent.has((key) => key === keyOf(ref))) return 'sent';
      const wasSeen = (part: string) =>
        echoes.has(
          (echo) => [to.roomId, to.wechatId].includes(echo.to) && echo.at >= since && echo.text.endsWith(part),
        );
      const parts = splitText(text);
      return parts.length > 0 && parts.every(wasSeen) ? 'sent' : 'unknown';
    },

    sawOwn(message) {
      const to = message.room()?.id ?? message.listener()?.id;
      if (to) echoes.add({ to, text: message.text(), at: clock.now() });
    },
  };
}

const keyOf = ({ owner, ownerId, effectId }: EffectRef): string => [owner, ownerId, effectId].join(' ');

/** Sends the parts one after another; answers WeChat's id of the last, where the puppet tells it. */
async function deliver(
  { puppet }: Wechaty,
  { id, mention }: Target,
  text: string,
  media: { name: string; data: Buffer }[],
): Promise<string | undefined> {
  const [first = '', ...others] = splitText(text);
  const opening = mention ? `@${mention.name}\u2005${first}` : first;
  let last: string | undefined;
  const note = (messageId: unknown) => {
    if (typeof messageId === 'string' && messageId) last = messageId;
  };
  if (opening) note(await puppet.messageSendText(id, opening, mention ? [mention.id] : []));
  for (const part of others) note(await puppet.messageSendText(id, part));
  for (const { name, data } of media) {
    note(await puppet.messageSendFile(id, FileBox.fromBase64(data.toString('base64'), name)));
  }
  return last;
}

/** Remembers the newest few. */
function memory<T>() {
  const items: T[] = [];
  return {
    add(item: T) {
      items.push(item);
      if (items.length > REMEMBERED) items.shift();
    },
    has: (wanted: (item: T) => boolean) => items.some(wanted),
  };
}
