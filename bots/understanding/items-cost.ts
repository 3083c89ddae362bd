import { OTHER_COUNT, UNIT } from './items-words.js';

const NUMBER = '(\\d{1,5}(?:\\.\\d{1,2})?)';
const YUAN = '(?:元|块钱?|圆|rmb|yuan)';
const OTHER = `(?!\\d|\\.\\d|[-:]\\d|\\s*(?:[分寸]|${UNIT}|${OTHER_COUNT}))`;
const AMOUNT = `[¥￥$]?\\s*${NUMBER}${OTHER}(?:\\s*${YUAN}(?:(半)|(\\d)(?:毛|角)?(?!\\d|[个只卷米根]))?)?`;
const BETWEEN =
  '(?:业主|客户|住户|人家|他|她|我|您|现金|微信|支付宝|扫码|支付|转账|费用?|款|钱|了|是|为|到|计|一共|总共|合计|总计|花|[:：=,\\s])*';

// The first of these that fits is what the customer pays: a total, then what was taken, then a single fee.
const TOTAL = new RegExp(
  `(?:总共|一共|合计|总计|总价|共计|统共|拢共|总的|共|总|total(?: is| of|:)?)${BETWEEN}${AMOUNT}`,
);
const TAKEN = new RegExp(
  `(?:实收|收(?!工|到单)|付(?!款码)|给了|转账|转了|扫了|交了|(?:微信|现金|支付宝|扫码)|费用|cost|charged?|paid|collected)${BETWEEN}${AMOUNT}`,
);
const TAKEN_AFTER = new RegExp(
  `${AMOUNT}\\s*(?:已经?|都|全)?(?:收(?!据)|付了|付清|到账|的?费用|(?:in )?total|,?(?:业主|客户|住户)(?:用|已经?|都)*(?:现金|微信|支付宝|扫码)*(?:付|给|转|扫|了))`,
);
const FEE = new RegExp(
  `(?:(?:人工|手工|工时|上门|维修|服务|检[测查]|材料|安装|疏通|清[洗理]|拆装|打孔|出诊|开锁|修理|配件|加急)费?|工钱)${BETWEEN}${AMOUNT}`,
  'g',
);
// "弄好了30块钱": an amount that stands alone behind the word for done.
const ALONE = new RegExp(`(?:[好完成工通]了?|搞定|ok|done)[,\\s]*${AMOUNT.replace(/\?$/, '')}(?!\\s*\\d)`);
const FREE =
  /(?:没|不|未|免)(?:有|用)?(?:再|额外|另外?|多)?(?:收|要|给|付|花)?(?:他|她|业主|客户|人家|任何)?(?:费|钱)(?!包)|免费|没收(?!据|好|工|拾|到|\d)|免单|no (?:charge|fee)|free of charge|for free/;
const PARTLY_FREE = /(?:人工|上门|工时)费?(?:免|没收|不收|不要)/;

const yuan = (found: RegExpMatchArray) => Number(found[1]) + (found[2] ? 0.5 : Number(found[3] ?? 0) / 10);

function feesOf(digits: string): number | undefined {
  const fees = [...digits.matchAll(FEE)].map(yuan);
  return fees.length > 0 ? fees.reduce((sum, fee) => sum + fee, 0) : undefined;
}

/** What the customer pays in yuan, where a total or a fee is stated. */
export function findCost(digits: string): number | undefined {
  const stated = TOTAL.exec(digits) ?? TAKEN.exec(digits) ?? TAKEN_AFTER.exec(digits);
  if (stated) return yuan(stated);
  if (FREE.test(digits) && !PARTLY_FREE.test(digits)) return 0;
  const alone = ALONE.exec(digits);
  return feesOf(digits) ?? (alone ? yuan(alone) : undefined);
}
