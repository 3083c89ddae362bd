import type { Actor } from '../../../src/domain/people.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import type { Context } from '../context.js';

/** Under which id somebody's own tickets are kept; a stranger has none. */
export const residentIdOf = ({ person }: Pick<Context, 'person'>): string | undefined => {
  if (person.kind === 'resident') return person.resident.id;
  return person.kind === 'staff' ? person.staff.id : undefined;
};

/** Whether the ticket's resident is the one who speaks: by id, account or number. */
export function isOwn({ resident }: Pick<Ticket, 'resident'>, context: Pick<Context, 'person' | 'from'>): boolean {
  const { from } = context;
  return (
    resident.personId === residentIdOf(context) ||
    (from.wechatId !== undefined && from.wechatId === resident.wechatId) ||
    (from.phone !== undefined && from.phone === resident.phone)
  );
}

/** As whom the speaker acts on the ticket. Whoever is neither its resident nor staff is refused by the domain. */
export function actorFor(ticket: Pick<Ticket, 'resident'>, context: Pick<Context, 'person' | 'from'>): Actor {
  const { person, from } = context;
  if (isOwn(ticket, context)) {
    return {
      role: 'resident',
      id: ticket.resident.personId,
      ...(ticket.resident.name && { name: ticket.resident.name }),
    };
  }
  if (person.kind === 'staff') return { role: person.staff.role, id: person.staff.id, name: person.staff.name };
  return { role: 'resident', id: residentIdOf(context) ?? from.wechatId ?? from.phone ?? 'stranger' };
}
