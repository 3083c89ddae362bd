import { dueAt, normOf } from '../clocks.js';
import type { DeadlineName, EffectDraft } from '../effects.js';
import { VISIT_WINDOW_MINUTES } from '../standard.js';
import type { Ticket, VisitTime } from '../ticket.js';
import type { Context } from './rule.js';

export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** The end of a promised window; one without an end lasts an hour. */
export const endOf = (time: VisitTime): Date => time.to ?? minutesAfter(time.from, VISIT_WINDOW_MINUTES);

/** The effect that looks whether a clock was kept. */
export const deadline = (name: DeadlineName, due: Date): EffectDraft => ({
  work: { kind: 'deadline', deadline: name },
  dueAt: due,
});

/** One deadline effect per running clock named. */
export const deadlines = (ticket: Ticket, names: readonly (DeadlineName & keyof Ticket['clocks'])[]): EffectDraft[] =>
  names.flatMap((name) => {
    const due = ticket.clocks[name];
    return due ? [deadline(name, due)] : [];
  });

/**
 * Ends of the clocks for arriving and completing. They run from now, or from the beginning of the time that the resident
 * asked for where that is later; a wish for tomorrow afternoon is not late this evening.
 */
export function visitClocks(
  ticket: Pick<Ticket, 'urgency' | 'visitTime'>,
  { project, now }: Context,
): { arrive: Date; complete: Date } {
  const norm = normOf(project, ticket.urgency);
  const wished = ticket.visitTime;
  const isLater = wished !== undefined && wished.from > now;
  const from = isLater ? wished.from : now;
  const arrive = dueAt(project, ticket.urgency, from, norm.arrive);
  return {
    arrive: isLater && wished.to !== null ? wished.to : arrive,
    complete: dueAt(project, ticket.urgency, from, norm.complete),
  };
}
