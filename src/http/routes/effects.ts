import { z } from 'zod';
import { idField } from '../dto/fields.js';
import { isProblem, problem } from '../problem.js';
import { type Route, staffRoute } from '../route.js';
import { ticketInScope } from './scope.js';

export const effectRoutes: readonly Route[] = [
  staffRoute({
    method: 'post',
    path: '/api/v1/tickets/:id/effects/:effectId/retry',
    id: 'retryEffect',
    tag: 'tickets',
    summary: '重发失败的消息 Try a failed message or job again',
    access: 'staff',
    params: z.object({ id: idField, effectId: z.string().min(1).max(200) }),
    status: 202,
    answer: z.object({ effectId: z.string() }),
    problems: ['conflict'],
    async handle({ params, staff }, deps) {
      const ticket = await ticketInScope(deps, staff, params.id);
      if (isProblem(ticket)) return ticket;
      const effect = ticket.effects.find(({ id }) => id === params.effectId);
      if (!effect) return problem('not_found', { detail: 'no such effect' });
      const isRetried = await deps.retryDeadLetter({ owner: 'ticket', ownerId: ticket.id, effectId: effect.id });
      return isRetried
        ? { body: { effectId: effect.id } }
        : problem('conflict', { detail: 'the effect has not failed' });
    },
  }),
];
