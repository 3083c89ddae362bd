import type { Conversation, Turn } from '../../src/domain/conversation.js';

/** So many turns are remembered with their replies. */
export const MAX_HANDLED = 30;

/** A conversation that begins with this turn; not saved yet. */
export const newConversation = (turn: Turn): Conversation => ({
  id: turn.conversation,
  version: 0,
  channel: turn.channel,
  from: turn.from,
  locale: 'zh-CN',
  flows: [],
  handled: [],
  transcript: [],
  effects: [],
  updatedAt: turn.at,
});
