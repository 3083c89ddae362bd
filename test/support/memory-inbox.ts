import type { Turn } from '../../src/domain/conversation.js';
import type { Reply } from '../../src/domain/reply.js';
import type { InboxStore } from '../../src/ports.js';
import { copy } from './memory-copy.js';

interface SavedTurn {
  turn: Turn;
  handledAt?: Date;
  reply?: Reply | null;
  failures: number;
  error?: string;
}

/** The inbox in memory; a Map keeps the order of arrival. */
export function memoryInbox(): InboxStore {
  const saved = new Map<string, SavedTurn>();
  const leases = new Map<string, { holder: string; until: number }>();
  const waiting = () => [...saved.values()].filter(({ handledAt }) => !handledAt);

  const settle = (id: string, marks: Partial<SavedTurn>) => {
    const entry = saved.get(id);
    if (entry && !entry.handledAt) Object.assign(entry, copy(marks));
  };

  return {
    async put(turn) {
      if (saved.has(turn.id)) return 'duplicate';
      saved.set(turn.id, { turn: copy(turn), failures: 0 });
      return 'new';
    },
    async get(id) {
      const entry = saved.get(id);
      return entry && copy({ turn: entry.turn, handledAt: entry.handledAt, reply: entry.reply });
    },
    next: async (conversation) => copy(waiting().find(({ turn }) => turn.conversation === conversation)?.turn),
    markHandled: async (id, reply, at) => settle(id, { reply, handledAt: at }),
    bury: async (id, error, at) => settle(id, { reply: null, handledAt: at, error }),
    async countFailure(id) {
      const entry = saved.get(id);
      return entry ? ++entry.failures : 0;
    },
    async stuck(before, limit) {
      const late = waiting()
        .filter(({ turn }) => turn.at < before)
        .toSorted((a, b) => a.turn.at.getTime() - b.turn.at.getTime());
      return [...new Set(late.map(({ turn }) => turn.conversation))].slice(0, limit);
    },
    async acquire(conversation, holder, milliseconds) {
      const lease = leases.get(conversation);
      if (lease && lease.holder !== holder && lease.until > Date.now()) return false;
      leases.set(conversation, { holder, until: Date.now() + milliseconds });
      return true;
    },
    async release(conversation, holder) {
      if (leases.get(conversation)?.holder === holder) leases.delete(conversation);
    },
  };
}
