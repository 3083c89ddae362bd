import { timeOutConversation } from '../../src/usecases/time-out-conversation.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** conversation.timeout: nobody answered for a while. */
export const conversationTimeout = (payload: Payload<'conversation.timeout'>, deps: HandlerDeps) =>
  timeOutConversation(deps, payload);
