import type { Location } from '../../../src/domain/location.js';
import { parseCorrection, parseLocation, parsePhone, parseVisitTime, parseYesNo } from '../../understanding/index.js';
import { SURE } from '../certainty.js';
import type { Slots } from '../flow.js';
import type { Words } from '../hear.js';
import { mergePlaces, placeSlots, problemSlots, projectSaid } from '../report-slots.js';
import { asap } from '../times.js';
import { type Asked, isOtherMatter, isSkip, type Reader, saved } from './reader.js';

/** A description that no category fits is taken at its word from this length on. */
const MIN_WORDS = 4;

/** What is broken, with everything else that the sentence tells. */
export const problem: Reader = (said, { slots, context }) => {
  if (isOtherMatter(said, SURE)) return undefined;
  if (said.understood.category === 'other' && !isDescription(said)) return undefined;
  const patch = problemSlots(said, slots, context);
  return patch.what === undefined ? undefined : { patch };
};

/** Words that say something, and are not merely an address, a greeting or a number. */
const isDescription = ({ text, understood }: Words): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= MIN_WORDS && understood.intent === 'report';
};

const placeIn = ({ plain, understood }: Words): Location | undefined =>
  understood.location ?? parseLocation(plain)?.location;

/** Time and number said together with a place are not asked afterwards. */
const alongside = ({ understood: { visitTime, phone } }: Words): Slots => ({
  ...(visitTime && { visitTime: { from: visitTime.from, to: visitTime.to } }),
  ...(phone && { phone }),
});

/** A place; the missing part of an incomplete one is asked for. */
export const place: Reader = (said, { slots, context }) => {
  const found = placeIn(said);
  if (!found) return undefined;
  const slotsOfPlace = placeSlots(mergePlaces(slots.partial, found));
  const project = projectSaid(said.text, found, context.projects);
  return {
    patch: { ...alongside(said), ...slotsOfPlace, ...(project && { projectId: project.id, isProjectSure: true }) },
    branch: slotsOfPlace.location ? 'complete' : 'partial',
  };
};

const UNKNOWN = /不(?:知道|清楚|记得)|不晓得|没有(?:门牌|房号)|don'?t know|no idea/i;

/** The rest of a place, or as much as there is: a technician can ask. */
export const placeMore: Reader = (said, { slots }) => {
  const found = placeIn(said);
  const bareRoom = said.number === undefined ? /^\d{3,5}$/.exec(said.text.trim())?.[0] : undefined;
  const more = found ?? (bareRoom ? { room: bareRoom } : undefined);
  if (!more && !UNKNOWN.test(said.text)) return undefined;
  return { patch: { ...alongside(said), location: mergePlaces(slots.partial, more ?? {}), partial: undefined } };
};

const ANY_TIME =
  /^(?:都(?:行|可以|好)|随便|什么时候都(?:行|可以)|任何时间|尽快|越快越好|马上|现在|立刻|赶紧|any ?time|asap|now|as soon as possible)/i;

/** When it suits. */
export const time: Reader = ({ text, understood }, asked) => {
  const { now, timezone } = asked.context;
  const window =
    understood.visitTime ??
    parseVisitTime(text, now, timezone) ??
    (ANY_TIME.test(text) ? asap(asked.context) : undefined);
  if (!window) return undefined;
  const { patch } = saved(asked, { from: window.from, to: window.to });
  return { patch: { ...patch, ...(understood.phone && { phone: understood.phone }) } };
};

/** A number, or "rather not". */
export const phone: Reader = (said, asked) => {
  if (isSkip(said)) return saved(asked, '');
  const number = parsePhone(said.text);
  return number ? saved(asked, number) : undefined;
};

/** The read-back: right, to be changed, or changed in the same breath ("不对,是503"). */
export const confirmation: Reader = (said, asked) => {
  const patch = amendments(said, asked);
  if (patch) return { patch, branch: 'changed' };
  if (said.control === 'correct') return { branch: 'change' };
  const answer = parseYesNo(said.text);
  return answer && { branch: answer === 'yes' ? 'confirm' : 'change' };
};

/** What to change, named by saying the right thing at once. */
export const correction: Reader = (said, asked) => {
  const patch = amendments(said, asked);
  return patch && { patch, branch: 'changed' };
};

/** New values in a correction. A number is a telephone's before it is a room's; words alone are about the problem. */
function amendments({ plain, understood, control }: Words, { slots, context }: Asked): Slots | undefined {
  const right = parseCorrection(plain) || plain;
  const number = parsePhone(right);
  if (number) return { phone: number };
  const window = parseVisitTime(right, context.now, context.timezone);
  const found = parseLocation(right)?.location ?? roomAlone(right);
  if (window || found) {
    return {
      ...(window && { visitTime: { from: window.from, to: window.to } }),
      ...(found && placeSlots(mergePlaces(slots.location ?? slots.partial, found))),
    };
  }
  const isAboutProblem = control === 'correct' && right !== plain && slots.what !== undefined;
  if (!isAboutProblem) return undefined;
  const { category, urgency } = understood;
  return { what: `${slots.what}(更正:${right})`, ...(category !== 'other' && { category, urgency }) };
}

const roomAlone = (text: string): Location | undefined => {
  const room = /^\s*(?:房号)?\s*(\d{3,5})\s*(?:室|号)?\s*$/.exec(text.normalize('NFKC'))?.[1];
  return room ? { room } : undefined;
};
