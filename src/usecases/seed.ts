import type { Staff } from '../domain/people.js';
import type { PeopleStore } from '../ports.js';
import { hashPassword, isPassword } from './password.js';
import { DEMO_PASSWORD, DEMO_PROJECTS, DEMO_RESIDENTS, DEMO_STAFF } from './seed-data.js';

export interface DemoLogin {
  username: string;
  password: string;
  role: Staff['role'];
  name: string;
}

/**
 * Fills empty data with the demonstration; the app calls it outside production only. Seeding twice changes nothing, and a
 * site's own data are never touched. The projects come last: they are the sign that everything else is there.
 * @returns the demo logins that work, none on a site's own data.
 */
export async function seedDemo({ people }: { people: PeopleStore }): Promise<{ seeded: boolean; logins: DemoLogin[] }> {
  if ((await people.projects()).length > 0) return { seeded: false, logins: await workingLogins(people) };
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await Promise.all(DEMO_STAFF.map((staff) => people.saveStaff(staff, staff.username && passwordHash)));
  await Promise.all(DEMO_RESIDENTS.map((resident) => people.saveResident(resident)));
  await Promise.all(DEMO_PROJECTS.map((project) => people.saveProject(project)));
  return { seeded: true, logins: DEMO_STAFF.flatMap(loginOf) };
}

const loginOf = ({ username, role, name }: Staff): DemoLogin[] =>
  username ? [{ username, password: DEMO_PASSWORD, role, name }] : [];

/** What is printed at the start must work: somebody may have changed a password or left. */
async function workingLogins(people: PeopleStore): Promise<DemoLogin[]> {
  const checked = await Promise.all(
    DEMO_STAFF.flatMap(loginOf).map(async (login) => {
      const staff = await people.staffByUsername(login.username);
      const works = staff?.isActive && (await isPassword(login.password, staff.passwordHash));
      return works ? [login] : [];
    }),
  );
  return checked.flat();
}
