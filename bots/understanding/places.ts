import type { Location } from '../../src/domain/location.js';
import { asWritten } from './normalise.js';
import { findPhone } from './phone-number.js';
import { findPublicArea } from './place-areas.js';
import { findHome } from './place-home.js';
import { withoutNoise } from './place-noise.js';
import { type Reading, read } from './reading.js';

/** A place found in a message; `spans` are the positions it takes, so that times are not read out of room numbers. */
export interface FoundPlace {
  location: Location;
  confidence: number;
  spans: readonly (readonly [number, number])[];
}

function certainty({ building, unit, floor, room }: Location): number {
  if (building && room) return 0.96;
  if (building) return 0.92;
  if (unit || (floor && room)) return 0.9;
  return room ? 0.75 : 0.85;
}

/** What every address of a home has; most messages have none. */
const NUMBERED = /[\da-z甲乙丙丁廿]|[东西南北中午](?:座|塔|楼|号|单元|栋|幢)/;

/**
 * The place in a message; telephone and ticket numbers are no places. A public area keeps the words it was said in.
 * @param localPlaces names of public areas that only this project has, the longest first
 */
export function findPlace(
  { original, text, digits }: Reading,
  localPlaces: readonly string[] = [],
): FoundPlace | undefined {
  const home = NUMBERED.test(digits) ? findHome(withoutNoise(digits)) : undefined;
  const local = localPlaces.find((place) => text.includes(place));
  const publicArea = home?.location.room ? undefined : (local ?? findPublicArea(text));
  if (!home && !publicArea) return undefined;
  const location: Location = { ...home?.location, ...(publicArea && { publicArea: asWritten(publicArea, original) }) };
  const sure = home ? certainty(home.location) : 0.88;
  return { location, confidence: publicArea ? Math.min(0.92, sure) : sure, spans: home?.spans ?? [] };
}

const BARE = /^(?:(\d{1,3}|[a-z])[ ,.]+)?(?:(\d{1,2})[ ,.]+)?(\d{3,4}[a-z]?)$/;

/** An answer to "where?": all that {@link findPlace} knows, and also bare numbers ("3 2 502", "502"). */
export function parseLocation(text: string): { location: Location; confidence: number } | undefined {
  const reading = read(text, 'chat');
  const m = BARE.exec(reading.digits);
  if (m && !findPhone(reading.digits)) {
    const [, building, unit, room] = m;
    const location: Location = {
      ...(building && { building: building.toUpperCase() }),
      ...(unit && { unit }),
      room: room?.toUpperCase(),
    };
    return { location, confidence: building ? 0.85 : 0.7 };
  }
  const found = findPlace(reading);
  return found && { location: found.location, confidence: found.confidence };
}
