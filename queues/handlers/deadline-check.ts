import { checkDeadline } from '../../src/usecases/check-deadline.js';
import { settleEffect } from '../../src/usecases/settle-effect.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** deadline.check: was the clock kept? */
export const deadlineCheck = (payload: Payload<'deadline.check'>, deps: HandlerDeps) =>
  settleEffect(deps, payload, () => checkDeadline(deps, { ref: payload }));
