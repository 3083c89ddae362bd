import type { Location } from '../../src/domain/location.js';
import { PUBLIC_AREAS } from './lexicon/public-areas.js';
import { findPhone } from './phone-number.js';
import { type Reading, read } from './reading.js';

/** A place found in a message; `spans` are the positions it takes, so that times are not read out of room numbers. */
export interface FoundPlace {
  location: Location;
  confidence: number;
  spans: readonly (readonly [number, number])[];
}

interface Hit {
  value: string;
  at: number;
  end: number;
}

const NO_MORE_DIGITS = '(?![\\d点元块年月米克度%]|\\s*(?:个|多|:\\d))';
const BUILDING = [
  /(?:第)?([a-z东西南北]区)?(?<![\w])([a-z]?\d{1,3}|[a-z])\s*(?:号楼|号栋|栋楼?|幢楼?|座|#楼?(?=\s*\d)|号院)/,
  /()(?<![\w点])(\d{1,3})\s*(?:号|楼|#)(?=\s*[,-]?\s*(?:\d{1,2}|[a-z])\s*(?:单元|门\s*\d))/,
  /()(?<![\w点月])(\d{1,3})\s*号(?=\s*\d{3,4}(?!\d|号))/,
  /()(?<![一-龥])([东西南北甲乙丙丁])(?:座|塔|楼)(?!位)/,
  /()\b(?:building|bldg|block|tower)\s*(?:no\.?\s*)?#?(\d{1,3}|[a-z])\b/,
  /()\b(\d{1,3})(?:st|nd|rd|th) building\b/,
];
const UNIT = [
  /(?<![\w])(\d{1,2}|[a-z甲乙丙丁东西])\s*(?:号)?单元/,
  /(?<![\w])(\d)门(?=\s*\d{3,4})/,
  /\bunit\s*#?(\d{1,2}|[a-z])\b/,
];
const FLOOR = [
  /(负|地下|-|\bb)\s*(\d)\s*(?:楼|层)/,
  /()(?<![\w.])(\d{1,2})\s*(?:楼|层)(?!\s*\d{1,2}\s*单元|之间|以上|高)/,
  /()\b(?:floor|level)\s*(\d{1,2})\b/,
  /()\b(\d{1,2})(?:st|nd|rd|th) floor\b/,
];
// Next to a building, unit or floor a bare number is a room; elsewhere it must say so or open the message.
const ROOM_BESIDE = new RegExp(
  `^[\\s,的-]*(?:第)?(\\d{3,4}[a-z]?(?![a-z])|\\d{1,2}(?=\\s*(?:室|号(?!楼|线|电梯)|房(?!间漏)|户))|0\\d)(?:室|号房?|房|户)?${NO_MORE_DIGITS}`,
);
const SIDE = /^[\s,的-]*([东西南北中左右](?:边|侧|面)?户|[东西]边(?:那|这)?(?:户|家))/;
const ROOM_ALONE = [
  /(?<![\w.#-])(\d{3,4}[a-z]?)\s*(?:室|号房|房间|房(?!东)|号(?=业主|住户|的?业主))/,
  /(?:房号|门牌号?|房间号?|room|apt\.?|apartment|flat|suite)\s*(?:是|:|no\.?|number|is)?\s*#?(\d{3,4}[a-z]?)(?!\d)/,
  new RegExp(`(?:我家(?:是|住|在)?|我(?:是|住|在)+|住在?|这里是|我们?家?是)\\s*(\\d{3,4})(?!\\d)${NO_MORE_DIGITS}`),
  new RegExp(
    `^(?:你好|您好|喂)?,?(?:我家?|业主|住户)?(\\d{3,4})(?:的|业主|住户|,| )?(?!号单|单)(?![a-z])${NO_MORE_DIGITS}(?!-)`,
  ),
];
const DASHED =
  /(?<![\w-])(\d{1,3}|[a-z])\s*(?:栋|号楼)?\s*[-/]\s*(?:(\d{1,2})(?:单元)?\s*[-/]\s*)?(\d{3,4})(?:室)?(?![\d-]|\s*[点元块年月:])/;

function first(text: string, patterns: readonly RegExp[], read: (m: RegExpExecArray) => string): Hit | undefined {
  for (const pattern of patterns) {
    const m = pattern.exec(text);
    if (m) return { value: read(m), at: m.index, end: m.index + m[0].length };
  }
  return undefined;
}

const joined = (m: RegExpExecArray) => `${m[1] ?? ''}${m[2] ?? ''}`.toUpperCase();
const level = (m: RegExpExecArray) => `${m[1] ? '-' : ''}${m[2] ?? ''}`;
const own = (m: RegExpExecArray) => (m[1] ?? '').toUpperCase();

function roomBeside(text: string, end: number, floor: Hit | undefined): Hit | undefined {
  const rest = text.slice(end);
  const side = floor && SIDE.exec(rest);
  if (side) return { value: `${(side[1] ?? '').charAt(0)}户`, at: end, end: end + side[0].length };
  const m = ROOM_BESIDE.exec(rest);
  const said = m?.[1]?.toUpperCase();
  if (!m || !said) return undefined;
  // "5楼02室" is how people say room 502; two digits without a floor stay as they are.
  const value = floor && said.length <= 2 ? `${floor.value}${said.padStart(2, '0')}` : said;
  return { value, at: end, end: end + m[0].length };
}

function findDashed(text: string): FoundPlace | undefined {
  const m = DASHED.exec(text);
  if (!m) return undefined;
  const location: Location = { building: (m[1] ?? '').toUpperCase(), ...(m[2] && { unit: m[2] }), room: m[3] };
  return { location, confidence: m[2] ? 0.95 : 0.85, spans: [[m.index, m.index + m[0].length]] };
}

function findMeasured(text: string): FoundPlace | undefined {
  const building = first(text, BUILDING, joined);
  const unit = first(text, UNIT, own);
  const floor = first(text, FLOOR, level);
  const anchors = [building, unit, floor].filter((hit) => hit !== undefined);
  const end = Math.max(0, ...anchors.map((hit) => hit.end));
  const room = (end > 0 ? roomBeside(text, end, floor) : undefined) ?? first(text, ROOM_ALONE, own);
  const hits = [...anchors, ...(room ? [room] : [])];
  if (hits.length === 0) return undefined;
  const location: Location = {
    ...(building && { building: building.value }),
    ...(unit && { unit: unit.value }),
    ...(floor && { floor: floor.value }),
    ...(room && { room: room.value }),
  };
  return { location, confidence: certainty(location), spans: hits.map((hit) => [hit.at, hit.end] as const) };
}

function certainty({ building, unit, floor, room }: Location): number {
  if (building && room) return 0.96;
  if (building) return 0.92;
  if (unit || (floor && room)) return 0.9;
  return room ? 0.75 : 0.85;
}

function findPublicArea(text: string): string | undefined {
  for (const pattern of PUBLIC_AREAS) {
    const m = pattern.exec(text);
    if (m) return m[0].trim();
  }
  return undefined;
}

const blank = (text: string, at: number, end: number) => text.slice(0, at) + ' '.repeat(end - at) + text.slice(end);

/** The place in a message; telephone and ticket numbers are no places. A public area keeps the words it was said in. */
export function findPlace({ text: said, digits }: Reading): FoundPlace | undefined {
  const phone = findPhone(digits);
  const withoutPhone = phone ? blank(digits, phone.at, phone.end) : digits;
  const text = withoutPhone.replace(/(?<![a-z])w-?\d{3,6}/g, (ticket) => ' '.repeat(ticket.length));
  const home = findDashed(text) ?? findMeasured(text);
  const publicArea = home?.location.room ? undefined : findPublicArea(said);
  if (!publicArea) return home;
  const confidence = home ? Math.min(0.92, home.confidence) : 0.88;
  return { location: { ...home?.location, publicArea }, confidence, spans: home?.spans ?? [] };
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
