import type {
  ConversationStore,
  EffectStore,
  InboxStore,
  MediaStore,
  PeopleStore,
  SessionStore,
  SettingsStore,
  TicketStore,
} from '../ports.js';

/** Everything that is kept. */
export interface Stores {
  tickets: TicketStore;
  conversations: ConversationStore;
  inbox: InboxStore;
  effects: EffectStore;
  people: PeopleStore;
  media: MediaStore;
  settings: SettingsStore;
  sessions: SessionStore;
  /** Throws where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
