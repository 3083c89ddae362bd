import type { Channel } from './homophones.js';
import { cover, masked } from './masking.js';
import { hideDenied } from './negation.js';
import type { Signs } from './network.js';
import { findPhone } from './phone-number.js';
import { type FoundPlace, findPlace } from './places.js';
import type { Lexicon } from './project-lexicon.js';
import { type Reading, read } from './reading.js';
import { type Affirmed, affirm, residentSigns } from './signs.js';
import { timeTokens } from './time-tokens.js';
import { type FoundTime, visitTimeAmong } from './times.js';

export interface Utterance {
  text: string;
  channel: Channel;
  now: Date;
  /** IANA name; times in the message are of this zone. */
  timezone: string;
  /** Words of the project, where it taught any. */
  lexicon?: Lexicon;
}

/** What rules read out of a resident's message, and the signs that statistics go on with. */
export interface ResidentReading {
  reading: Reading;
  place?: FoundPlace;
  /** E.164. */
  phone?: string;
  time?: FoundTime;
  affirmed: Affirmed;
  signs: Signs;
}

/** Reads the slots of a message once, and everything else about it as signs. */
export function readResident({ text, channel, now, timezone, lexicon }: Utterance): ResidentReading {
  const reading = read(text, channel, lexicon);
  const place = findPlace(reading, lexicon?.places);
  const phone = findPhone(reading.digits);
  const places = place?.spans ?? [];
  const phones = phone ? [[phone.at, phone.end] as const] : [];
  // Room and telephone numbers are covered first, so that no time is read out of them.
  const timed = timeTokens(cover(cover(reading.digits, places, 'place'), phones, 'phone'));
  const time = visitTimeAmong(timed, now, timezone);
  const affirmed = affirm(reading.text);
  return {
    reading,
    ...(place && { place }),
    ...(phone && { phone: phone.phone }),
    ...(time && { time }),
    affirmed,
    signs: residentSigns(affirmed, masked({ ...timed, text: hideDenied(timed.text) })),
  };
}
