import type { Location } from '../../src/domain/location.js';
import { findRoom, type Hit, hit } from './place-rooms.js';

export interface Home {
  location: Location;
  spans: readonly (readonly [number, number])[];
}

// "这3栋", "每2单元" and decimals count; "泳池1座" is one pool.
const NO_COUNT = '(?<![\\w.每另几])(?!(?<=[这那哪整同])1(?!\\d))';
const BUILDING = [
  new RegExp(
    `${NO_COUNT}(?!(?<![住在是们期区到去喺来家的度]|[,\\s]|^)1座(?!\\d))([a-z]?\\d{1,3}|[a-z]|[甲乙丙丁])\\s*(?:号楼|号栋|[栋幢](?!楼?(?:之间|中间(?![那户单])))|座|塔|#(?=楼|\\s*[\\da-z单]|[,\\s]|$)|号别墅)`,
  ),
  /(?<![\w点月])(\d{1,3})\s*[号楼#](?=\s*[,-]?\s*(?:\d{1,2}|[a-z甲乙丙中东西])\s*(?:单元|门(?![口锁禁窗铃])))/,
  /(?<![\w点月])(\d{1,3})\s*号(?=\s*\d{3,4}(?![\d号元块]))/,
  // Misheard 栋. 东 and 动 are words of their own, so that something of an address must follow.
  /(?<![\w.])(\d{1,3})(?:[懂董](?!事)|[东动動洞冻](?=\s*\d{1,2}(?:单元|门|楼)|\s*\d{3,4}(?!\d)))/,
  /(?<![\w.])(\d{1,3})\s*号院(?!子)/,
  /(?<![一-龥])([东西南北甲乙丙丁])(?:座|塔|楼)(?!位)/,
  /\b(?:building|bldg|block|tower)\s*(?:no\.?\s*|number\s*)?#?(\d{1,3}|[b-h]\d?|(?<=(?:tower|block|bldg)\s)a|a(?=\s*(?:[,.?\d-]|$|room|unit|flat|apt|floor|lobby|lift|elevator|entrance)))\b/,
  /\b(\d{1,3})(?:st|nd|rd|th) building\b/,
  /别墅\s*(\d{1,3})\s*号/,
];
const UNIT = [
  /(?<!\w)(\d{1,2}|[a-z甲乙丙丁东西中])\s*号?单元/,
  /(?<!\w)(\d{1,2})[单但丹担淡诞][元员园源远愿原缘](?!工)/,
  /(?<=\d(?:楼|栋|幢|座|#|号|号楼)\s?)(\d{1,2})\s*门(?![口锁禁窗铃])/,
  /(?<!\w)(\d)门(?=\s*\d{3,4}(?!\d))/,
  /\bunit\s*#?(\d{1,2}|[b-h])\b/,
];
const BELOW_GROUND = [
  /(?:负|地下|(?<![\w])-|(?<![\w-])b)\s*([1-5])\s*(?:楼|层|f\b)/,
  /(?:负|地下负)\s*([1-5])(?=的|[^\d.度]|$)/,
  /(?<![\w-])b([1-5])(?!\w|\s*(?:栋|座|幢|号楼|单元|-\s*\d|#|区|\d{3}))/,
  /\bbasement\s*(?:level|floor)?\s*(\d)\b/,
];
const ABOVE_GROUND = [
  /(?<![\w.])(\d{1,2})\s*[楼层](?!\s*\d{1,2}\s*(?:单元|门)|以上|高)/,
  /(?<![\w.])(\d{1,2})\/?f\b/,
  /\b(?:floor|level)\s*(\d{1,2})\b/,
  /\b(\d{1,2})(?:st|nd|rd|th) floor\b/,
];
// "3-2-502", "16#2-1001", "C3-518"; a telephone or a date has more or other digits.
const DASHED = [
  /(?<![\w#-])(\d{1,3}|[a-z]\d{0,2})\s*(?:栋|幢|座|号楼?|#)?\s*[-/]\s*(?:(\d{1,2})\s*(?:单元)?\s*[-/]\s*)?(\d{3,4}[a-h]?)(?:室|(?![a-z\d-]|\s*[点元块年月:]))/,
  /(?<![\w#-])(\d{1,3}|[a-z]\d{0,2})\s*(?:栋|幢|座|号楼?|#)\s*(\d{1,2})\s*[-/]\s*(\d{3,4}[a-h]?)(?![a-z\d-]|\s*[点元块年月:])/,
];
// "25-1电梯里": two numbers are building and unit before something that every unit has.
const PAIR =
  /(?<![\w-])(\d{1,2})\s*-\s*(\d)(?=的?(?:单元|电梯|楼道|楼梯|走廊|门[口禁]|大[厅堂]|水[井表]|电[井表]|整个|都停))/;
const LETTERED =
  /(?<![\w-])(?=[a-d]\d)(?<!(?:显示|报|代码|故障|错误)\s?)([a-d])((?:[1-9]|[1-4]\d)(?:0[1-9]|[1-3]\d))(?![\w-])/;

function first(text: string, patterns: readonly RegExp[], sign = ''): Hit | undefined {
  for (const pattern of patterns) {
    const m = pattern.exec(text);
    if (m) return hit(m, `${sign}${m[1] ?? ''}`);
  }
  return undefined;
}

const findFloor = (text: string) => first(text, BELOW_GROUND, '-') ?? first(text, ABOVE_GROUND);
const span = ({ at, end }: Hit) => [at, end] as const;
const isHit = (found: Hit | undefined): found is Hit => found !== undefined;

/** Building, unit and room in one group of numbers; a floor may be said elsewhere. */
function findGroup(text: string): Home | undefined {
  const m = DASHED[0]?.exec(text) ?? DASHED[1]?.exec(text) ?? LETTERED.exec(text) ?? PAIR.exec(text);
  if (!m) return undefined;
  const [group, building = '', second, third] = m;
  const isPair = third === undefined && (second?.length ?? 0) < 3;
  const unit = third || isPair ? second : undefined;
  const room = third ?? (isPair ? undefined : second);
  const end = m.index + group.length;
  const floor = findFloor(text.slice(0, m.index) + ' '.repeat(group.length) + text.slice(end));
  const location: Location = {
    building: building.toUpperCase(),
    ...(unit && { unit }),
    ...(floor && { floor: floor.value }),
    ...(room && { room: room.toUpperCase() }),
  };
  return { location, spans: [[m.index, end], ...[floor].filter(isHit).map(span)] };
}

function findMeasured(text: string): Home | undefined {
  const [building, unit, floor] = [first(text, BUILDING), first(text, UNIT), findFloor(text)];
  const anchors = [building, unit, floor].filter(isHit);
  const room = findRoom(text, anchors, floor);
  const hits = [...anchors, room].filter(isHit);
  if (hits.length === 0) return undefined;
  const location: Location = {
    ...(building && { building: building.value }),
    ...(unit && { unit: unit.value }),
    ...(floor && { floor: floor.value }),
    ...(room && { room: room.value }),
  };
  return { location, spans: hits.map(span) };
}

/** Building, unit, floor and room, in text without noise. */
export const findHome = (text: string): Home | undefined => findGroup(text) ?? findMeasured(text);
