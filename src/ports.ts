import type { Change } from './domain/change.js';
import type { Conversation, Turn } from './domain/conversation.js';
import type { Effect, EffectRef, EffectStatus } from './domain/effects.js';
import type { TicketState } from './domain/lifecycle.js';
import type { Contact, Locale, Resident, Staff } from './domain/people.js';
import type { Project } from './domain/project.js';
import type { Reply, Saying } from './domain/reply.js';
import type { Ticket } from './domain/ticket.js';

/** The service's time; scaled in the demonstration. */
export interface Clock {
  now(): Date;
  /** Real milliseconds until the moment, never negative: what a delayed job waits. */
  delayUntil(moment: Date): number;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Logger;
}

/** A document's effects, changed one by one without touching the document's version. */
export interface EffectStore {
  getEffect(ref: EffectRef): Promise<Effect | undefined>;
  /** Applies the patch if the effect's status is one of `from` and, where given, its attempt is `attempt`; tells whether it did. */
  updateEffect(
    ref: EffectRef,
    condition: { from: readonly EffectStatus[]; attempt?: number },
    patch: Partial<Pick<Effect, 'status' | 'routes' | 'attempt' | 'claimedAt' | 'providerRef' | 'outcome' | 'dueAt'>>,
  ): Promise<boolean>;
  /** Refs of effects in one of the statuses, oldest owner first, at most `limit`, after the given ref. */
  listEffects(
    statuses: readonly EffectStatus[],
    limit: number,
    after?: EffectRef,
  ): Promise<{ ref: EffectRef; effect: Effect }[]>;
}

export interface TicketFilter {
  projectId?: string | readonly string[];
  state?: readonly TicketState[];
  urgency?: string;
  category?: string;
  assigneeId?: string;
  offeredTo?: string;
  residentId?: string;
  /** Substring of id or description. */
  text?: string;
  createdFrom?: Date;
  createdTo?: Date;
}

export interface TicketStore {
  /** The next human number, `W-1001` and up; never given twice. */
  nextId(): Promise<string>;
  /** `duplicate` where a ticket with the same origin exists; nothing is saved then. */
  insert(ticket: Ticket): Promise<'inserted' | 'duplicate'>;
  get(id: string): Promise<Ticket | undefined>;
  findByOrigin(origin: string): Promise<Ticket | undefined>;
  /** One conditional update on `{ id, version }`; false where somebody acted first. Effects already saved keep their marks. */
  save(change: Change): Promise<boolean>;
  /** Newest first. `cursor` is opaque. */
  list(
    filter: TicketFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ tickets: Ticket[]; nextCursor?: string }>;
  /** Open tickets that each technician holds or was offered. */
  loads(technicianIds: readonly string[]): Promise<Map<string, number>>;
  /** Marks for a person's attention (dead letter); undefined clears. */
  setAttention(id: string, text: string | undefined): Promise<void>;
}

export interface ConversationStore {
  get(id: string): Promise<Conversation | undefined>;
  /** Inserts (version 1, expected 0) or replaces where the version matches; effects already saved keep their marks. */
  save(conversation: Conversation, expectedVersion: number, newEffects: Effect[]): Promise<boolean>;
}

/** Turns that came in, in order, until they are handled. */
export interface InboxStore {
  put(turn: Turn): Promise<'new' | 'duplicate'>;
  get(id: string): Promise<{ turn: Turn; handledAt?: Date; reply?: Reply | null } | undefined>;
  /** The oldest unhandled turn of the conversation. */
  next(conversation: string): Promise<Turn | undefined>;
  markHandled(id: string, reply: Reply | null, at: Date): Promise<void>;
  /** Real-time lease on a conversation: one handler at a time, over all processes. */
  acquire(conversation: string, holder: string, milliseconds: number): Promise<boolean>;
  release(conversation: string, holder: string): Promise<void>;
  /** Conversations with turns that have waited since before the moment. */
  stuck(before: Date, limit: number): Promise<string[]>;
  /** A turn that keeps failing leaves the way: handled with the error noted, listed for people. */
  bury(id: string, error: string, at: Date): Promise<void>;
  countFailure(id: string): Promise<number>;
}

