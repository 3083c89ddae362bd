import { sendDigest } from '../../src/usecases/send-digest.js';
import type { Payload } from '../jobs.js';
import { SCHEDULE_TIMEZONE } from '../schedules.js';
import type { HandlerDeps } from './deps.js';

/** digest.send: the dispatchers' morning overview. */
export const digestSend = (_: Payload<'digest.send'>, deps: HandlerDeps) =>
  sendDigest(deps, { timezone: SCHEDULE_TIMEZONE });
