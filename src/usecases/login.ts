import { createHash, randomBytes } from 'node:crypto';
import type { Staff } from '../domain/people.js';
import type { PeopleStore, SessionStore } from '../ports.js';
import { isPassword, NOBODYS_HASH } from './password.js';

/** What sessions need. `now` is real time: a scaled demonstration must not log people out in seconds. */
export interface SessionDeps {
  people: PeopleStore;
  sessions: SessionStore;
  now: () => Date;
}

/** One working day; then the password is asked again. */
export const SESSION_HOURS = 12;

/** Only the hash is saved: whoever reads the database cannot log in with what is there. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session. Undefined for an unknown name, a wrong password and a member of staff who has left alike. */
export async function logIn(
  deps: SessionDeps,
  { username, password }: { username: string; password: string },
): Promise<{ token: string; expiresAt: Date; staff: Staff } | undefined> {
  const found = await deps.people.staffByUsername(username);
  const isRight = await isPassword(password, found?.passwordHash ?? NOBODYS_HASH);
  if (!found || !isRight || !found.isActive) return undefined;
  const { passwordHash: _, ...staff } = found;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(deps.now().getTime() + SESSION_HOURS * 3_600_000);
  await deps.sessions.create({ tokenHash: hashOf(token), staffId: staff.id, expiresAt });
  return { token, expiresAt, staff };
}

/** Whose token it is; undefined where it is unknown or expired, or its owner has left. */
export async function whoseToken(deps: SessionDeps, token: string): Promise<Staff | undefined> {
  const session = await deps.sessions.find(hashOf(token));
  if (!session || session.expiresAt <= deps.now()) return undefined;
  const staff = await deps.people.staff(session.staffId);
  return staff?.isActive ? staff : undefined;
}

/** Ends a session; an unknown token changes nothing. */
export const logOut = (deps: Pick<SessionDeps, 'sessions'>, token: string): Promise<void> =>
  deps.sessions.remove(hashOf(token));
