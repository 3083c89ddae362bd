import { createHash } from 'node:crypto';
import type { Turn } from '../domain/conversation.js';
import type { Location } from '../domain/location.js';
import type { Contact, Locale, Resident } from '../domain/people.js';
import type { Deps } from './deps.js';

export interface Remember {
  from: Turn['from'];
  projectId?: string;
  /** A home; public areas are not kept as one. */
  location?: Location;
  name?: string;
  /** A number that was said, E.164: where to ring, but no proof of who it is. */
  phone?: string;
  /** Tells callers without any address apart: the turn or request. */
  key: string;
  locale: Locale;
}

/** Two first reports from one address at once make one resident. */
const idOf = (address: string): string => `res-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;

const union = (list: readonly string[], more: readonly (string | undefined)[]): string[] => [
  ...new Set([...list, ...more.filter((one) => one !== undefined)]),
];

/** A number that was said belongs to this person only where nobody else is known by it. */
async function isOwn({ people }: Pick<Deps, 'people'>, phone: string, ownerId: string | undefined): Promise<boolean> {
  const owner = await people.residentBy({ phone });
  return !owner || owner.id === ownerId;
}

/**
 * Keeps who this is and where they live, so that the next report is shorter (clause 3.1.2). A known account or number is
 * extended, never replaced; a newer home wins. Only the account or number from which somebody speaks tells who it is: saying a
 * neighbour's number gives nobody the neighbour's tickets.
 */
export async function rememberResident(deps: Pick<Deps, 'people'>, remember: Remember): Promise<Resident> {
  const { from, location, key } = remember;
  const known = await deps.people.residentBy({
    ...(from.wechatId && { wechatId: from.wechatId }),
    ...(from.phone && { phone: from.phone }),
  });
  const said = remember.phone;
  const ownPhone = from.phone ?? (said && (await isOwn(deps, said, known?.id)) ? said : undefined);
  const home = location?.room ? location : known?.home;
  const projectId = location?.room ? remember.projectId : (known?.projectId ?? remember.projectId);
  const name = remember.name ?? known?.name ?? from.name;
  const resident: Resident = {
    id: known?.id ?? idOf(from.wechatId ?? from.phone ?? key),
    ...(name && { name }),
    phones: union(known?.phones ?? [], [ownPhone]),
    wechatIds: union(known?.wechatIds ?? [], [from.wechatId]),
    ...(projectId && { projectId }),
    ...(home && { home }),
    locale: remember.locale,
  };
  await deps.people.saveResident(resident);
  return resident;
}

/** How the resident is reached, from where they just spoke. */
export const residentContact = (resident: Resident, from: Turn['from']): Contact => {
  const wechatId = from.wechatId ?? resident.wechatIds[0];
  const phone = from.phone ?? resident.phones[0];
  return {
    personId: resident.id,
    role: 'resident',
    ...(resident.name && { name: resident.name }),
    ...(wechatId && { wechatId }),
    ...(from.roomId && { roomId: from.roomId }),
    ...(phone && { phone }),
    locale: resident.locale,
  };
};
