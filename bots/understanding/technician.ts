import type { CommandName } from './commands.js';
import { findCost, findItems, type Item } from './items.js';
import { certainty, likeliest, Network } from './network.js';
import type { Utterance } from './resident-reading.js';
import { readTechnician, type TechnicianReading } from './technician-reading.js';
import { findReason, findReceiver } from './technician-slots.js';
import { hideTickets } from './tickets.js';
import { type VisitTime, visitTimeAmong } from './times.js';
import { TECHNICIAN_WEIGHTS } from './weights/technician.js';

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

const MODEL = new Network(TECHNICIAN_WEIGHTS);

/** The keys that an offer names: "1" accepts, "2" declines, whatever else such a message could mean; a bare "?" wants help. */
const KEYS: readonly (readonly [CommandName, RegExp])[] = [
  ['accept', /^[1一](?:号)?[.,]?$|^y$/],
  ['decline', /^[2二][.,]?$|^n$/],
  ['help', /^\?+$/],
];

/** A time alone, as masking shows it ("两点", "明天上午"): most likely it takes the ticket for then. */
const TIME_ALONE = /^[◇◈○][◇◈○,到0]*$/;
const BY_TIME_ALONE = 0.6;
/** Nothing was understood: however sure that is, nothing may be done upon it. */
const NOT_UNDERSTOOD = 0.49;

interface Judged {
  command: CommandName;
  confidence: number;
}

function judge({ plain, signs }: TechnicianReading): Judged {
  const key = KEYS.find(([, pattern]) => pattern.test(plain));
  if (key) return { command: key[0], confidence: 0.99 };
  if (TIME_ALONE.test(signs.text)) return { command: 'accept', confidence: BY_TIME_ALONE };
  const best = likeliest(MODEL.judge(signs).command ?? []);
  const command = (best?.value ?? 'unknown') as CommandName;
  const confidence = certainty(TECHNICIAN_WEIGHTS, 'command', best?.p ?? 0);
  return { command, confidence: command === 'unknown' ? Math.min(NOT_UNDERSTOOD, confidence) : confidence };
}

const USES_ITEMS: ReadonlySet<CommandName> = new Set(['accept', 'complete', 'material']);
const USES_COST: ReadonlySet<CommandName> = new Set(['complete', 'material']);
const USES_TIME: ReadonlySet<CommandName> = new Set(['accept', 'reschedule', 'pause', 'decline']);

/** The slots that belong to the command: "两点" is a time in an acceptance, and none in "修了两点". */
function slotsOf(
  { plain, timed, reading }: TechnicianReading,
  command: CommandName,
  { text, now, timezone }: Utterance,
) {
  const time = USES_TIME.has(command) ? visitTimeAmong(timed, now, timezone) : undefined;
  const items = USES_ITEMS.has(command) ? findItems(plain, text) : [];
  const cost = USES_COST.has(command) ? findCost(plain) : undefined;
  const to = command === 'transfer' ? findReceiver(plain) : undefined;
  const reason = findReason(command, hideTickets(reading.text).trim(), to);
  return {
    ...(time && { time: { from: time.from, to: time.to } }),
    ...(reason && { reason }),
    ...(items.length > 0 && { items }),
    ...(cost !== undefined && { cost }),
    ...(to && { to }),
  };
}

/** Reads one reply of a technician. Pure and deterministic; a bare "1" accepts, "2" declines, "两点" is 14:00. */
export function understandTechnician(utterance: Utterance): TechnicianCommand {
  const said = readTechnician(utterance);
  const { command, confidence } = judge(said);
  const [ticket] = said.tickets;
  return {
    command,
    ...(ticket && { ticket }),
    ...(said.tickets.length > 1 && { tickets: [...said.tickets] }),
    ...slotsOf(said, command, utterance),
    confidence,
  };
}
