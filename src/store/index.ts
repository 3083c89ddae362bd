import { type Connection, createConnection } from 'mongoose';
import type { Logger } from '../ports.js';
import { conversationModel, conversationStore } from './conversations.js';
import { openCounters } from './counters.js';
import { effectStore } from './effects.js';
import { inboxStore } from './inbox.js';
import { mediaStore } from './media.js';
import { peopleStore } from './people.js';
import { sessionStore } from './sessions.js';
import { settingsStore } from './settings.js';
import type { Stores } from './stores.js';
import { ticketModel, ticketStore } from './tickets.js';

export type { Stores } from './stores.js';

/** A database that is away makes a request or job fail after this time; jobs are tried again. */
const WAIT_FOR_SERVER_MS = 5_000;

export interface StoreOptions {
  /** Connection string that names the database. */
  uri: string;
  log: Logger;
  /** Real milliseconds until a server that does not answer is an error. */
  waitMs?: number;
}

/**
 * Connects to MongoDB and makes the missing indexes. The connection is this call's own; nothing is shared in the module.
 * @throws where the server cannot be reached or an index cannot be made
 */
export async function openStores({ uri, log, waitMs = WAIT_FOR_SERVER_MS }: StoreOptions): Promise<Stores> {
  const connection = await createConnection(uri, {
    serverSelectionTimeoutMS: waitMs,
    ignoreUndefined: true,
    autoCreate: false,
  }).asPromise();
  report(connection, log);

  const tickets = ticketModel(connection);
  const conversations = conversationModel(connection);
  const stores: Stores = {
    tickets: ticketStore(tickets, openCounters(connection)),
    conversations: conversationStore(conversations),
    inbox: inboxStore(connection),
    effects: effectStore({ ticket: tickets, conversation: conversations }),
    people: peopleStore(connection),
    media: mediaStore(connection),
    settings: settingsStore(connection),
    sessions: sessionStore(connection),
    ping: async () => {
      await connection.db?.admin().ping();
    },
    close: () => connection.close(),
  };
  await indexesOf(connection);
  return stores;
}

async function indexesOf(connection: Connection): Promise<void> {
  try {
    await Promise.all(Object.values(connection.models).map((model) => model.init()));
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Without a listener an error of the connection would end the process. */
function report(connection: Connection, log: Logger): void {
  connection.on('error', (error: Error) => log.error({ error: error.message }, 'database connection failed'));
  connection.on('disconnected', () => log.warn({}, 'database disconnected'));
  connection.on('reconnected', () => log.info({}, 'database reconnected'));
}
