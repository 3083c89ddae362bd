import { sendMessage } from '../../src/usecases/send-message.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** wechat.send and sms.send: words to a person, by the route of the queue. */
export const messageSend = (payload: Payload<'sms.send'>, deps: HandlerDeps) => sendMessage(deps, payload);
