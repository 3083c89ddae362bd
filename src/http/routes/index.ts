import type { Route } from '../route.js';
import { actionRoutes } from './actions.js';
import { effectRoutes } from './effects.js';
import { healthRoutes } from './health.js';
import { projectRoutes } from './projects.js';
import { sessionRoutes } from './session.js';
import { simulatorRoutes } from './simulators.js';
import { staffRoutes } from './staff.js';
import { ticketRoutes } from './tickets.js';

/** The route table: what express serves and what OpenAPI describes. */
export const routeTable = ({ simulators }: { simulators: boolean }): readonly Route[] => [
  ...sessionRoutes,
  ...ticketRoutes,
  ...actionRoutes,
  ...effectRoutes,
  ...staffRoutes,
  ...projectRoutes,
  ...healthRoutes,
  ...(simulators ? simulatorRoutes : []),
];
