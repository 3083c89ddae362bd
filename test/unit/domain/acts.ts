import type { Context } from '../../../src/domain/actions/rule.js';
import { type Command, decide } from '../../../src/domain/decide.js';
import { type Actor, SYSTEM } from '../../../src/domain/people.js';
import { type Ticket, ticketSchema } from '../../../src/domain/ticket.js';
import { aContext, aTicket, TUESDAY_TEN } from '../../support/builders.js';

export const resident: Actor = { role: 'resident', id: 'res-1' };
export const technician: Actor = { role: 'technician', id: 'tech-1' };
export const desk: Actor = { role: 'dispatcher', id: 'disp-1' };

/** So many minutes after the report, and what is known then. */
export const minutes = (n: number) => new Date(TUESDAY_TEN.getTime() + n * 60_000);
export const at = (n: number): Context => aContext({ now: minutes(n) });

let keys = 0;
/** The ticket after the action, which must be allowed. */
export const act = (
  ticket: Ticket,
  actor: Actor,
  action: Command['action'],
  input: object = {},
  when = at(0),
): Ticket => {
  const decided = decide(ticket, { action, input, actor, key: `k${++keys}` }, when);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return ticketSchema.parse(decided.value.after);
};

export const newEffects = (before: Ticket, after: Ticket) => after.effects.slice(before.effects.length);
/** Who is told what, and who is asked (`?`), because of the change. */
export const told = (before: Ticket, after: Ticket) =>
  newEffects(before, after).flatMap(({ work }) =>
    work.kind === 'message'
      ? [`${work.to.personId} ${work.text.key}`]
      : work.kind === 'prompt'
        ? [`${work.to.personId} ?${work.prompt}`]
        : [],
  );

export const offered = () => act(aTicket(), SYSTEM, 'dispatch', { technicianId: 'tech-1', reasons: ['on_shift'] });
export const accepted = (input = {}) => act(offered(), technician, 'accept', input);
export const completed = () => act(act(accepted(), technician, 'arrive'), technician, 'complete', { work: '换角阀' });
