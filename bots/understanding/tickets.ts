/** The spelling of ticket numbers in messages to people: `W-1024`. */
const spell = (number: string) => `W-${number}`;

const NAMED =
  /(?<![a-z])w\s*-?\s*(\d{3,7})(?!\d)|(?:单号|工单|单子|服务单|ticket|order|#|no\.?)\s*(?:是|号|:|#)?\s*(?:w-?)?(\d{3,7})(?!\d)|(?<![\d.\-栋楼元])(\d{3,7})\s*号?\s*(?:工|订|服务)?单(?!元)|(?<![\d.\-栋楼元])(\d{4,7})\s*号(?!楼|院|房|线|栋)/g;
// A bare number of four digits or more is a ticket when nothing makes it a room, an amount, a year or a time.
const BARE =
  /(?<![\d.\-:栋元楼层室房w年])(\d{4,6})(?![\d.:]|\s*(?:-\d|元|块|米|室|房|年|月|点|mm|cm|ml|kg|w|v|号楼|栋|户|多))/g;

const numbers = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((m) => m.slice(1).find(Boolean) ?? '');

/** Ticket numbers of a text whose numbers are digits ("w1024", "1024号", "1024和1025都…"), each once, as `W-1024`. */
export function findTickets(digits: string): string[] {
  const withoutPhones = digits.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, ' ');
  const named = numbers(withoutPhones, NAMED);
  const bare = numbers(withoutPhones, BARE);
  return [...new Set([...named, ...bare])].map(spell);
}

/** The text without its ticket numbers, so that they are not read as times, amounts or places. */
export function hideTickets(digits: string): string {
  return digits.replace(NAMED, ' ').replace(BARE, ' ');
}
