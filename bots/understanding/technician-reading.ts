import { masked } from './masking.js';
import type { Signs } from './network.js';
import { type Reading, read } from './reading.js';
import type { Utterance } from './resident-reading.js';
import { technicianSigns } from './signs.js';
import { findTickets, hideTickets } from './tickets.js';
import { type TimedText, timeTokens } from './time-tokens.js';

/** A technician's reply made ready: its tickets, the rest without them, and the signs that statistics go on with. */
export interface TechnicianReading {
  reading: Reading;
  tickets: readonly string[];
  /** With numbers as digits, without ticket numbers. */
  plain: string;
  timed: TimedText;
  signs: Signs;
}

/** Reads a reply once. */
export function readTechnician({ text, channel, lexicon }: Utterance): TechnicianReading {
  const reading = read(text, channel, lexicon);
  const plain = hideTickets(reading.digits)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:和、]+/, '')
    .trim();
  const timed = timeTokens(plain);
  return {
    reading,
    tickets: findTickets(reading.digits),
    plain,
    timed,
    signs: technicianSigns(masked(timed)),
  };
}
