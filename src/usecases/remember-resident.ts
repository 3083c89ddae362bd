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
  /** E.164 */
  phone?: string;
  locale: Locale;
}

/** Two first reports from one address at once make one resident. */
const idOf = (address: string): string => `res-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;

const union = (list: readonly string[], more: readonly (string | undefined)[]): string[] => [
  ...new Set([...list, ...more.filter((one) => one !== undefined)]),
];

/**
 * Keeps who this is and where they live, so that the next report is shorter (clause 3.1.2). A known account or number is
 * extended, never replaced; a newer home wins.
 */
export async function rememberResident(deps: Pick<Deps, 'people'>, remember: Remember): Promise<Resident> {
  const { from, location } = remember;
  const phone = from.phone ?? remember.phone;
  const known = await deps.people.residentBy({
    ...(from.wechatId && { wechatId: from.wechatId }),
    ...(from.phone && { phone: from.phone }),
  });
  const home = location?.room ? location : known?.home;
  const projectId = location?.room ? remember.projectId : (known?.projectId ?? remember.projectId);
  const name = remember.name ?? known?.name ?? from.name;
  const resident: Resident = {
    id: known?.id ?? idOf(from.wechatId ?? phone ?? ''),
    ...(name && { name }),
    phones: union(known?.phones ?? [], [phone]),
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
