const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  幺: 1,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

const digit = '一二两三四五六七八九';
// "十八", "一百零八", "三十": a number said with its units; the rest ("五零二", "幺三八") is said digit by digit.
const WITH_UNITS = new RegExp(
  `(?:[${digit}]千零?)?(?:[${digit}]百零?)?(?:[${digit}]?十)?(?:(?<=[十零])[${digit}]|(?<=[百千])[${digit}](?![十百千]))?`,
  'y',
);
const RUN = new RegExp(`[${digit}零〇幺十](?:[${digit}零〇幺十百千]*)`, 'g');
// 一 in these words counts nothing, and must not stick to a room number before it ("五零二一直漏水").
const NO_COUNT = /一(?=[直下些样起般定会共边旦向带路股]|家人|点点|点(?:都|也|儿|水|电|用))/g;
const ARTICLE = /([零〇幺一二三四五六七八九])一(?=[个家户次层块条根台部张把套])/g;

/** "三四点" is a range, not thirty-four o'clock: two neighbours in counting order before a measure word. */
const NEIGHBOURS = /([一两二三四五六七八])([二三四五六七八九])(?=[点个天块次楼层号])/g;

function unitValue(said: string): string {
  let total = 0;
  let current = 0;
  let lastUnit = 1;
  for (const c of said) {
    const unit = UNITS[c];
    if (unit !== undefined) {
      total += (current || 1) * unit;
      lastUnit = unit;
      current = 0;
    } else {
      current = DIGITS[c] ?? 0;
      if (c === '零') lastUnit = 10;
    }
  }
  // "一百二" is 120, "一千二" 1200; "一百零二" is 102.
  return String(total + (lastUnit > 10 ? (current * lastUnit) / 10 : current));
}

function runValue(run: string): string {
  let out = '';
  for (let i = 0; i < run.length; ) {
    WITH_UNITS.lastIndex = i;
    const said = WITH_UNITS.exec(run)?.[0] ?? '';
    if (/[十百千]/.test(said)) {
      out += unitValue(said);
      i += said.length;
    } else {
      out += DIGITS[run.charAt(i)] ?? '';
      i += 1;
    }
  }
  return out;
}

/** Writes Chinese numbers as digits: 三栋二单元五零二 → 3栋2单元502, 十二点半 → 12点半, 一百零八 → 108, 三四点 → 3到4点. */
export function toDigits(text: string): string {
  return text
    .replace(NO_COUNT, '\u0001')
    .replace(ARTICLE, '$1 \u0001')
    .replace(NEIGHBOURS, (all, a: string, b: string) => (DIGITS[b] === (DIGITS[a] ?? 0) + 1 ? `${a}到${b}` : all))
    .replace(RUN, runValue)
    .replaceAll('\u0001', '一')
    .replace(/(?<=\d)\s*[杠扛]\s*(?=\d)/g, '-')
    .replace(/(?<=\d)[动洞冻懂董](?=\s*\d)/g, '栋');
}
