import type { Conversation, Turn } from '../../src/domain/conversation.js';
import type { Locale } from '../../src/domain/people.js';
import type { Project } from '../../src/domain/project.js';
import type { Deps } from '../../src/usecases/deps.js';
import { identify, type Person } from '../../src/usecases/identify.js';

/** What the engine may know beside the saved dialog. Computed anew for every turn, never saved. */
export interface Context {
  /** The turn's own time, so that a turn handled again is understood the same. */
  now: Date;
  timezone: string;
  channel: Conversation['channel'];
  /** Others read along: nothing private is repeated. */
  isGroup: boolean;
  from: Turn['from'];
  person: Person;
  projects: readonly Project[];
  /** Minutes since the conversation last moved. */
  idleMinutes: number;
  /** The project of the number that was dialled. */
  hotlineProjectId?: string;
}

const DEFAULT_TIMEZONE = 'Asia/Shanghai';

/** The number dialled, where the channel says it. */
const dialled = (turn: Turn): string | undefined =>
  'to' in turn.input && typeof turn.input.to === 'string' ? turn.input.to : undefined;

/** Who speaks, where, and what could be meant. */
export async function contextOf(
  deps: Pick<Deps, 'people'>,
  turn: Turn,
  hotlineProjectId: string | undefined,
  before: { updatedAt: Date } | undefined,
): Promise<Context> {
  const number = dialled(turn);
  const [person, projects, hotline] = await Promise.all([
    identify(deps, turn.from),
    deps.people.projects(),
    number ? deps.people.projectByHotline(number) : undefined,
  ]);
  const homeId = hotline?.id ?? hotlineProjectId;
  const own = projects.find(({ id }) => id === (projectOf(person) ?? homeId)) ?? projects[0];
  return {
    now: turn.at,
    timezone: own?.calendar.timezone ?? DEFAULT_TIMEZONE,
    channel: turn.channel,
    isGroup: turn.from.roomId !== undefined,
    from: turn.from,
    person,
    projects,
    idleMinutes: before ? (turn.at.getTime() - before.updatedAt.getTime()) / 60_000 : 0,
    ...(homeId && { hotlineProjectId: homeId }),
  };
}

/** The project that somebody known belongs to. */
export function projectOf(person: Person): string | undefined {
  if (person.kind === 'resident') return person.resident.projectId;
  return person.kind === 'staff' ? person.staff.projectIds[0] : undefined;
}

/** Technicians order; everybody else, dispatchers too, is served as a resident. */
export const isTechnician = ({ person }: Pick<Context, 'person'>): boolean =>
  person.kind === 'staff' && person.staff.role === 'technician';

/** The language that somebody known speaks. */
export const localeOf = (person: Person): Locale | undefined => {
  if (person.kind === 'resident') return person.resident.locale;
  return person.kind === 'staff' ? person.staff.locale : undefined;
};

/** How to address whoever speaks. */
export const nameOf = ({ person, from }: Pick<Context, 'person' | 'from'>): string | undefined => {
  if (person.kind === 'resident') return person.resident.name;
  return person.kind === 'staff' ? person.staff.name : from.name;
};

/** The number of whoever speaks, E.164. */
export const phoneOf = ({ person, from }: Pick<Context, 'person' | 'from'>): string | undefined => {
  if (from.phone) return from.phone;
  if (person.kind === 'resident') return person.resident.phones[0];
  return person.kind === 'staff' ? person.staff.phone : undefined;
};
