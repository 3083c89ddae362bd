import type { Turn } from '../../src/domain/conversation.js';
import { numberEffects } from '../../src/domain/effects.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Deps } from '../../src/usecases/deps.js';
import { screenSafety } from '../understanding/index.js';
import { contextOf } from './context.js';
import { MAX_HANDLED, newConversation } from './conversation.js';
import { wantsPerson } from './operations/desk.js';
import { replyEffects } from './replies.js';

/**
 * A turn that keeps failing is answered by an apology, and the desk is told to look after the person. Danger is answered
 * with what to do, whatever else is broken.
 * @returns the apology, saved with the conversation; null for turns that nobody waits for.
 */
export async function apologise(
  deps: Pick<Deps, 'conversations' | 'people' | 'clock' | 'relay'>,
  turn: Turn,
): Promise<Reply | null> {
  if (['timeout', 'prompt', 'hangup'].includes(turn.input.kind)) return null;
  const saved = await deps.conversations.get(turn.conversation);
  const context = await contextOf(deps, turn, undefined, saved);
  const text = turn.input.kind === 'text' ? turn.input.text : '';
  const danger = screenSafety(text, turn.channel === 'phone' ? 'speech' : 'chat');
  const reply: Reply = {
    say: [...(danger ? [{ key: `safety.${danger}`, params: {} }] : []), { key: 'sorry.broken', params: {} }],
    expect: turn.channel === 'phone' ? 'human' : 'speech',
  };
  const now = deps.clock.now();
  const conversation = saved ?? newConversation(turn);
  const version = conversation.version + 1;
  const drafts = [
    ...replyEffects(turn, reply, conversation.locale, context),
    ...(await wantsPerson({ people: deps.people, clock: deps.clock }, { turn, context })),
  ];
  const next = {
    ...conversation,
    version,
    handled: [...conversation.handled, { turnId: turn.id, reply }].slice(-MAX_HANDLED),
  };
  await deps.conversations.save(next, conversation.version, numberEffects(conversation.id, version, drafts, now));
  await deps.relay.kick('conversation', conversation.id);
  return reply;
}
