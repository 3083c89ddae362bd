import { IANAZone } from 'luxon';

/** The shortest time for which every zone keeps its offset. */
const QUARTER_MS = 15 * 60_000;
const MOST_KNOWN = 1_000;

/** A zone that keeps the offsets it was asked for: luxon asks the runtime anew for each conversion, which takes ten microseconds. */
class KeptZone extends IANAZone {
  readonly #known = new Map<number, number>();

  override offset(ms: number): number {
    const quarter = Math.floor(ms / QUARTER_MS);
    const known = this.#known.get(quarter);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const offset = super.offset(ms);
    this.#known.set(quarter, offset);
    return offset;
  }
}

const HOME = 'Asia/Shanghai';
const ZONES = new Map<string, KeptZone>();

/** The zone of an IANA name; Asia/Shanghai where there is none of this name. */
export function zoneOf(name: string): IANAZone {
  const known = ZONES.get(name);
  if (known) return known;
  const zone = new KeptZone(IANAZone.isValidZone(name) ? name : HOME);
  if (zone.name === name) ZONES.set(name, zone);
  return zone;
}
