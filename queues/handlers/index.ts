import type { Handlers } from '../jobs.js';
import { callPlace } from './call-place.js';
import { conversationTimeout } from './conversation-timeout.js';
import { deadlineCheck } from './deadline-check.js';
import type { HandlerDeps } from './deps.js';
import { digestSend } from './digest-send.js';
import { effectsSweep } from './effects-sweep.js';
import { messageSend } from './message-send.js';
import { promptAsk } from './prompt-ask.js';
import { ticketDispatch } from './ticket-dispatch.js';

/** One handler for each job of the catalogue. */
export const HANDLERS: Handlers<HandlerDeps> = {
  'wechat.send': messageSend,
  'sms.send': messageSend,
  'call.place': callPlace,
  'prompt.ask': promptAsk,
  'conversation.timeout': conversationTimeout,
  'deadline.check': deadlineCheck,
  'ticket.dispatch': ticketDispatch,
  'effects.sweep': effectsSweep,
  'digest.send': digestSend,
};
