import type { Stage } from './stage.js';

/** Tickets of the story, by what they are about. */
export type Subject = 'pipe' | 'power' | 'corridor' | 'lock' | 'gas';
export type Book = Map<Subject, string>;

/** One thing that must be reached; its name stands in the list that the demonstration is checked against. */
export interface Step {
  name: string;
  /** @throws Missing where what should happen does not. */
  play(stage: Stage, book: Book): Promise<void>;
}

export interface Scene {
  title: string;
  steps: readonly Step[];
}

export const GARDEN_HOTLINE = '+861080000001';
export const OWNERS_GROUP = 'wx-group-garden@chatroom';
/** The caller whom the service does not know. */
export const CALLER = { name: '周奶奶', phone: '+8613900001234' };

/** The ticket number in a message. */
export const numberIn = (text: string): string => /W-\d+/.exec(text)?.[0] ?? '';

export function idOf(book: Book, subject: Subject): string {
  const id = book.get(subject);
  if (!id) throw new Error(`no ticket yet about the ${subject}`);
  return id;
}
