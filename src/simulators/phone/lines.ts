import { type Exchange, file, type Line, report, type StatusCallback, summaryOf, write } from './exchange.js';
import { newSid, rfc2822, secondsBetween } from './formats.js';
import { createRecording, recordingParams } from './recordings.js';
import type { Call, CallDirection, CallStatus } from './types.js';

export interface NewLine {
  from: string;
  to: string;
  direction: CallDirection;
  parentCallSid?: string;
  callback?: StatusCallback | null;
}

/** Opens a line that nobody has dialled yet. */
export function openLine(exchange: Exchange, plan: NewLine): Line {
  const call: Call = {
    sid: newSid('CA'),
    parentCallSid: plan.parentCallSid ?? null,
    from: plan.from,
    to: plan.to,
    phone: plan.direction === 'inbound' ? plan.from : plan.to,
    direction: plan.direction,
    status: 'queued',
    answeredBy: null,
    createdAt: exchange.now(),
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    transcript: [],
    listening: null,
  };
  file(exchange.calls, call);
  const line: Line = {
    call,
    over: new AbortController(),
    script: new AbortController(),
    ring: null,
    input: null,
    callback: plan.callback ?? null,
    said: [],
    sequence: 0,
    reported: Promise.resolve(),
  };
  exchange.live.set(call.sid, line);
  return line;
}

/** The fields that every voice webhook carries, in Twilio's names. */
export function callParams(exchange: Exchange, call: Call): Record<string, string> {
  const place = (side: string) => ({
    [`${side}City`]: '',
    [`${side}State`]: '',
    [`${side}Zip`]: '',
    [`${side}Country`]: 'CN',
  });
  return {
    CallSid: call.sid,
    AccountSid: exchange.settings.accountSid,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    CallStatus: call.status,
    Direction: call.direction,
    ApiVersion: '2010-04-01',
    ...place('From'),
    ...place('To'),
    ...place('Caller'),
    ...place('Called'),
    ...(call.parentCallSid ? { ParentCallSid: call.parentCallSid } : {}),
    ...(call.answeredBy ? { AnsweredBy: call.answeredBy } : {}),
  };
}

/** Delivers a status callback after those before it; a service that does not answer is only noted. */
export function notify(exchange: Exchange, line: Line, event: string, extra: Record<string, string> = {}): void {
  const { callback, call } = line;
  if (!callback?.events.has(event)) return;
  const params = {
    ...callParams(exchange, call),
    ...(event === 'initiated' ? { CallStatus: 'initiated' } : {}),
    CallbackSource: 'call-progress-events',
    Timestamp: rfc2822(exchange.now()),
    SequenceNumber: String(line.sequence++),
    ...extra,
  };
  line.reported = line.reported
    .then(() => exchange.webhook({ url: callback.url, method: callback.method, params }))
    .then(
      () => undefined,
      (error) => report(exchange, call, error),
    );
}

function move(exchange: Exchange, line: Line, status: CallStatus): void {
  line.call.status = status;
  exchange.emit({ type: 'call', call: summaryOf(line.call) });
}

/** The phone starts ringing, or the caller hears the ringing tone. */
export function startRinging(exchange: Exchange, line: Line): void {
  line.call.startedAt = exchange.now();
  exchange.lines.set(line.call.phone, line);
  move(exchange, line, 'ringing');
  write(exchange, line.call, { who: 'network', kind: 'note', text: 'ringing' });
  notify(exchange, line, 'ringing');
}

/** The call is picked up. */
export function pickUp(exchange: Exchange, line: Line): void {
  line.call.answeredAt = exchange.now();
  move(exchange, line, 'in-progress');
  write(exchange, line.call, { who: 'network', kind: 'note', text: 'answered' });
  notify(exchange, line, 'answered');
}

/** Ends a call, whatever it is doing; a second end changes nothing. */
export function endCall(exchange: Exchange, line: Line, status: CallStatus): void {
  const { call } = line;
  if (call.endedAt) return;
  call.endedAt = exchange.now();
  call.listening = null;
  line.ring = null;
  exchange.live.delete(call.sid);
  if (exchange.lines.get(call.phone) === line) exchange.lines.delete(call.phone);
  move(exchange, line, status);
  line.over.abort();
  line.script.abort();
  line.input = null;
  write(exchange, call, { who: 'network', kind: 'note', text: `ended.${status}` });
  const seconds = String(secondsBetween(call.answeredAt, call.endedAt));
  notify(exchange, line, 'completed', { CallDuration: seconds, Duration: seconds });
}

/** Keeps a recording of an answered call and tells the service where it is. */
export function keepRecording(
  exchange: Exchange,
  call: Call,
  plan: { source: 'RecordVerb' | 'DialVerb' | 'OutboundAPI'; words: string; seconds: number },
  callback: { url: string; method: 'GET' | 'POST' } | null,
): Record<string, string> {
  const recording = createRecording(exchange, call, plan);
  const params = recordingParams(exchange, recording);
  if (callback) exchange.webhook({ ...callback, params }).catch((error) => report(exchange, call, error));
  return params;
}
