import type { Conversation } from '../../../src/domain/conversation.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import type { Stores } from '../../../src/store/index.js';
import { until } from '../../support/until.js';
import { peopleOf } from './people.js';

const ORIGINS = ['happy', 'busy', 'gone'] as const;

export const ticketsOf = async ({ tickets }: Pick<Stores, 'tickets'>, run: string): Promise<Ticket[]> =>
  Promise.all(
    ORIGINS.map(async (origin) => {
      const ticket = await tickets.findByOrigin(`${run}-${origin}`);
      if (!ticket) throw new Error(`no ticket ${run}-${origin}`);
      return ticket;
    }),
  );

export async function technicianChatOf(
  { conversations }: Pick<Stores, 'conversations'>,
  run: string,
): Promise<Conversation> {
  const chat = await conversations.get(`wechat-${peopleOf(run).technician.wechatId}`);
  if (!chat) throw new Error(`no chat of ${run}`);
  return chat;
}

/** The run is at its end when all that is left waits for a later moment, and that is in the queue. */
export const waitUntilSettled = (stores: Stores, run: string, now: () => Date) =>
  until(`${run} settled`, async () => {
    const owners = [...(await ticketsOf(stores, run)), await technicianChatOf(stores, run)];
    const effects = owners.flatMap((owner) => owner.effects);
    return effects.every(
      ({ status, dueAt }) =>
        ['done', 'skipped', 'failed'].includes(status) ||
        (status === 'relayed' && dueAt !== undefined && dueAt > now()),
    );
  });

/** What must be the same with and without a crash: without ids, moments and names of the run. */
export function endOf(ticket: Ticket, run: string) {
  const effects = ticket.effects.map(({ work, status, routes, outcome = '', attempt }) => ({
    kind: work.kind,
    what: work.kind === 'message' ? work.text.key : work.kind === 'prompt' ? work.prompt : '',
    deadline: work.kind === 'deadline' ? work.deadline : '',
    to: 'to' in work ? work.to.personId.replace(run, '') : '',
    status,
    routes: routes.join(),
    attempt,
    // A message that WeChat took before the crash counts as sent, or perhaps sent.
    outcome: outcome.replace(/\(.*\)/, '').replace('uncertain', 'sent'),
  }));
  return {
    state: ticket.state,
    needsAttention: ticket.needsAttention,
    history: ticket.history.map(({ action, from, to, actor }) => [action, from, to, actor.role].join(' ')),
    offers: ticket.offers.map(({ outcome }) => outcome),
    effects: effects.map((effect) => JSON.stringify(effect)).toSorted(),
  };
}

/** What a provider took of this ticket, without ids and names of the run. */
export function deliveryOf(ticket: Ticket, effectId: string, route: string, run: string): string | undefined {
  const work = ticket.effects.find(({ id }) => id === effectId)?.work;
  if (work?.kind !== 'message') return undefined;
  return [ticket.origin.replace(run, ''), work.text.key, work.to.personId.replace(run, ''), route].join(' ');
}
