import type { Connection } from 'mongoose';
import type { PeopleStore } from '../ports.js';
import { projectStore } from './projects.js';
import { residentStore } from './residents.js';
import { staffStore } from './staff.js';

/** Projects, staff and residents in MongoDB. */
export const peopleStore = (connection: Connection): PeopleStore => ({
  ...projectStore(connection),
  ...staffStore(connection),
  ...residentStore(connection),
});
