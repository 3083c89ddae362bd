import type { Category, Urgency } from '../domain/categories.js';
import { SYSTEM } from '../domain/people.js';
import { type ActDeps, actOnTicket } from './act.js';

export interface Transcription {
  /** The turn that brought the recording; its ticket has it as origin. */
  turnId: string;
  text: string;
  /** What the words are about, as understood. */
  category: Category;
  urgency: Urgency;
}

/** Puts the words of a voicemail to its ticket, with what they mean (clause 3.1.2). Nothing happens where there is no such ticket. */
export async function addTranscription(
  deps: ActDeps,
  { turnId, text, category, urgency }: Transcription,
): Promise<void> {
  const ticket = await deps.tickets.findByOrigin(turnId);
  if (!ticket) return;
  await actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'amend',
    input: { description: text.slice(0, 2000), category, urgency },
    actor: SYSTEM,
    key: `${turnId}-transcription`,
  });
}
