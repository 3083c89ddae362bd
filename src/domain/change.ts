import type { Effect } from './effects.js';
import type { TicketAction, TicketState } from './lifecycle.js';
import type { HistoryEntry, Ticket } from './ticket.js';

/** A decision: the ticket after it, with what is new in history and effects. Saved by one conditional update. */
export interface Change {
  before: Ticket;
  after: Ticket;
  history: HistoryEntry[];
  effects: Effect[];
  /** The effect whose execution this change is; marked done in the same update. */
  settles?: string;
}

/** An expected "no": returned, never thrown. Each edge maps the code once. */
export type Refusal =
  | { code: 'illegal_action'; state: TicketState; action: TicketAction; allowed: TicketAction[] }
  | { code: 'not_permitted'; action: TicketAction; detail: string }
  | { code: 'invalid_input'; action: TicketAction; issues: { path: string; message: string }[] }
  | { code: 'not_found'; what: 'ticket' | 'staff' | 'project' | 'resident'; id: string }
  | { code: 'conflict'; detail: string };

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
