/** A part of a place, and where in the text it stands. */
export interface Hit {
  value: string;
  at: number;
  end: number;
}

// What turns a number into an amount, a time or a size instead of a door; "两口子" has become "2口子" glued to the number.
const MEASURES = [
  '[元块月米克度%兆伏层期届栋幢#]|年(?!久)|瓦(?!斯)|楼(?![上下道梯顶板面])|路(?![灯由])|座(?![机便])|点(?![火不着])|单元|天(?![花然])|次(?!卧)',
  '个(?![,\\s]|$)|多(?![处次谢久])|左右|:\\d|毫|平(?![时台安常])|公[斤里分]|号[线单]|人(?![在都家])|分(?![户水])|升(?!降)|只(?![有是能剩])|[万千斤秒级件页步份辆]|小时',
  '(?:k?wh?|v|g|p|mm|cm|kg|ml|rmb|yuan|degrees?|min(?:ute)?s?|hours?|days?|am|pm)\\b|\\+',
].join('|');
const COUPLE = '(?=2(?:口子|夫妻|公婆|老人|个(?:人|男|女|小孩|孩子|老)))';
const NO_MORE = `(?:${COUPLE}|(?![\\d]|\\s*(?:${MEASURES})))`;
const DOOR = `(\\d{3}${NO_MORE}|\\d{4}${NO_MORE}|\\d{3,4}[a-h](?![a-z\\d]))`;
// A door says its storey first: 3201, 502, 1106; round and large numbers are prices, years and sizes.
const LIKELY = `((?:[1-9]|[1-5]\\d)(?:0[1-9]|[1-3]\\d)${NO_MORE})`;
const NOT_A_DOOR = '(?<![\\w.:/#*+-])(?!(?:1(?:1[0249]|20|22)|911|999|20[23]\\d)(?!\\d))';

// "五零二十点来" has become 5020点.
const BEFORE_HOUR = '((?:[1-9]|[1-5]\\d)0\\d(?=\\d{1,2}[点月]))';
const BESIDE = new RegExp(
  `^[\\s,的-]*(?:第|顶楼|底?[商上]?铺|店面|门面)?(?:${DOOR}|${BEFORE_HOUR}|(\\d{1,2}[a-h](?![a-z\\d])|\\d{1,2}(?=\\s*(?:室|号(?!楼|线|电梯|门|机|桩|车)|房(?!间漏)|户))|0\\d(?!\\d))${NO_MORE})`,
);
const LETTER = /^\s*([a-h])(?:室|户|房|单位)?(?![a-z\d]|\s*[座栋区幢塔梯])/;
const SIDE = /^[\s,的-]*([东西南北中左右](?:边|侧|面)?户|[东西]边(?:那|这)?(?:户|家))/;

const NAMED = [
  /(?<![\w.#-])(\d{3,4}[a-z]?|\d{1,2}[a-h])\s*(?:室|号房|房间|房(?!东)|号(?=业主|住户|的?业主))/,
  /(?:房号|门牌号?|房间号?|\b(?:room|rm|apt|apartment|flat|suite|unit))\s*(?:是|:|no\b|number|is)?[\s.]*#?(\d{3,4}[a-z]?|\d{1,2}[a-h])(?![a-z\d])/,
];
// "收我280" is a bill: behind 我 alone a number must look like a door.
const OWN = new RegExp(
  `(?:(?:我们?家?|咱们?家?|[俺阿]拉?家?|本人|这里|这边|家)(?:这?是|住|在|的|这){1,4}|我们?家|咱们?家)\\s*(?:顶楼|高层|底楼)?${DOOR}`,
);
const MINE = new RegExp(
  `(?<![收给找欠退坑扣要骗借赔让]了?)(?:我们?|咱们?|[俺阿]拉?)\\s*(?:顶楼|高层|底楼)?${NOT_A_DOOR}${LIKELY}`,
);
const LIVES = new RegExp(`(?:住在?|家在|地址|位置)(?:的|是|:){0,3}\\s*(?:顶楼|高层|底楼)?${DOOR}`);
const GREETED = new RegExp(
  `^(?:你好|您好|喂|hi|hello)?[,\\s]*(?:我家?|业主|住户)?${NOT_A_DOOR}${DOOR}(?!\\s*(?:号单|单)|[-:/])`,
);
const EDGE = new RegExp(
  `(?<=[,.?]\\s{0,2}|[一-龥]\\s)${NOT_A_DOOR}${LIKELY}(?=\\s{0,20}(?:[,.?]|$)|\\s{2}|[一-龥\\s])`,
);
const LAST = new RegExp(
  `(?<!(?:[第共约近百千花收交费价付给扣]|涨到)了?)${NOT_A_DOOR}${LIKELY}(?=(?:室|的|这边|这里|业主)?[\\s,.?]{0,20}$)`,
);
const CALLED = new RegExp(
  `(?<=[一-龥])${NOT_A_DOOR}${LIKELY}(?=快|赶[紧快]|马上|救命|来人|的?(?:业主|住户)|今[天晚]|明[天早晚]|后天|[上下]午|窗|阳台|家里)`,
);
const NEIGHBOUR = new RegExp(
  `(?:楼上|楼下|隔壁|对门|对面|邻居|顶楼|那个|闯进了?|进了?|跟|找|叫)(?:的|那个|那户|是|家|住){0,3}\\s*${NOT_A_DOOR}${LIKELY}`,
);
const ENGLISH = new RegExp(
  `\\b(?:in|at|to|from|of|for|outside|above|below|near|and|it's|is)\\s+${NOT_A_DOOR}(?:${LIKELY}|(?![345][dg])(\\d{1,2}[a-h]))(?![a-z])`,
);
const ALONE = [...NAMED, OWN, MINE, LIVES, GREETED, EDGE, LAST, CALLED, NEIGHBOUR, ENGLISH];

export const hit = (m: RegExpExecArray, value: string, from = 0): Hit => ({
  value: value.toUpperCase(),
  at: from + m.index,
  end: from + m.index + m[0].length,
});

/** "五楼东户", "20楼A室": a door named by its side or letter makes sense only on a storey. */
function sideOf(rest: string, floor: Hit): Hit | undefined {
  const side = SIDE.exec(rest);
  if (side) return hit(side, `${(side[1] ?? '').charAt(0)}户`, floor.end);
  const letter = LETTER.exec(rest);
  return letter ? hit(letter, letter[1] ?? '', floor.end) : undefined;
}

function beside(text: string, anchor: Hit, floor: Hit | undefined): Hit | undefined {
  const rest = text.slice(anchor.end, anchor.end + 24);
  const m = BESIDE.exec(rest);
  const said = m?.[1] ?? m?.[2] ?? m?.[3];
  if (!m || !said)
    return anchor === floor && /[楼层]/.test(text.charAt(floor.end - 1)) ? sideOf(rest, floor) : undefined;
  // "5楼02室" is how people say room 502; two digits without a floor stay as they are.
  const isShort = anchor === floor && /^\d{1,2}$/.test(said);
  return hit(m, isShort ? `${floor?.value}${said.padStart(2, '0')}` : said, anchor.end);
}

/** The room: beside a building, unit or floor, else named, the resident's own, standing alone, or the neighbour's. */
export function findRoom(text: string, anchors: readonly Hit[], floor: Hit | undefined): Hit | undefined {
  for (const anchor of [...anchors].sort((a, b) => b.end - a.end)) {
    const room = beside(text, anchor, floor);
    if (room) return room;
  }
  for (const pattern of ALONE) {
    const m = pattern.exec(text);
    if (m) return hit(m, m[1] ?? m[2] ?? '');
  }
  return undefined;
}
