import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Turn } from '../../src/domain/conversation.js';
import type { Reply } from '../../src/domain/reply.js';
import type { ReceiveTurn } from '../../src/ports.js';
import type { Deps } from '../../src/usecases/deps.js';
import { FLOWS } from '../flows/index.js';
import type { Flows } from './flow.js';
import { apologise } from './sorry.js';
import { takeTurn } from './take-turn.js';

/** What conversations need of the rest. */
export type ConversationDeps = Pick<
  Deps,
  'conversations' | 'inbox' | 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'
> & {
  /** Waits between two looks at a turn that is handled elsewhere; milliseconds of real time. */
  pause?: (milliseconds: number) => Promise<unknown>;
  flows?: Flows;
};

/** The service's side of all conversations. */
export interface Conversations {
  /**
   * The single entry of all channels: keeps the turn, handles everything that waits in its conversation, in order, and answers
   * this turn's reply. A turn that was received before changes nothing and gets the same reply. `null` where there is nothing
   * to say, or where another process is still at it after 10 s (the reply then goes out as an effect).
   * @throws where the stores cannot be reached; the turn, once kept, is handled by a later drain.
   */
  receive: ReceiveTurn;
  /** Handles what waits in a conversation, unless somebody else is at it. */
  drain(conversation: string): Promise<void>;
}

/** Longer than any turn takes; renewed for every turn. */
const LEASE_MS = 30_000;
const LOOK_AGAIN_MS = 40;
const PATIENCE_MS = 10_000;
/** After so many failures a turn is put aside, so that the next ones can go on. */
const MAX_FAILURES = 3;

/** The single entry of all channels; keeps nothing of its own, so that any number of processes may have one. */
export function createConversations(deps: ConversationDeps): Conversations {
  const { inbox, pause = setTimeout, flows = FLOWS } = deps;

  async function drain(conversation: string): Promise<void> {
    const holder = randomUUID();
    if (!(await inbox.acquire(conversation, holder, LEASE_MS))) return;
    try {
      for (let turn = await inbox.next(conversation); turn; turn = await inbox.next(conversation)) {
        await handle(turn);
        if (!(await inbox.acquire(conversation, holder, LEASE_MS))) return;
      }
    } finally {
      await inbox.release(conversation, holder);
    }
  }

  /** One turn to its end: answered, or put aside after it failed too often. */
  async function handle(turn: Turn): Promise<void> {
    for (;;) {
      try {
        const { reply } = await takeTurn(deps, flows, turn);
        deps.fault('turn.before-mark');
        await inbox.markHandled(turn.id, reply, deps.clock.now());
        deps.fault('turn.after-mark');
        return;
      } catch (error) {
        const failures = await inbox.countFailure(turn.id);
        const message = error instanceof Error ? error.message : String(error);
        deps.log.error({ turnId: turn.id, channel: turn.channel, failures, error: message }, 'turn failed');
        if (failures >= MAX_FAILURES) return bury(turn, message);
      }
    }
  }

  async function bury(turn: Turn, error: string): Promise<void> {
    const reply = await apologise(deps, turn).catch((cause: unknown) => {
      deps.log.error({ turnId: turn.id, error: String(cause) }, 'no apology could be saved');
      return null;
    });
    deps.log.warn({ turnId: turn.id, hasReply: reply !== null }, 'turn put aside');
    await inbox.bury(turn.id, error, deps.clock.now());
  }

  /** The reply as it was saved; a buried turn's apology is found in its conversation. */
  async function replyTo(turn: Turn): Promise<Reply | null | undefined> {
    const entry = await inbox.get(turn.id);
    if (!entry?.handledAt) return undefined;
    if (entry.reply) return entry.reply;
    const conversation = await deps.conversations.get(turn.conversation);
    return conversation?.handled.find(({ turnId }) => turnId === turn.id)?.reply ?? null;
  }

  async function receive(turn: Turn): Promise<Reply | null> {
    await inbox.put(turn);
    deps.fault('turn.after-put');
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
      const reply = await replyTo(turn);
      if (reply !== undefined) return reply;
      await drain(turn.conversation);
      const now = await replyTo(turn);
      if (now !== undefined) return now;
      await pause(LOOK_AGAIN_MS);
    }
    return null;
  }

  return { receive, drain };
}
