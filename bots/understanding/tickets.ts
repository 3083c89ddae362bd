/** The spelling of ticket numbers in messages to people: `W-1024`. */
const spell = (number: string) => `W-${number}`;

const NAMED =
  /(?<![a-z])w\s*-?\s*(\d{3,7})(?!\d)|(?:单号|工单|单子|服务单|ticket|order|#|no\.?)\s*(?:是|号|:|#)?\s*(?:w-?)?(\d{3,7})(?!\d)|(?<![\d.\-栋幢座楼元])(\d{3,7})\s*号?\s*(?:工|订|服务)?单(?!元)|(?<![\d.\-栋幢座楼元])(\d{4,7})\s*号(?!楼|院|房|线|栋|幢)/g;
// A bare number of four digits or more is a ticket when nothing makes it a room, an amount, a year or a time.
const BARE =
  /(?<![\d.\-:栋幢座楼元层室房w年¥￥$]|(?:费|收|共|付|价|钱|合计|总计|单价)\s?|(?:[\d甲乙丙a-f](?:栋|幢|座|单元|号楼)[^,\d]{0,6}[, ]?))(\d{4,6})(?![\d.:]|\s*(?:-\d|元|块|米|室|房|年|月|点|mm|cm|ml|kg|w|v|号楼|栋|幢|户|多|平|克|瓦))/g;

/** "一零三一一零三二两个" runs together when it is spoken: two tickets of four digits, and the count behind them. */
const RUN_TOGETHER = /(?<!\d)(1\d{3})(1\d{3})?(?:([2-9])(?=个(?!小时|月|人)))?(?!\d)/g;
const parted = (digits: string) =>
  digits.replace(RUN_TOGETHER, (_, first: string, second = '', count = '') =>
    [first, second, count].filter(Boolean).join(' '),
  );

const numbers = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((m) => m.slice(1).find(Boolean) ?? '');

/** Ticket numbers of a text whose numbers are digits ("w1024", "1024号", "1024和1025都…"), each once, as `W-1024`. */
export function findTickets(digits: string): string[] {
  const text = parted(digits.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, ' '));
  const found = [NAMED, BARE].flatMap((pattern) => numbers(text, pattern));
  return [...new Set(found)].map(spell);
}

/** The text without its ticket numbers, so that they are not read as times, amounts or places. */
export function hideTickets(digits: string): string {
  return parted(digits).replace(NAMED, ' ').replace(BARE, ' ');
}
