import type {
  Clock,
  ConversationStore,
  EffectStore,
  FaultPoint,
  InboxStore,
  Logger,
  MediaStore,
  PeopleStore,
  Relay,
  SettingsStore,
  TicketStore,
} from '../ports.js';

/** Everything a use case may ask for; each takes only what it uses, by `Pick`. */
export interface Deps {
  clock: Clock;
  log: Logger;
  tickets: TicketStore;
  conversations: ConversationStore;
  inbox: InboxStore;
  effects: EffectStore;
  people: PeopleStore;
  media: MediaStore;
  settings: SettingsStore;
  relay: Relay;
  fault: FaultPoint;
}
