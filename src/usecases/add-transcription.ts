import { type Category, compareUrgency, type Urgency } from '../domain/categories.js';
import type { Location } from '../domain/location.js';
import { SYSTEM } from '../domain/people.js';
import type { Ticket } from '../domain/ticket.js';
import { type ActDeps, actOnTicket } from './act.js';

/** 电话留言: stands for a recording until its words are known. */
export const RECORDED = '电话留言';
/** Longest description of a ticket. */
const MAX_TEXT = 2000;

export interface Transcription {
  /** The turn that brought the recording; its ticket has it as origin. */
  turnId: string;
  text: string;
  /** What the words are about, as understood. */
  category: Category;
  urgency: Urgency;
  location?: Location | undefined;
}

/** Puts the words of a voicemail to its ticket, with what they mean (clause 3.1.2). Nothing happens where there is no such ticket. */
export async function addTranscription(deps: ActDeps, words: Transcription): Promise<void> {
  const ticket = await deps.tickets.findByOrigin(words.turnId);
  if (!ticket) return;
  await actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'amend',
    input: amendment(ticket, words),
    actor: SYSTEM,
    key: `${words.turnId}-transcription`,
  });
}

/** What was said to us before stands and is added to: nothing becomes less urgent by a second thought. */
function amendment(ticket: Ticket, { text, category, urgency, location }: Transcription) {
  const description = ticket.description === RECORDED ? text : `${ticket.description};${text}`;
  const isPlaceKnown = Object.keys(ticket.location).length > 0;
  return {
    description: description.slice(0, MAX_TEXT),
    ...(ticket.category === 'other' && { category }),
    ...(compareUrgency(urgency, ticket.urgency) < 0 && { urgency }),
    ...(location && !isPlaceKnown && { location }),
  };
}
