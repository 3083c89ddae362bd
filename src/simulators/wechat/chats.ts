import type { ChatMessage, Group, Person, StoredFile, WechatEvent } from './types.js';

/** What is remembered of each kind: this is a demonstration's outside world, not an archive. */
const KEPT = { messages: 2_000, files: 200 };

/** People, groups and what was said: what the phones of everybody show. Lives as long as the process. */
export interface Chats {
  people: ReadonlyMap<string, Person>;
  groups: ReadonlyMap<string, Group>;
  messages(): ChatMessage[];
  file(id: string): StoredFile | undefined;
  /** Adds or renames; tells whether anything changed. */
  putPerson(person: Person): boolean;
  putFile(id: string, file: StoredFile): void;
  say(message: ChatMessage): void;
  subscribe(listener: (event: WechatEvent) => void): () => void;
}

export function createChats(groups: readonly Group[]): Chats {
  const people = new Map<string, Person>();
  const files = new Map<string, StoredFile>();
  const listeners = new Set<(event: WechatEvent) => void>();
  let messages: ChatMessage[] = [];
  const tell = (event: WechatEvent) => {
    for (const listener of listeners) listener(event);
  };

  return {
    people,
    groups: new Map(groups.map((group) => [group.id, group])),
    messages: () => messages,
    file: (id) => files.get(id),
    putPerson(person) {
      const known = people.get(person.id);
      if (known && known.name === person.name && known.role === person.role) return false;
      people.set(person.id, person);
      tell({ type: 'person', person });
      return true;
    },
    putFile(id, file) {
      files.set(id, file);
      const oldest = files.keys().next().value;
      if (files.size > KEPT.files && oldest !== undefined) files.delete(oldest);
    },
    say(message) {
      messages = [...messages.slice(1 - KEPT.messages), message];
      tell({ type: 'message', message });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
