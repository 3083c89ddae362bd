import { findCost, findItems, type Item } from './items.js';
import { COMMANDS, type CommandName } from './lexicon/commands.js';
import { clauses } from './normalise.js';
import { type Reading, read } from './reading.js';
import type { Utterance } from './resident.js';
import { findTickets, hideTickets } from './tickets.js';
import { findVisitTime, type VisitTime } from './times.js';

/** What a technician's reply asks for. `ticket` is the first of `tickets`, which is there when several were named. */
export interface TechnicianCommand {
  command: CommandName;
  ticket?: string;
  tickets?: string[];
  time?: VisitTime;
  /** Why, in the technician's own words. */
  reason?: string;
  items?: Item[];
  /** Yuan. */
  cost?: number;
  /** Whom the ticket goes to. */
  to?: string;
  confidence: number;
}

const BARE: readonly (readonly [CommandName, RegExp])[] = [
  ['accept', /^[1一](?:号|$)[.,]?$|^1[.,]?$|^y$/],
  ['decline', /^[2二][.,]?$|^n$/],
];

interface Guess {
  command: CommandName;
  confidence: number;
}

function commandOf(text: string): Guess {
  const bare = BARE.find(([, pattern]) => pattern.test(text));
  if (bare) return { command: bare[0], confidence: 0.97 };
  const row = COMMANDS.find(([, , pattern, unless]) => pattern.test(text) && !unless?.test(text));
  return row ? { command: row[0], confidence: row[1] } : { command: 'unknown', confidence: 0.3 };
}

const NAME = '[\\u4e00-\\u9fff]{1,3}?';
const TO = new RegExp(
  `(?:转(?:单|派|交)?(?:给|到|让)?|派给|交给|让|给|换|叫|安排(?:给)?|由)\\s*((?:[老小阿大]${NAME}|${NAME}(?:师傅|工|哥|姐)|${NAME}))(?=吧|去|来|接|做|处理|干|修|弄|跟|,|$| |师傅|了|一下|因为|\\d|w)`,
);
const NOBODY = /^(?:单|给|派|一下|别人|其他人|他|她|人|我|的|业主|客户|住户|下|到|交)$/;

function receiver(text: string): string | undefined {
  const english = /(?:transfer|hand (?:it )?over|pass|assign)(?: it)? to (\w+)/.exec(text)?.[1];
  const to = english ?? TO.exec(text.replace(/转单(?=给)/, '转'))?.[1];
  return to && !NOBODY.test(to) ? to : undefined;
}

const BECAUSE = /(?:因为|由于|原因(?:是|:)?|because|since)\s*(.{2,60})$/;
const REASONED: ReadonlySet<CommandName> = new Set(['decline', 'transfer', 'pause', 'reschedule']);
const COMMAND_WORD =
  /^(?:(?:我|这(?:个|单)|先|要|申请|请求)*(?:不接(?:单|了)?|接不了|去不了|拒单|退单|拒绝|转单|挂起|挂单|暂停|改期|改约|推迟|延期|pause|decline|on hold))+(?:了|吧|一下)?[,: ]*/;

/** The reason in the technician's words: what follows "因为", or what is left when the command word is taken away. */
function reasonOf(command: CommandName, text: string, to: string | undefined): string | undefined {
  if (!REASONED.has(command)) return undefined;
  const stated = BECAUSE.exec(text)?.[1];
  if (stated) return stated.trim();
  const parts = clauses(text.replace(COMMAND_WORD, '')).filter(
    (part) =>
      !(to && part.includes(to)) &&
      !/^(?:改(?:到|成|期|约)|推迟到|转)|^[\d一二两三四五六七八九十半个小时分钟天\s-]*$/.test(part) &&
      /[\u4e00-\u9fffa-z]{2}/.test(part),
  );
  const rest = parts.join(',').trim();
  return rest.length >= 2 ? rest : undefined;
}

const USES_ITEMS: ReadonlySet<CommandName> = new Set(['complete', 'material', 'pause', 'unknown']);
const USES_TIME: ReadonlySet<CommandName> = new Set(['accept', 'reschedule', 'pause', 'unknown', 'decline']);

function timeOf(reading: Reading, command: CommandName, { now, timezone }: Utterance): VisitTime | undefined {
  if (!USES_TIME.has(command)) return undefined;
  const found = findVisitTime({ digits: hideTickets(reading.digits) }, now, timezone);
  return found && { from: found.from, to: found.to };
}

const ONLY_A_TIME = /^.{0,4}(?:今|明|后|周|星期|礼拜|\d|上午|下午|晚上|中午|早上|半).{0,14}$/;
const HAS_HOURS = /[点:]|上午|下午|晚|中午|早上|小时|分钟|am|pm/;

/** A reply that names only a time or only materials still says what it is for. */
function implied(
  plain: string,
  { command, confidence }: Guess,
  time: VisitTime | undefined,
  items: readonly Item[],
): Guess {
  if (command !== 'unknown') return { command, confidence };
  if (items.length > 0) return { command: 'material', confidence: 0.7 };
  return time && ONLY_A_TIME.test(plain) && HAS_HOURS.test(plain)
    ? { command: 'accept', confidence: 0.6 }
    : { command, confidence };
}

/** Reads one reply of a technician. Pure and deterministic; a bare "1" accepts, "2" declines, "两点" is 14:00. */
export function understandTechnician(input: Utterance): TechnicianCommand {
  const reading = read(input.text, input.channel);
  const tickets = findTickets(reading.digits);
  const plain = hideTickets(reading.digits)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:和、]+/, '')
    .trim();
  const guessed = commandOf(plain);
  const time = timeOf(reading, guessed.command, input);
  const items = USES_ITEMS.has(guessed.command) ? findItems(plain) : [];
  const { command, confidence } = implied(plain, guessed, time, items);
  const to = command === 'transfer' ? receiver(plain) : undefined;
  const reason = reasonOf(command, hideTickets(reading.text).trim(), to);
  const cost = command === 'complete' || command === 'material' ? findCost(plain) : undefined;
  return {
    command,
    ...(tickets[0] && { ticket: tickets[0] }),
    ...(tickets.length > 1 && { tickets }),
    ...(time && { time }),
    ...(reason && { reason }),
    ...(items.length > 0 && { items }),
    ...(cost !== undefined && { cost }),
    ...(to && { to }),
    confidence,
  };
}
