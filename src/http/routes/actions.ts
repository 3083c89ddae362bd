import { z } from 'zod';
import { INPUTS, type RawActionInput } from '../../domain/commands.js';
import { ACTIONS, PERMITTED, type TicketAction } from '../../domain/lifecycle.js';
import { actOnTicket } from '../../usecases/act.js';
import { idField } from '../dto/fields.js';
import { ticketSchemaOut, toTicket } from '../dto/ticket.js';
import { isProblem } from '../problem.js';
import { refusalProblem } from '../refusal.js';
import { type Route, staffRoute } from '../route.js';
import { ticketInScope } from './scope.js';

/** A route for each action, so that each is described with its own input. */
const actionRoute = (action: TicketAction): Route =>
  staffRoute({
    method: 'post',
    path: `/api/v1/tickets/:id/actions/${action}`,
    id: `ticket_${action}`,
    tag: 'actions',
    summary: `${action} (${PERMITTED[action].join(', ')})`,
    access: 'staff',
    params: z.object({ id: idField }),
    body: INPUTS[action],
    isBodyRaw: true,
    isIdempotent: true,
    answer: ticketSchemaOut,
    problems: ['not_permitted', 'illegal_action', 'conflict'],
    async handle({ params, body, staff, idempotencyKey }, deps) {
      const ticket = await ticketInScope(deps, staff, params.id);
      if (isProblem(ticket)) return ticket;
      const result = await actOnTicket(deps, {
        ticketId: ticket.id,
        action,
        input: body as RawActionInput<TicketAction>,
        actor: { role: staff.role, id: staff.id, name: staff.name },
        key: `web-${staff.id}-${action}-${idempotencyKey}`,
      });
      return result.ok ? { body: toTicket(result.value, staff) } : refusalProblem(result.refusal);
    },
  });

export const actionRoutes: readonly Route[] = ACTIONS.map(actionRoute);
