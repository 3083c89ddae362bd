import type { Conversation, Turn } from '../../src/domain/conversation.js';
import type { Reply } from '../../src/domain/reply.js';
import { renderReply } from '../texts/index.js';

const MAX_LINE = 1000;

const wordsOf = ({ input }: Turn): string | undefined => {
  switch (input.kind) {
    case 'text':
      return input.text;
    case 'digits':
      return `[${input.digits}]`;
    case 'media':
      return `[${input.media.kind}]${input.text ?? ''}`;
    default:
      return undefined;
  }
};

type Lines = Conversation['transcript'];

/** What the person said, as a line of the transcript. */
export const heardLine = (turn: Turn): Lines => {
  const text = wordsOf(turn);
  return text ? [{ at: turn.at, from: 'resident', text: text.slice(0, MAX_LINE) }] : [];
};

/** What the service answered, in Chinese, since staff read it. */
export const repliedLine = (turn: Turn, reply: Reply | null): Lines =>
  reply ? [{ at: turn.at, from: 'service', text: renderReply(reply, 'zh-CN', turn.channel).slice(0, MAX_LINE) }] : [];
