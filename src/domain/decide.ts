import { closing } from './actions/closing.js';
import { intake } from './actions/intake.js';
import { offers } from './actions/offers.js';
import type { Context, Rule } from './actions/rule.js';
import { visit } from './actions/visit.js';
import { type Change, ok, type Result, refuse } from './change.js';
import { type ActionInput, INPUTS } from './commands.js';
import { numberEffects } from './effects.js';
import { allowedActions, nextState, PERMITTED, type TicketAction } from './lifecycle.js';
import type { Actor } from './people.js';
import type { HistoryEntry, Ticket } from './ticket.js';

/** What each action does beside the change of state: one table, all actions. */
const RULES: { [A in TicketAction]: Rule<A> } = { ...intake, ...offers, ...visit, ...closing };

export interface Command<A extends TicketAction = TicketAction> {
  action: A;
  input: unknown;
  actor: Actor;
  /** The turn, effect or request that asks; kept in the history. */
  key: string;
  /** The effect that this command carries out. */
  settles?: string;
}

/**
 * Decides an action: the changed ticket with history and effects, or a refusal. Pure; the only place where a state is assigned.
 * Order of refusals: state (409), person (403), input (422).
 */
export function decide<A extends TicketAction>(ticket: Ticket, command: Command<A>, context: Context): Result<Change> {
  const { action, actor } = command;
  const to = nextState(ticket.state, action);
  if (!to) {
    return refuse({ code: 'illegal_action', state: ticket.state, action, allowed: allowedActions(ticket.state) });
  }
  const objection = objectionTo(ticket, action, actor);
  if (objection) return refuse({ code: 'not_permitted', action, detail: objection });
  const parsed = INPUTS[action].safeParse(command.input ?? {});
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return refuse({ code: 'invalid_input', action, issues });
  }
  const input = parsed.data as ActionInput<A>;
  const rule = RULES[action] as Rule<A>;
  const refusal = rule.refuses?.(ticket, input, context);
  if (refusal) return refuse(refusal);
  return ok(changeBy(ticket, { ...command, input }, to, rule, context));
}

function changeBy<A extends TicketAction>(
  before: Ticket,
  command: Omit<Command<A>, 'input'> & { input: ActionInput<A> },
  to: Ticket['state'],
  rule: Rule<A>,
  context: Context,
): Change {
  const { action, actor, input, key, settles } = command;
  const version = before.version + 1;
  const entry: HistoryEntry = {
    at: context.now,
    action,
    actor,
    from: before.state,
    to,
    ...('reason' in input && typeof input.reason === 'string' && { reason: input.reason }),
    ...(Object.keys(input).length > 0 && { detail: { ...input } }),
    key,
  };
  const patched = {
    ...before,
    ...rule.patch(before, input, context, actor),
    state: to,
    version,
    updatedAt: context.now,
  };
  const drafts = rule.effects(patched, input, context, { before, actor });
  const effects = numberEffects(before.id, version, drafts, context.now);
  const after = {
    ...withoutUndefined(patched),
    history: [...before.history, entry],
    effects: [...before.effects, ...effects],
  };
  return { before, after, history: [entry], effects, ...(settles && { settles }) };
}

/** Patches clear a field by `undefined`; the ticket then lacks it. */
const withoutUndefined = (ticket: Ticket): Ticket =>
  Object.fromEntries(Object.entries(ticket).filter(([, value]) => value !== undefined)) as Ticket;

function objectionTo(ticket: Ticket, action: TicketAction, actor: Actor): string | undefined {
  if (!PERMITTED[action].includes(actor.role)) return `a ${actor.role} may not ${action}`;
  if (actor.role === 'resident' && actor.id !== ticket.resident.personId) return 'not the resident of this ticket';
  if (actor.role !== 'technician') return undefined;
  if (action === 'accept' || action === 'decline') {
    const isAsked = ticket.offeredTo === actor.id || (action === 'accept' && ticket.alarmedIds.includes(actor.id));
    return isAsked ? undefined : 'the ticket is not offered to this technician';
  }
  return ticket.assigneeId === actor.id ? undefined : 'the ticket is not held by this technician';
}
