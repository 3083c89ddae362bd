import { findPhone } from './phone-number.js';

const blank = (text: string, at: number, end: number) => text.slice(0, at) + ' '.repeat(end - at) + text.slice(end);
const blanked = (all: string) => ' '.repeat(all.length);

// A recogniser runs a telephone number into the building said after it: "…六七七六栋" has twelve digits before 栋.
const PHONE_BEFORE_BUILDING = /(?<!\d)1[3-9]\d{9}(?=\d{1,2}(?:栋|幢|座|单元|号楼))/;

const CODES = [
  /(?<![a-z])w-?\d{3,6}/g,
  /(?:取件码|取货码|验证码|提货码|编号|单号|工单|尾号|密码|卡号|读数|型号|故障码|故障代码|代码|错误|工号|户号|车牌号?|号码|证号|航班|机号|身份证)(?:后[四六]位)?(?:号码?|码)?\s*(?:又?是|为|显示|:)?\s*(?![a-z\d-]{1,5}(?:栋|幢|座|号|单元|楼|层|室|#))[a-z\d][a-z\d-]{1,19}/g,
  /\b(?:code|ticket|order|invoice|plate|ext|serial|model)\s*(?:no\.?|number|is|#|:){0,3}\s*[a-z]{0,4}-?\d[\w-]{0,20}/g,
  // Plates of cars: 沪A12345.
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·.\s]?[a-z\d]{4,6}(?![a-z\d])/g,
];

// "我住111栋不是不是11栋", "3栋,不对,5栋": what is taken back counts no more. "14号楼不是4号楼" takes nothing back.
const TAKEN_BACK =
  /\d{1,4}(?:栋|号楼|座|幢|单元|室|号)?[,\s]{0,2}(?:(?:不是|不对|哦不|啊不|说错了?|错了){2,3}|不对|哦不|啊不|说错了?|错了|不是(?=[,\s]|应该|是))[,\s]{0,2}(?:应该)?是?(?=\d)/g;

// "我是14号楼,不是4号楼": what is denied is no place; "是不是4号楼" asks.
const DENIED = /(?<!是)不是\d{1,4}(?:栋|号楼|座|幢|单元|室)/g;

// Storeys that a lift passes, that are counted, fallen, climbed or compared are no place; "一层" may be a layer of dust.
const STOREYS = [
  /\d{1,2}(?:楼|层)?\s*(?:到|至|-)\s*\d{1,2}\s*(?:楼|层)/g,
  /(?:爬了?|爬到|掉到|掉|落到|落|摔到|滑了?|滑到|下坠了?|坠了?|坐到|降到|升到|拉到|开到|舔到|飘到|共|一共|总共|高|每|同|隔|另|好几|大概|大约|差不多|按了?|过|经过|到了|去|跑到|送到|滴到|漏到|吹到|溅到|砸到)\s*\d{1,2}\s*(?:楼|层)/g,
  /\d{1,2}\s*(?:楼|层)(?=\s*(?:以上|以下|往|之间|中间|的?按[钮键]|按[钮键]|高的?|的楼(?![梯道顶])|那[家户]|的人|的住户|不同意|的?业主都))/g,
  /(?<![,\s栋楼座幢元住在是家我们下负号门\db-]|^)1层/g,
  /(?:between|pass(?:es|ed|ing)?|past)\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)? floor|floors? \d{1,2})/g,
];
const LIFT = /电梯|升降机|轿厢|客梯|货梯/;
const LIFT_STOREYS = [
  /(?:从|到|过|按|去|至|往)\s*\d{1,2}\s*(?:楼|层)(?!\s*(?:\d|电梯[口间厅前]))/g,
  /\d{1,2}\s*(?:楼|层)(?=\s*(?:和|与|跟|、)\s*\d|停|就停|不停|时|会|先)/g,
  /(?:和|与|跟|、)\s*\d{1,2}\s*(?:楼|层)(?=\s*(?:中间|之间|卡))/g,
];

// "看一下五栋" is taken for 下午.
const FIVE = /(?<=下)午(?=栋|幢|号楼|单元)/g;

function withoutPhone(digits: string): string {
  const glued = PHONE_BEFORE_BUILDING.exec(digits);
  if (glued) return blank(digits, glued.index, glued.index + 11);
  const phone = findPhone(digits);
  return phone ? blank(digits, phone.at, phone.end) : digits;
}

/**
 * The message with everything blanked that looks like a place and is none: telephones, codes, plates, corrected slips,
 * storeys passed by a lift. Positions stay the same.
 */
export function withoutNoise(digits: string): string {
  const noise = [...CODES, TAKEN_BACK, DENIED, ...(LIFT.test(digits) ? LIFT_STOREYS : []), ...STOREYS];
  return noise
    .reduce((text, pattern) => text.replace(pattern, blanked), withoutPhone(digits))
    .replace(/廿(?=\d)/g, '2')
    .replace(FIVE, '5');
}
