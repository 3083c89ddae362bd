import { type Result, refuse } from '../domain/change.js';
import type { RawActionInput } from '../domain/commands.js';
import { decide } from '../domain/decide.js';
import type { TicketAction } from '../domain/lifecycle.js';
import type { Actor } from '../domain/people.js';
import type { Ticket } from '../domain/ticket.js';
import { isStillWanted } from '../domain/wanted.js';
import { contextOf } from './context.js';
import type { Deps } from './deps.js';

/** More people than this do not act on one ticket in the same instant. */
const MAX_RACES = 20;

export interface Act<A extends TicketAction> {
  ticketId: string;
  action: A;
  input?: RawActionInput<A>;
  actor: Actor;
  /** Turn, effect or request; the same key never acts twice. */
  key: string;
  /** The effect that this action carries out, marked done with it. */
  settles?: string;
}

export type ActDeps = Pick<Deps, 'tickets' | 'people' | 'clock' | 'relay' | 'log' | 'fault'>;

/**
 * Load → decide → save for every action on a ticket, again from the start where somebody acted first.
 * @returns the ticket after the action, or the refusal.
 */
export async function actOnTicket<A extends TicketAction>(deps: ActDeps, act: Act<A>): Promise<Result<Ticket>> {
  for (let race = 0; race < MAX_RACES; race++) {
    const ticket = await deps.tickets.get(act.ticketId);
    if (!ticket) return refuse({ code: 'not_found', what: 'ticket', id: act.ticketId });
    if (ticket.history.some(({ key, action }) => key === act.key && action === act.action)) {
      return { ok: true, value: ticket };
    }
    // Two clocks may run out in the same moment: the second finds its own told already.
    const settled = act.settles ? ticket.effects.find(({ id }) => id === act.settles) : undefined;
    if (settled && !isStillWanted(ticket, settled)) {
      return refuse({ code: 'conflict', detail: 'the ticket has moved on' });
    }
    const context = await contextOf(deps, ticket.projectId);
    if (!context) return refuse({ code: 'not_found', what: 'project', id: ticket.projectId });
    const { action, actor, key, settles } = act;
    const decided = decide(
      ticket,
      { action, input: act.input ?? {}, actor, key, ...(settles && { settles }) },
      context,
    );
    if (!decided.ok) return decided;
    deps.fault('act.before-save');
    if (await deps.tickets.save(decided.value)) {
      deps.fault('act.after-save');
      deps.log.info(
        { ticketId: ticket.id, action, from: ticket.state, to: decided.value.after.state },
        'ticket changed',
      );
      await deps.relay.kick('ticket', ticket.id);
      return { ok: true, value: decided.value.after };
    }
  }
  return refuse({ code: 'conflict', detail: 'too many people act on this ticket at once' });
}
