import type { FlowState } from '../../src/domain/conversation.js';
import type { Params, Reply, Saying } from '../../src/domain/reply.js';
/** Ways of reading an answer; accept/index.ts has one function for each. */
export const ACCEPTS = [
  'problem',
  'kind',
  'place',
  'place-more',
  'time',
  'promise',
  'phone',
  'words',
  'yes-no',
  'solved',
  'score',
  'comment',
  'confirmation',
  'correction',
  'recording',
  'unreached',
  'offer',
  'record',
  'acknowledgement',
  'farewell',
  'choice',
] as const;
export type AcceptName = (typeof ACCEPTS)[number];

/** Things done outside the engine; operations/index.ts has one function for each. */
export const OPERATIONS = [
  'recall_person',
  'choose_project',
  'choose_kind',
  'report',
  'report_unfinished',
  'report_recording',
  'next_problem',
  'report_emergency',
  'amend_emergency',
  'keep_media',
  'list_tickets',
  'find_finished',
  'pick_ticket',
  'act',
  'load_ticket',
  'amend_ticket',
  'submit_survey',
  'answer_offer',
  'promise_time',
  'resolve_command',
  'next_command',
  'carry_out_command',
  'bind',
  'reach_human',
  'book_callback',
] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** Where a step leads: always the same way, or by the branch taken; `*` is every other branch. */
export type Next = string | Readonly<Record<string, string>>;

/** What a flow remembers; see slots.ts for the names. */
export type Slots = FlowState['slots'];

/** One numbered choice as it was offered; `patch` is what picking it writes into the slots. */
export interface Option {
  id: string;
  key: string;
  params?: Params;
  patch?: Slots;
}

/** Choices: fixed ones by id, ones made from the time of day or from the categories, or ones that an operation left in a slot. */
export type Options = readonly string[] | 'visit-times' | 'promise-times' | 'categories' | { readonly slot: string };

/** Asks and waits. Skipped where its slot is filled: what was already said is never asked again. */
export interface AskStep {
  ask: string;
  /** Asked instead after two answers that were not understood, or after so many, with these choices. */
  simpler?: string;
  simplerOptions?: Options;
  simplerAfter?: number;
  options?: Options;
  accept: AcceptName;
  save?: string;
  next: Next;
  /** Anything that is no answer ends the flow: the question was a courtesy. */
  isOptional?: true;
  expect?: Reply['expect'];
}

/** What an answer means for the flow: slots to write, and the branch to take. `undefined` is not understood. */
export type Accepted = { patch?: Slots; branch?: string } | undefined;

/** Has something done outside; the result chooses the way. `with` are fixed arguments. */
export interface DoStep {
  do: OperationName;
  with?: Readonly<Record<string, string>>;
  next: Readonly<Record<string, string>>;
}

/** Says something and goes on. */
export interface SayStep {
  say: string;
  next: string;
}

/** Forgets slots, so that they are asked again. */
export interface ClearStep {
  clear: readonly string[];
  next: string;
}

/** Another flow takes over with the same slots. */
export interface GotoStep {
  goto: string;
}

/** The flow is over, with a last word or without. */
export interface EndStep {
  end: string | null;
}

export type Step = AskStep | DoStep | SayStep | ClearStep | GotoStep | EndStep;

/** 一段对话, as data: see docs/adr/0005-conversation-engine.md. */
export interface Flow {
  id: string;
  /** Raised when steps change their meaning; conversations saved under another version start again politely. */
  version: number;
  start: string;
  steps: Readonly<Record<string, Step>>;
  /** Where to go when the person hangs up or stays silent; this way asks nothing. */
  onAbandon?: string;
  /** Minutes of silence before a reminder and before the end; `isSilent` ends say nothing. */
  idle: { remind?: number; close: number; isSilent?: true };
  /** Goes before the flow at hand. */
  isUrgent?: true;
  /** A question of the service's own; answered or not, the person did not begin it. */
  isPrompt?: true;
  /** Nothing is under way yet: whatever is said begins something. */
  isOpening?: true;
  /** Where the flow goes on after another one came in between; else at the question that was open. */
  waitsAt?: string;
  /** A form: whatever fits one of its slots is taken at any question, and further problems are noted for afterwards. */
  isForm?: true;
  /** Pictures and recordings sent on the way belong to it. */
  keepsMedia?: true;
  /** A caller whom nothing helps leaves a message, which becomes a ticket; from other flows the desk is dialled. */
  leavesMessage?: true;
  /** Slots that survive starting over. */
  keeps?: readonly string[];
  /** Said when the person cancels the conversation. */
  onCancel?: string;
}

export type Flows = Readonly<Record<string, Flow>>;

/** The part of a conversation that the engine works on. */
export interface Dialog {
  flows: readonly FlowState[];
  locale: 'zh-CN' | 'en';
}

/** What an outcome asks the outside to do, with the slots at that moment. */
export interface Outcome {
  do: OperationName;
  with: Readonly<Record<string, string>>;
  slots: Slots;
}

/** How an outcome went: the branch to take, what to remember and what to say about it. */
export interface Result {
  result: string;
  slots?: Slots;
  say?: Saying[];
}

/** One step of the engine: either an outcome to perform, or the reply (null: nothing to say). */
export type Move =
  | { kind: 'perform'; dialog: Dialog; said: Saying[]; outcome: Outcome }
  | { kind: 'reply'; dialog: Dialog; reply: Reply | null };

export const isAsk = (step: Step): step is AskStep => 'ask' in step;
