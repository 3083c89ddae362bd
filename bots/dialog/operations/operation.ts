import type { Conversation, Turn } from '../../../src/domain/conversation.js';
import type { EffectDraft } from '../../../src/domain/effects.js';
import type { Locale } from '../../../src/domain/people.js';
import type { Deps } from '../../../src/usecases/deps.js';
import type { Context } from '../context.js';
import type { Result } from '../flow.js';
import type { Known } from '../slots.js';

export type OperationDeps = Pick<Deps, 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'>;

/** The circumstances of an outcome. */
export interface Scene {
  turn: Turn;
  context: Context;
  locale: Locale;
  /** The turn's id and the outcome's number in it: the same after a crash, so that nothing is done twice. */
  key: string;
  /** What was said so far, for the ticket. */
  transcript: Conversation['transcript'];
  /** Fixed arguments of the step. */
  args: Readonly<Record<string, string>>;
}

/** `effects` are saved with the conversation. */
export type Performed = Result & { effects?: EffectDraft[] };

/** Does one thing outside the engine and says how it went. */
export type Operation = (deps: OperationDeps, slots: Known, scene: Scene) => Promise<Performed>;
