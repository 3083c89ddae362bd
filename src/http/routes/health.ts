import { z } from 'zod';
import { problem } from '../problem.js';
import { unreadyParts } from '../readiness.js';
import { publicRoute, type Route } from '../route.js';

export const healthRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: '/healthz',
    id: 'healthz',
    tag: 'health',
    summary: 'The process is alive',
    answer: z.object({ status: z.literal('ok') }),
    handle: async () => ({ body: { status: 'ok' as const } }),
  }),
  publicRoute({
    method: 'get',
    path: '/readyz',
    id: 'readyz',
    tag: 'health',
    summary: 'Every part is ready; otherwise which one is not',
    answer: z.object({ status: z.literal('ready'), parts: z.array(z.string()) }),
    problems: ['not_ready'],
    async handle({ log }, { checks }) {
      const unready = await unreadyParts(checks);
      for (const { part, error } of unready) log.warn({ part, error }, 'a part is not ready');
      if (unready.length === 0) return { body: { status: 'ready' as const, parts: Object.keys(checks) } };
      return problem('not_ready', {
        detail: `not ready: ${unready.map(({ part }) => part).join(', ')}`,
        errors: unready.map(({ part }) => ({ path: part, message: 'not ready' })),
      });
    },
  }),
];