export interface PeopleStore {
  project(id: string): Promise<Project | undefined>;
  projects(): Promise<Project[]>;
  projectByHotline(phone: string): Promise<Project | undefined>;
  staff(id: string): Promise<Staff | undefined>;
  listStaff(filter: { projectId?: string; role?: Staff['role'] }): Promise<Staff[]>;
  staffByWechat(wechatId: string): Promise<Staff | undefined>;
  staffByPhone(phone: string): Promise<Staff | undefined>;
  staffByUsername(username: string): Promise<(Staff & { passwordHash: string }) | undefined>;
  /** Binds the account and uses the code up; undefined where the code is unknown or used. */
  bindStaff(invitationCode: string, wechatId: string): Promise<Staff | undefined>;
  saveStaff(staff: Staff, passwordHash?: string): Promise<void>;
  saveProject(project: Project): Promise<void>;
  resident(id: string): Promise<Resident | undefined>;
  /** By WeChat account or phone. */
  residentBy(address: { wechatId?: string; phone?: string }): Promise<Resident | undefined>;
  saveResident(resident: Resident): Promise<void>;
}

/** Pictures and recordings, kept with the ticket. */
export interface MediaStore {
  /** At most 16 MB; the same id twice is saved once. */
  put(media: { id: string; contentType: string; name: string; data: Buffer; at: Date }): Promise<void>;
  get(id: string): Promise<{ contentType: string; name: string; data: Buffer } | undefined>;
}

/** Small things that must survive a restart: the clock's scale, the last digest. */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface SessionStore {
  create(session: { tokenHash: string; staffId: string; expiresAt: Date }): Promise<void>;
  find(tokenHash: string): Promise<{ staffId: string; expiresAt: Date } | undefined>;
  remove(tokenHash: string): Promise<void>;
}

/** Brings effects of one saved document to the queues; never throws, the sweep picks up what it could not. */
export interface Relay {
  kick(owner: EffectRef['owner'], ownerId: string): Promise<void>;
}

export type SendResult = { status: 'sent'; ref: string } | { status: 'refused'; reason: string };

/** A channel that delivers text to a person. Throws on faults that a retry may mend; `refused` is final for this route. */
export interface Messenger {
  send(message: {
    ref: EffectRef;
    to: Contact;
    text: string;
    media: { contentType: string; name: string; data: Buffer }[];
  }): Promise<SendResult>;
  /** After a crash at the provider's door: was this one sent? `unknown` where the provider cannot tell. */
  wasSent(message: {
    ref: EffectRef;
    to: Contact;
    text: string;
    since: Date;
  }): Promise<'sent' | 'not_sent' | 'unknown'>;
}

/** Rings a person; what is said follows from the effect when the call is answered. */
export interface Telephone {
  call(call: { ref: EffectRef; to: string; detectMachine: boolean }): Promise<{ callId: string }>;
  wasPlaced(call: { ref: EffectRef; to: string; since: Date }): Promise<'sent' | 'not_sent' | 'unknown'>;
}

/** Hands a turn to its conversation: saved first, then handled in order. Answers the reply for channels that need it at once. */
export type ReceiveTurn = (turn: Turn) => Promise<Reply | null>;

/** Puts sentences into words, in the reader's language; bots/texts has them all. */
export type Render = (what: { say: readonly Saying[]; choices?: readonly Saying[] }, locale: Locale) => string;

/** Speech to text for voice clips; the default cannot and says so by undefined. */
export type Transcribe = (audio: { data: Buffer; contentType: string }) => Promise<string | undefined>;

/** Named places where crash tests end the process; does nothing otherwise. */
export type FaultPoint = (name: string) => void;
