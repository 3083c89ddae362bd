import { DateTime } from 'luxon';
import { tell } from '../domain/actions/tell.js';
import type { Conversation } from '../domain/conversation.js';
import type { Effect } from '../domain/effects.js';
import { STATES, type TicketState } from '../domain/lifecycle.js';
import { formatLocation } from '../domain/location.js';
import type { Notices } from '../domain/notices.js';
import { type Contact, type Staff, staffContact } from '../domain/people.js';
import { isOpen, type Ticket } from '../domain/ticket.js';
import type { TicketFilter } from '../ports.js';
import type { Deps } from './deps.js';

export type SendDigestDeps = Pick<
  Deps,
  'tickets' | 'people' | 'conversations' | 'settings' | 'clock' | 'relay' | 'log'
>;

const DAY_MS = 24 * 3_600_000;
/** A completed ticket of the last day was reported at most so long ago. */
const LOOK_BACK_DAYS = 30;
const MAX_LINES = 5;
const SETTING = 'digest.last';

/**
 * 日报: every dispatcher hears each morning what is open, overdue, waiting for a technician, and was completed in the last day, over the
 * projects of that dispatcher. Once a day for each; a second run on the same day sends what the first did not come to.
 * @param timezone whose calendar day counts.
 */
export async function sendDigest(
  deps: SendDigestDeps,
  { timezone }: { timezone: string },
): Promise<'done' | 'skipped'> {
  const now = deps.clock.now();
  const day = DateTime.fromJSDate(now, { zone: timezone }).toISODate() ?? '';
  if ((await deps.settings.get(SETTING)) === day) return 'skipped';
  const dispatchers = await deps.people.listStaff({ role: 'dispatcher' });
  for (const dispatcher of dispatchers.filter(({ isActive }) => isActive)) await sendTo(deps, dispatcher, day, now);
  await deps.settings.set(SETTING, day);
  return 'done';
}

async function sendTo(deps: SendDigestDeps, dispatcher: Staff, day: string, now: Date): Promise<void> {
  const to = staffContact(dispatcher);
  const address = addressOf(to);
  if (!address) return;
  const tickets = await ticketsOf(deps, dispatcher.projectIds, now);
  const { work, routes = [] } = tell(to, 'desk.digest', digestOf(tickets, now, to));
  const id = `digest-${day}-${dispatcher.id}`.replaceAll(':', '_');
  const effect: Effect = { id, work, routes, createdAt: now, status: 'pending', attempt: 0 };
  await addTo(deps, { ...address, locale: to.locale }, effect, now);
  await deps.relay.kick('conversation', address.id);
}

type Address = Pick<Conversation, 'id' | 'channel' | 'from'>;

function addressOf({ wechatId, phone }: Contact): Address | undefined {
  if (wechatId) return { id: `wechat-${wechatId}`, channel: 'wechat', from: { wechatId } };
  return phone ? { id: `sms-${phone}`, channel: 'sms', from: { phone } } : undefined;
}

/** A digest belongs to no ticket: it is kept, and sent, with the reader's conversation. */
async function addTo(
  { conversations }: SendDigestDeps,
  address: Address & Pick<Conversation, 'locale'>,
  effect: Effect,
  now: Date,
): Promise<void> {
  for (;;) {
    const present = await conversations.get(address.id);
    if (present?.effects.some(({ id }) => id === effect.id)) return;
    const empty = { ...address, version: 0, flows: [], handled: [], transcript: [], effects: [], updatedAt: now };
    const before: Conversation = present ?? empty;
    const after = { ...before, version: before.version + 1, effects: [...before.effects, effect] };
    if (await conversations.save(after, before.version, [effect])) return;
  }
}

/** Every open ticket, however old, and those that may have been completed in the last day. */
async function ticketsOf(deps: SendDigestDeps, projectId: string[], now: Date): Promise<Ticket[]> {
  const createdFrom = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  const isOver = (state: TicketState) => !isOpen({ state });
  const [open, over] = await Promise.all([
    listAll(deps, { projectId, state: STATES.filter((state) => !isOver(state)) }),
    listAll(deps, { projectId, state: STATES.filter(isOver), createdFrom }),
  ]);
  return [...open, ...over];
}

async function listAll({ tickets }: SendDigestDeps, filter: TicketFilter): Promise<Ticket[]> {
  const found: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await tickets.list(filter, { limit: 100, ...(cursor && { cursor }) });
    found.push(...page.tickets);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function digestOf(tickets: Ticket[], now: Date, { locale }: Contact): Notices['desk.digest'] {
  const open = tickets.filter((ticket) => isOpen(ticket));
  const overdue = open.filter(({ clocks }) => Object.values(clocks).some((end) => end < now));
  const lines = overdue
    .slice(0, MAX_LINES)
    .map(({ id, location }) => `${id} ${formatLocation(location, locale)}`.trim());
  return {
    open: open.length,
    overdue: overdue.length,
    waiting: open.filter(({ state }) => ['submitted', 'confirmed', 'offered'].includes(state)).length,
    completed: tickets.filter(({ completedAt }) => completedAt && now.getTime() - completedAt.getTime() < DAY_MS)
      .length,
    lines: lines.join('\n'),
  };
}
