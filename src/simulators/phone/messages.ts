import { DEFAULT_PHONE, type Exchange, file, report } from './exchange.js';
import { E164, newSid } from './formats.js';
import { TelephoneProblem } from './problem.js';
import { parseMessagingTwiml } from './twiml/messaging.js';
import type { HttpMethod, Message } from './types.js';

export interface NewMessage {
  from: string;
  to: string;
  body: string;
  direction: Message['direction'];
}

/** The network takes this long for each step of a message's way. */
const HOP = 300;
/** Carriers in mainland China drop messages that hold links: Twilio's code for a filtered message. */
const FILTERED = 30007;
const UNREACHABLE_HANDSET = 30003;
const UNKNOWN_ERROR = 30008;
const LINK = /https?:\/\/|www\./i;

/** Segments of a message: 70 characters where it is not plain Latin (67 each if several), else 160 (153). */
export function segmentsOf(body: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the plain Latin range is meant
  const [alone, joined] = /^[\u0000-\u007f]*$/.test(body) ? [160, 153] : [70, 67];
  return body.length <= alone ? 1 : Math.ceil(body.length / joined);
}

/** Takes a message into the network's books. */
export function acceptMessage(exchange: Exchange, plan: NewMessage): Message {
  const message = file(exchange.messages, {
    sid: newSid('SM'),
    ...plan,
    phone: plan.direction === 'inbound' ? plan.from : plan.to,
    status: plan.direction === 'inbound' ? ('received' as const) : ('queued' as const),
    errorCode: null,
    createdAt: exchange.now(),
    sentAt: plan.direction === 'inbound' ? exchange.now() : null,
  });
  exchange.emit({ type: 'message', message: { ...message } });
  return message;
}

function fateOf(exchange: Exchange, message: Message): Pick<Message, 'status' | 'errorCode'> {
  const { sms, answering } = exchange.phones.get(message.to) ?? DEFAULT_PHONE;
  if (message.to.startsWith('+86') && LINK.test(message.body)) return { status: 'undelivered', errorCode: FILTERED };
  if (sms === 'failed') return { status: 'failed', errorCode: UNKNOWN_ERROR };
  if (sms === 'undelivered' || answering === 'off') return { status: 'undelivered', errorCode: UNREACHABLE_HANDSET };
  return { status: 'delivered', errorCode: null };
}

/** Carries a message to its phone, with a status callback at each step. Never rejects. */
export async function deliver(
  exchange: Exchange,
  message: Message,
  callback: { url: string; method: HttpMethod } | null,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const fate = fateOf(exchange, message);
  const steps: Pick<Message, 'status' | 'errorCode'>[] =
    fate.status === 'failed' ? [fate] : [{ status: 'sent', errorCode: null }, fate];
  for (const step of steps) {
    await exchange.pace.wait(HOP, signal);
    Object.assign(message, step, { sentAt: message.sentAt ?? exchange.now() });
    exchange.emit({ type: 'message', message: { ...message } });
    if (!callback) continue;
    const error: Record<string, string> = step.errorCode ? { ErrorCode: String(step.errorCode) } : {};
    const params = { ...messageParams(exchange, message), MessageStatus: message.status, ...error };
    await exchange.webhook({ ...callback, params }).catch((problem) => report(exchange, null, problem));
  }
}

/** The fields that every message webhook carries. */
function messageParams(exchange: Exchange, message: Message): Record<string, string> {
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: message.status,
    AccountSid: exchange.settings.accountSid,
    From: message.from,
    To: message.to,
    ApiVersion: '2010-04-01',
  };
}

/**
 * A simulated phone sends a message to the hotline; what the service answers is sent back. Never rejects.
 * @returns the message, or null where the number is not the hotline's or the text is empty
 */
export function sendFromPhone(exchange: Exchange, plan: Omit<NewMessage, 'direction'>): Message | null {
  const { hotlines } = exchange.settings;
  if (!E164.test(plan.from) || !hotlines.includes(plan.to) || !plan.body.trim()) return null;
  const message = acceptMessage(exchange, { ...plan, direction: 'inbound' });
  handOver(exchange, message).catch((error) => {
    report(exchange, null, error instanceof TelephoneProblem ? error : { code: 11200, message: String(error) });
  });
  return message;
}

async function handOver(exchange: Exchange, message: Message): Promise<void> {
  const { settings } = exchange;
  const url = settings.publicUrl().replace(/\/$/, '') + settings.webhooks.sms;
  const params = {
    ...messageParams(exchange, message),
    SmsMessageSid: message.sid,
    Body: message.body,
    NumMedia: '0',
    NumSegments: String(segmentsOf(message.body)),
    FromCountry: 'CN',
    ToCountry: 'CN',
  };
  const answer = await exchange.webhook({ url, method: 'POST', params });
  if (!answer.body.trim()) return;
  if (!/\bxml\b/i.test(answer.contentType)) throw new TelephoneProblem(12300, 'Invalid Content-Type');
  for (const reply of parseMessagingTwiml(answer.body)) {
    const from = reply.from ?? message.to;
    if (!settings.hotlines.includes(from)) throw new TelephoneProblem(14102, 'Message: From attribute is invalid');
    const sent = acceptMessage(exchange, {
      from,
      to: reply.to ?? message.from,
      body: reply.body,
      direction: 'outbound-reply',
    });
    const address = reply.statusCallback ?? reply.action;
    void deliver(exchange, sent, address ? { url: new URL(address, url).href, method: reply.method } : null);
  }
}
