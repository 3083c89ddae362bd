import { dispatchTicket } from '../../src/usecases/dispatch-ticket.js';
import { settleEffect } from '../../src/usecases/settle-effect.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** ticket.dispatch: find a technician. */
export const ticketDispatch = (payload: Payload<'ticket.dispatch'>, deps: HandlerDeps) =>
  settleEffect(deps, payload, () =>
    dispatchTicket(deps, { ticketId: payload.ownerId, key: payload.effectId, settles: payload.effectId }),
  );
