import type { Conversation } from '../../src/domain/conversation.js';
import type { Effect } from '../../src/domain/effects.js';
import type { Ticket } from '../../src/domain/ticket.js';
import type { ConversationStore, EffectStore, TicketFilter, TicketStore } from '../../src/ports.js';
import { decodeCursor, encodeCursor } from '../../src/store/cursor.js';
import { pageOfEffects } from '../../src/store/effect-page.js';
import { assertNextVersion } from '../../src/store/errors.js';
import type { Stores } from '../../src/store/stores.js';
import { isTrimmable, TRIM_ABOVE } from '../../src/store/trim.js';
import { WORKING_STATES } from '../../src/store/working-states.js';
import { copy } from './memory-copy.js';
import { memoryInbox } from './memory-inbox.js';
import { memoryPeople } from './memory-people.js';
import { memoryMedia, memorySessions, memorySettings } from './memory-small-stores.js';

type SavedConversation = Conversation & { createdAt: Date };

/** All store ports in memory, with the behaviour of src/store (one contract suite holds both). Nothing is shared: values are copied in and out. */
export function memoryStores(): Stores {
  const tickets = new Map<string, Ticket>();
  const conversations = new Map<string, SavedConversation>();
  return {
    tickets: memoryTickets(tickets),
    conversations: memoryConversations(conversations),
    inbox: memoryInbox(),
    effects: memoryEffects(tickets, conversations),
    people: memoryPeople(),
    media: memoryMedia(),
    settings: memorySettings(),
    sessions: memorySessions(),
    ping: async () => undefined,
    close: async () => undefined,
  };
}

function memoryTickets(saved: Map<string, Ticket>): TicketStore {
  let lastNumber = 1000;
  return {
    nextId: async () => `W-${++lastNumber}`,
    async insert(ticket) {
      if (saved.has(ticket.id)) throw new Error(`ticket ${ticket.id} exists`);
      if ([...saved.values()].some(({ origin }) => origin === ticket.origin)) return 'duplicate';
      saved.set(ticket.id, copy(ticket));
      return 'inserted';
    },
    get: async (id) => copy(saved.get(id)),
    findByOrigin: async (origin) => copy([...saved.values()].find((ticket) => ticket.origin === origin)),
    async save({ before, after, history, effects, settles }) {
      assertNextVersion(before.version, after.version);
      if (settles !== undefined && !before.effects.some(({ id }) => id === settles)) {
        throw new RangeError(`ticket ${before.id} has no effect ${settles}`);
      }
      const present = saved.get(before.id);
      if (present?.version !== before.version || present.effects.length !== before.effects.length) return false;
      const marked = present.effects.map((effect) =>
        effect.id === settles ? { ...effect, status: 'done' as const } : effect,
      );
      // What people marked in the meantime stands, unless this very change is about it.
      const { needsAttention } = before.needsAttention === after.needsAttention ? present : after;
      saved.set(
        before.id,
        copy({
          ...after,
          needsAttention,
          history: [...present.history, ...history],
          effects: [...marked, ...effects],
        }),
      );
      return true;
    },
    async list(filter, { limit, cursor }) {
      const start = cursor === undefined ? undefined : decodeCursor(cursor);
      const matching = [...saved.values()]
        .filter((ticket) => matches(ticket, filter))
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
        .filter((ticket) => {
          if (!start) return true;
          const later = ticket.createdAt.getTime() - start.createdAt.getTime();
          return later < 0 || (later === 0 && ticket.id < start.id);
        });
      const page = copy(matching.slice(0, limit));
      const last = page.at(-1);
      return { tickets: page, ...(last && matching.length > limit && { nextCursor: encodeCursor(last) }) };
    },
    async loads(technicianIds) {
      const working = [...saved.values()].filter(({ state }) => WORKING_STATES.includes(state));
      return new Map(
        technicianIds.map((id) => [
          id,
          working.filter(({ assigneeId, offeredTo }) => assigneeId === id || offeredTo === id).length,
        ]),
      );
    },
    async setAttention(id, text) {
      const ticket = saved.get(id);
      if (ticket) saved.set(id, copy({ ...ticket, needsAttention: text }));
    },
  };
}

function matches(ticket: Ticket, filter: TicketFilter): boolean {
  const { projectId, state, text, createdFrom, createdTo, residentId } = filter;
  const wanted = text?.toLowerCase();
  return (
    (projectId === undefined || [projectId].flat().includes(ticket.projectId)) &&
    (!state || state.includes(ticket.state)) &&
    (['urgency', 'category', 'assigneeId', 'offeredTo'] as const).every(
      (key) => filter[key] === undefined || filter[key] === ticket[key],
    ) &&
    (residentId === undefined || ticket.resident.personId === residentId) &&
    (wanted === undefined || [ticket.id, ticket.description].some((value) => value.toLowerCase().includes(wanted))) &&
    (!createdFrom || ticket.createdAt >= createdFrom) &&
    (!createdTo || ticket.createdAt < createdTo)
  );
}

function memoryConversations(saved: Map<string, SavedConversation>): ConversationStore {
  return {
    async get(id) {
      const found = saved.get(id);
      if (!found) return undefined;
      const { createdAt: _, ...conversation } = found;
      return copy(conversation);
    },
    async save(conversation, expectedVersion, newEffects) {
      assertNextVersion(expectedVersion, conversation.version);
      const present = saved.get(conversation.id);
      if ((present?.version ?? 0) !== expectedVersion) return false;
      const effects = [...(present?.effects ?? []), ...newEffects];
      const now = conversation.updatedAt;
      const kept = effects.length > TRIM_ABOVE ? effects.filter((effect) => !isTrimmable(effect, now)) : effects;
      saved.set(conversation.id, copy({ ...conversation, createdAt: present?.createdAt ?? now, effects: kept }));
      return true;
    },
  };
}

function memoryEffects(tickets: Map<string, Ticket>, conversations: Map<string, SavedConversation>): EffectStore {
  const owners = { ticket: tickets, conversation: conversations };
  const find = ({ owner, ownerId, effectId }: { owner: keyof typeof owners; ownerId: string; effectId: string }) =>
    owners[owner].get(ownerId)?.effects.find(({ id }) => id === effectId);
  return {
    getEffect: async (ref) => copy(find(ref)),
    async updateEffect(ref, { from, attempt }, patch) {
      const effect = find(ref);
      if (!effect || !from.includes(effect.status) || (attempt ?? effect.attempt) !== effect.attempt) return false;
      for (const [key, value] of Object.entries(patch) as [keyof Effect, never][]) {
        if (value === undefined) delete effect[key];
        else effect[key] = copy<never>(value);
      }
      return true;
    },
    async listEffects(statuses, limit, after) {
      const all = (['ticket', 'conversation'] as const).flatMap((owner) =>
        [...owners[owner].values()].map(({ id, createdAt, effects }) => ({ owner, ownerId: id, createdAt, effects })),
      );
      return copy(pageOfEffects(all, statuses, limit, after));
    },
  };
}
