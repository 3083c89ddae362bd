/** A material as a technician writes it; `price` is in yuan, as stated (of the piece or of the lot: the message does not tell). */
export interface Item {
  name: string;
  qty?: number;
  unit?: string;
  price?: number;
}

const UNIT =
  '个|只|卷|米|根|套|把|条|支|台|块(?!钱)|片|桶|袋|包|盒|瓶|节|副|对|颗|张|组|盏|圈|斤|公斤|扇|付|捆|枚|升|平方|平米|pcs|m\\b';
const MONEY = '(?:元|块钱?|圆|rmb|￥)';
const AMOUNT = `[￥¥]?\\s*(\\d{1,6}(?:\\.\\d{1,2})?)\\s*(?:${MONEY}(?:\\s*(\\d)(?:毛|角)?(?!\\d))?)`;
const VERB =
  '(?:更换|换|用|装|加|买|领|领取|需要|要|申请|安装|申领|使用|耗材|材料|配件)(?:了|上|好|掉|的是|的|过|新的?)*';
const NAME =
  '(?:[a-z]{2,5}|\\d{1,2}(?:分|寸))?[\\u4e00-\\u9fff]{1,3}?[\\u4e00-\\u9fffa-z]{0,9}?(?:[a-z]?\\d+(?:mm|寸|分|w|瓦|号|a))?[\\u4e00-\\u9fff]{0,4}?';
// "角阀1个15元", "生料带一卷", "1个角阀 15块", "角阀*2", "角阀 2个 共30元"
const NAME_FIRST = new RegExp(
  `(${NAME})\\s*(?:[x*×]\\s*)?(\\d{1,4}(?:\\.\\d+)?)\\s*(${UNIT})?(?:\\s*[,，]?\\s*(?:单价|每个|共|计)?\\s*${AMOUNT})?$`,
);
const COUNT_FIRST = new RegExp(`(\\d{1,4}(?:\\.\\d+)?)\\s*(${UNIT})\\s*(?:新的?)?(${NAME})(?:\\s*${AMOUNT})?$`);
const PRICE_ONLY = new RegExp(`(${NAME})\\s*(?:花了?|是)?\\s*${AMOUNT}$`);

const LEAD = new RegExp(`^.*?(?:${VERB})(?=[\\u4e00-\\u9fff\\d])`);
const NOISE = /^(?:完成|修好|搞定|好|已|都|就|再|还|另|另外|和|及|跟|了|的|师傅|我|这里|现场)+/;
const NO_NAME =
  /费$|^(?:共|总共|一共|合计|总计|费用|收费|收|人工|人工费|工时费|上门费|维修费|价格|大概|需|第|有|到|约|等|修|改|时间|明天|下午|上午|晚上|今天|后天|过|还|还要|还需|再|差|分|小时|点|单|号|也|都|来|去)+$/;

const number = (said: string | undefined) => (said === undefined ? undefined : Number(said));
const money = (yuan: string | undefined, tenths: string | undefined) =>
  yuan === undefined ? undefined : Number(yuan) + Number(tenths ?? 0) / 10;

function itemOf(
  name: string,
  qty: string | undefined,
  unit: string | undefined,
  price: number | undefined,
): Item | undefined {
  const clean = name
    .replace(NOISE, '')
    .replace(/(?:的|了|共|计|单价|每个|花)$/, '')
    .trim();
  if (clean === '' || NO_NAME.test(clean)) return undefined;
  return {
    name: clean,
    ...(qty && { qty: number(qty) }),
    ...(unit && { unit }),
    ...(price !== undefined && { price }),
  };
}

function readItem(piece: string): Item | undefined {
  const text = piece.replace(LEAD, '').replace(NOISE, '').trim();
  const counted = COUNT_FIRST.exec(text);
  if (counted && counted.index === 0)
    return itemOf(counted[3] ?? '', counted[1], counted[2], money(counted[4], counted[5]));
  const named = NAME_FIRST.exec(text);
  if (named && (named[3] || named[4] || /[x*×]/.test(named[0])))
    return itemOf(named[1] ?? '', named[2], named[3], money(named[4], named[5]));
  const priced = PRICE_ONLY.exec(text);
  return priced ? itemOf(priced[1] ?? '', undefined, undefined, money(priced[2], priced[3])) : undefined;
}

/** Materials named with a quantity or a price in a text whose numbers are digits. */
export function findItems(digits: string): Item[] {
  return digits
    .replace(/(?<!\d)(\d{1,4} ?(?:个|卷|米|根|只|套|把|条)?)[ ,共]{1,3}(?=\d{1,6}(?:\.\d{1,2})? ?(?:元|块))/g, '$1')
    .split(
      /[,+]|(?<=[元块个卷米根只套把条]) |和|以及|还有|另外|(?<=[^了用换装要领需\d]\d{1,3}[个卷米根只套把条块元])(?=[一-龥]{1,8}\d)/,
    )
    .map((piece) => piece.trim())
    .filter(Boolean)
    .flatMap((piece) => readItem(piece) ?? []);
}

const TOTAL = new RegExp(
  `(?:共计?|总共|一共|合计|总计|费用|收费|收了?|收取|总价|cost|total|人工费?|工时费|维修费|上门费)\\s*(?:是|为|:|了|业主|客户|现金|微信)*\\s*${AMOUNT.replace(`(?:${MONEY}`, `(?:${MONEY}?`)}`,
);

/** What the customer pays in yuan, where a total or a fee is stated. */
export function findCost(digits: string): number | undefined {
  if (/(?:没|不|免)(?:有)?(?:收|要)?(?:费|钱)|免费/.test(digits)) return 0;
  const m = TOTAL.exec(digits);
  return m ? money(m[1], m[2]) : undefined;
}
