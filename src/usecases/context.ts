import type { Context } from '../domain/actions/rule.js';
import type { Deps } from './deps.js';

/** What decisions about tickets of a project may know; undefined where there is no such project. */
export async function contextOf(deps: Pick<Deps, 'people' | 'clock'>, projectId: string): Promise<Context | undefined> {
  const [project, staff] = await Promise.all([deps.people.project(projectId), deps.people.listStaff({ projectId })]);
  return project && { now: deps.clock.now(), project, staff: new Map(staff.map((one) => [one.id, one])) };
}
