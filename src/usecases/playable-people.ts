import type { PeopleStore } from '../ports.js';
import { DEMO_RESIDENTS } from './seed-data.js';

/** Somebody whom a person can play in the simulators. */
export interface PlayablePerson {
  name: string;
  role: string;
  phone?: string | undefined;
  wechat?: string | undefined;
  /** Of a technician who is not bound yet. */
  invitationCode?: string | undefined;
}

/** The demonstration's residents, and all staff. */
export async function playablePeople({ people }: { people: PeopleStore }): Promise<PlayablePerson[]> {
  const [staff, residents] = await Promise.all([
    people.listStaff({}),
    Promise.all(DEMO_RESIDENTS.map(({ id }) => people.resident(id))),
  ]);
  const known = residents.filter((resident) => resident !== undefined);
  return [
    ...known.map(({ id, name = id, phones, wechatIds }) => ({
      name,
      role: 'resident',
      phone: phones[0],
      wechat: wechatIds[0],
    })),
    ...staff.map(({ name, role, phone, wechatId, invitationCode }) => ({
      name,
      role,
      phone,
      wechat: wechatId,
      invitationCode: wechatId ? undefined : invitationCode,
    })),
  ];
}
