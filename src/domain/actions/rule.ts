import type { Refusal } from '../change.js';
import type { ActionInput } from '../commands.js';
import type { EffectDraft } from '../effects.js';
import type { TicketAction } from '../lifecycle.js';
import type { Actor, Staff } from '../people.js';
import type { Project } from '../project.js';
import type { Ticket } from '../ticket.js';

/** What a decision may know beside the ticket. */
export interface Context {
  now: Date;
  project: Project;
  /** The project's staff by id. */
  staff: ReadonlyMap<string, Staff>;
}

export type TicketPatch = { [K in keyof Ticket]?: Ticket[K] | undefined };

/** What an action does beside the change of state. */
export interface Rule<A extends TicketAction> {
  /** Objections that need more than the tables of the lifecycle. */
  refuses?(ticket: Ticket, input: ActionInput<A>, context: Context): Refusal | undefined;
  /** Fields that change; `undefined` clears one. */
  patch(ticket: Ticket, input: ActionInput<A>, context: Context, actor: Actor): TicketPatch;
  /** What must follow. `ticket` is the ticket after the change. */
  effects(
    ticket: Ticket,
    input: ActionInput<A>,
    context: Context,
    was: { before: Ticket; actor: Actor },
  ): EffectDraft[];
}

export type Rules<A extends TicketAction> = { [K in A]: Rule<K> };
