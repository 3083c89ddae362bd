import { type Category, compareUrgency } from '../../src/domain/categories.js';
import type { Location } from '../../src/domain/location.js';
import type { Project } from '../../src/domain/project.js';
import { CLEAR } from './certainty.js';
import { type Context, phoneOf, projectOf } from './context.js';
import type { Slots } from './flow.js';
import type { Words } from './hear.js';
import type { Known, Problem, Window } from './slots.js';
import { asap } from './times.js';

/** Problems of one's own home; the others are asked for their place, since a home says nothing about them. */
const AT_HOME: readonly Category[] = [
  'plumbing',
  'drainage',
  'electrical',
  'door_lock',
  'hvac',
  'gas',
  'structure',
  'appliance',
  'network_intercom',
  'pest',
];

const AT_ONCE = /马上|立刻|立即|赶紧|赶快|尽快|越快越好|现在就|right now|asap|as soon as possible|immediately/i;

/** Every building has these: they are found only with their building. */
const IN_EVERY_BUILDING =
  /楼道|楼梯|走廊|过道|电梯|单元门|楼顶|天台|地下室|消防通道|管道井|corridor|stair|lift|elevator|roof|basement/i;

/** A technician can find it: a public area, or a building with a room or at least a floor. */
export const isComplete = ({ publicArea, building, room, floor }: Location): boolean =>
  publicArea === undefined
    ? building !== undefined && (room ?? floor) !== undefined
    : building !== undefined || !IN_EVERY_BUILDING.test(publicArea);

/** Later words win over earlier ones; a new public area replaces a room and the other way round. */
export function mergePlaces(old: Location | undefined, said: Location): Location {
  if (!old) return said;
  const { publicArea, room, unit, ...rest } = old;
  if (said.publicArea && !said.room) return { ...rest, ...(unit && { unit }), ...said };
  if (said.room) return { ...rest, ...(unit && { unit }), ...said };
  return { ...old, ...said };
}

/** Slots for a place: complete, or the part that is known. */
export const placeSlots = (place: Location): Slots =>
  isComplete(place) ? { location: place, partial: undefined } : { partial: place, location: undefined };

/** Saying only that one wants to report describes nothing yet. */
const BARE_REQUEST =
  /^(?:你好|您好)?[,,\s]*(?:我|我们)?(?:要|想|想要|需要)?(?:报修|报个修|报一下修|维修|修东西|修理|报个?问题|report(?: a problem| something)?|(?:i )?need (?:a )?repair)(?:一下)?[\s。.!!]*$/i;

export const isBareRequest = (text: string): boolean => BARE_REQUEST.test(text.trim());

/** What else it could be; in an emergency nobody is asked. */
const doubts = ({ alternatives, urgency, safety, confidence }: Words['understood']): Category[] | undefined =>
  confidence.category < CLEAR && urgency !== 'emergency' && !safety ? alternatives : undefined;

/** Everything that a first description tells, with what is known of the person. */
export function problemSlots(words: Words, slots: Known, context: Context): Slots {
  const { understood, text } = words;
  const { category, urgency, location, visitTime, phone, repeat, also } = understood;
  const place = location && mergePlaces(slots.partial, location);
  const time = visitTime ?? atOnce(text, urgency, context);
  const problem = isBareRequest(text) ? {} : { what: text, category, urgency, alternatives: doubts(understood) };
  return {
    ...problem,
    ...(repeat && { isRepeat: true }),
    ...(place && placeSlots(place)),
    ...(time && { visitTime: { from: time.from, to: time.to } }),
    ...(also && also.length > 0 && { also: furtherProblems(also, text) }),
    ...(phone && { phone }),
  };
}

/** Several problems in one message: each becomes a ticket of its own, by consent. */
const furtherProblems = (also: NonNullable<Words['understood']['also']>, text: string): Problem[] =>
  [...also].sort((a, b) => compareUrgency(a.urgency, b.urgency)).map((problem) => ({ ...problem, what: text }));

/** Telephone, project and home, where they are known and were not said; in a group nobody is asked for a number. */
export function personSlots(slots: Known, context: Context): Slots {
  const phone = slots.phone ?? phoneOf(context) ?? (context.isGroup ? '' : undefined);
  const projectId =
    slots.projectId ?? projectOf(context.person) ?? context.hotlineProjectId ?? onlyOne(context.projects);
  const place = slots.location ? undefined : nearHome(slots, context);
  return { ...(phone !== undefined && { phone }), ...(projectId && { projectId }), ...(place && { location: place }) };
}

/** The home itself, or the stairs of its building; whoever names another building is asked. */
function nearHome({ partial, category = 'other' }: Known, context: Context): Location | undefined {
  const { building, unit } = homeOfPerson(context) ?? {};
  const lift = partial ?? { building, unit };
  if (category === 'lift' && lift.building && !lift.publicArea) {
    return { building: lift.building, ...(lift.unit && { unit: lift.unit }), publicArea: '电梯' };
  }
  if (!partial) return homeOf(category, context);
  const isInMyBuilding = partial.publicArea !== undefined && partial.building === undefined && building !== undefined;
  return isInMyBuilding ? { building, ...(unit && { unit }), ...partial } : undefined;
}

const homeOfPerson = ({ person }: Context): Location | undefined =>
  person.kind === 'resident' ? person.resident.home : undefined;

const onlyOne = (projects: readonly Project[]): string | undefined =>
  projects.length === 1 ? projects[0]?.id : undefined;

/** The home of a resident, for problems that are at home. */
const homeOf = (category: Category, context: Context): Location | undefined =>
  AT_HOME.includes(category) ? homeOfPerson(context) : undefined;

/** Whoever said 尽快 is not asked when, however urgent the matter is. */
function atOnce(text: string, urgency: string, context: Context): Window | undefined {
  return urgency === 'emergency' || AT_ONCE.test(text) ? asap(context) : undefined;
}

/** The project whose name or building was said; undefined where it could be several. */
export function projectSaid(
  text: string,
  place: Location | undefined,
  projects: readonly Project[],
): Project | undefined {
  const named = projects.filter(
    ({ name, nameEn }) => text.includes(name) || text.toLowerCase().includes(nameEn.toLowerCase()),
  );
  if (named.length === 1) return named[0];
  const building = place?.building;
  if (building === undefined) return undefined;
  const holding = projects.filter(({ buildings }) =>
    buildings.some((name) => bareBuilding(name) === bareBuilding(building)),
  );
  return holding.length === 1 ? holding[0] : undefined;
}

const bareBuilding = (name: string): string => name.replace(/(?:号楼|栋|幢|座|楼)$/u, '').toUpperCase();
