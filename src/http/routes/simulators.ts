import { z } from 'zod';
import { playablePeople } from '../../usecases/playable-people.js';
import type { HttpDeps } from '../deps.js';
import { publicRoute, type Route } from '../route.js';

const scaleSchema = z.strictObject({ scale: z.number().min(1).max(10_000) });
const clockSchema = z.object({ scale: z.number(), now: z.date() });
const personSchema = z.object({
  name: z.string(),
  role: z.string(),
  phone: z.string().optional(),
  wechat: z.string().optional(),
  invitationCode: z.string().optional(),
});

const readClock = ({ clock, clockControl }: HttpDeps) => ({ scale: clockControl?.scale() ?? 1, now: clock.now() });

/** The simulators' own endpoints; mounted only where simulators are. */
export const simulatorRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: '/simulators/clock',
    id: 'readClock',
    tag: 'simulators',
    summary: 'How fast the clock runs',
    answer: clockSchema,
    handle: async (_call, deps) => ({ body: readClock(deps) }),
  }),
  publicRoute({
    method: 'post',
    path: '/simulators/clock',
    id: 'setClock',
    tag: 'simulators',
    summary: 'Makes the clock run faster or slower',
    body: scaleSchema,
    answer: clockSchema,
    async handle({ body }, deps) {
      await deps.clockControl?.setScale(body.scale);
      return { body: readClock(deps) };
    },
  }),
  publicRoute({
    method: 'get',
    path: '/simulators/people',
    id: 'listPlayablePeople',
    tag: 'simulators',
    summary: 'Residents and staff that can be played',
    answer: z.object({ people: z.array(personSchema) }),
    handle: async (_call, deps) => ({ body: { people: await playablePeople(deps) } }),
  }),
];
