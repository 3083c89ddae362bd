import type { Effect } from './effects.js';
import type { Ticket } from './ticket.js';

const isSame = (wanted: Date | undefined, actual: Date | undefined): boolean =>
  wanted === undefined || wanted.getTime() === actual?.getTime();

/** Whether the ticket is still where the effect expects it; a worker skips what it has left behind. */
export function isStillWanted(ticket: Ticket, effect: Effect): boolean {
  const { work, onlyWhile } = effect;
  if (work.kind === 'deadline') return isSame(effect.dueAt, ticket.clocks[work.deadline]) && effect.dueAt !== undefined;
  if (!onlyWhile) return true;
  return (
    onlyWhile.states.includes(ticket.state) &&
    isSame(onlyWhile.offerAt, ticket.offers.at(-1)?.at) &&
    isSame(onlyWhile.promisedFrom, ticket.promisedTime?.from) &&
    isSame(onlyWhile.completedAt, ticket.completedAt)
  );
}
