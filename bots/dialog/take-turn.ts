import type { Conversation, Turn } from '../../src/domain/conversation.js';
import { type EffectDraft, numberEffects } from '../../src/domain/effects.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Deps } from '../../src/usecases/deps.js';
import { type Context, contextOf, localeOf } from './context.js';
import { MAX_HANDLED, newConversation } from './conversation.js';
import { resume } from './engine.js';
import type { Dialog, Flows, Move } from './flow.js';
import { hear } from './hear.js';
import { minutesUntilIdle } from './leaving.js';
import { listen } from './listen.js';
import { detectLocale } from './locale.js';
import { perform } from './operations/index.js';
import { replyEffects } from './replies.js';
import { known } from './slots.js';
import { remember, topOf } from './stack.js';
import { heardLine, repliedLine } from './transcript.js';

export type TurnDeps = Pick<Deps, 'conversations' | 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'>;

/** So many lines of what was said are kept. */
const MAX_LINES = 120;

/** Whether somebody spoke after the question that this silence is about. */
const isStale = ({ input }: Turn, { handled }: Conversation): boolean =>
  input.kind === 'timeout' && handled.at(-1)?.turnId !== input.turnId;

/**
 * Handles one turn: load, understand, step, perform, save with the effects. Handled before (a crash came between saving and
 * marking), it only answers again.
 * @throws where a store fails or the conversation was changed by somebody else; nothing is half done then that a repetition would not complete.
 */
export async function takeTurn(deps: TurnDeps, flows: Flows, turn: Turn): Promise<{ reply: Reply | null }> {
  const conversation = (await deps.conversations.get(turn.conversation)) ?? newConversation(turn);
  const before = conversation.handled.find(({ turnId }) => turnId === turn.id);
  if (before) {
    await deps.relay.kick('conversation', conversation.id);
    return { reply: before.reply };
  }
  if (isStale(turn, conversation)) return { reply: null };
  const context = await contextOf(deps, turn, known(conversation.flows[0]?.slots ?? {}).hotlineProjectId, conversation);
  const locale = localeFor(conversation, turn, context);
  const spoken = { ...conversation, transcript: [...conversation.transcript, ...heardLine(turn)] };
  const { move, effects } = await converse(deps, flows, spoken, { turn, context, locale });
  const reply = turn.input.kind === 'hangup' ? null : move.reply;
  const dialog = turn.input.kind === 'hangup' ? { ...move.dialog, flows: [] } : move.dialog;
  await save(
    deps,
    spoken,
    dialog,
    reply,
    [
      ...replyEffects(turn, reply, dialog.locale, context),
      ...effects,
      ...timeoutEffect(flows, dialog, turn, deps.clock.now()),
    ],
    turn,
  );
  return { reply };
}

/** The engine and the outside world by turns, until there is a reply. */
async function converse(
  deps: TurnDeps,
  flows: Flows,
  conversation: Conversation,
  { turn, context, locale }: { turn: Turn; context: Context; locale: Dialog['locale'] },
): Promise<{ move: Extract<Move, { kind: 'reply' }>; effects: EffectDraft[] }> {
  const effects: EffectDraft[] = [];
  let move = listen(flows, { flows: conversation.flows, locale }, hear(turn, context), context);
  for (let n = 0; move.kind === 'perform'; n++) {
    deps.fault('turn.before-outcome');
    const scene = {
      turn,
      context,
      locale: move.dialog.locale,
      key: `${turn.id}-${n}`,
      transcript: conversation.transcript,
    };
    const result = await perform(deps, move.outcome, scene);
    deps.fault('turn.after-outcome');
    effects.push(...(result.effects ?? []));
    move = resume(flows, move, result, context);
  }
  return { move: { ...move, dialog: since(move.dialog, turn) }, effects };
}

/** A flow remembers when it began: its ticket gets the words from then on. */
const since = (dialog: Dialog, turn: Turn): Dialog => {
  const top = topOf(dialog);
  return top && top.slots.since === undefined ? remember(dialog, { since: turn.at.toISOString() }) : dialog;
};

function localeFor(conversation: Conversation, turn: Turn, { person }: Context): Dialog['locale'] {
  if (conversation.version > 0) return conversation.locale;
  const written =
    turn.input.kind === 'text' || turn.input.kind === 'media' ? detectLocale(turn.input.text ?? '') : undefined;
  return written ?? localeOf(person) ?? conversation.locale;
}

/** When silence is looked at again; a later turn makes it stale. */
function timeoutEffect(flows: Flows, dialog: Dialog, turn: Turn, now: Date): EffectDraft[] {
  const minutes = minutesUntilIdle(flows, dialog, turn.channel);
  if (minutes === undefined) return [];
  return [{ work: { kind: 'timeout', turnId: turn.id }, dueAt: new Date(now.getTime() + minutes * 60_000) }];
}

async function save(
  deps: TurnDeps,
  conversation: Conversation,
  dialog: Dialog,
  reply: Reply | null,
  drafts: EffectDraft[],
  turn: Turn,
): Promise<void> {
  const version = conversation.version + 1;
  const lines = [...conversation.transcript, ...repliedLine(turn, reply)];
  const next: Conversation = {
    ...conversation,
    version,
    from: turn.input.kind === 'timeout' ? conversation.from : { ...conversation.from, ...turn.from },
    locale: dialog.locale,
    flows: [...dialog.flows],
    handled: [...conversation.handled, { turnId: turn.id, reply }].slice(-MAX_HANDLED),
    transcript: lines.slice(-MAX_LINES),
    updatedAt: turn.at,
  };
  const effects = numberEffects(conversation.id, version, drafts, deps.clock.now());
  deps.fault('turn.before-save');
  if (!(await deps.conversations.save(next, conversation.version, effects))) {
    throw new Error('somebody else changed the conversation');
  }
  deps.fault('turn.after-save');
  await deps.relay.kick('conversation', conversation.id);
}
