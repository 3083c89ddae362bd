import type { Exchange } from '../exchange.js';
import { rfc2822, secondsBetween } from '../formats.js';
import { segmentsOf } from '../messages.js';
import { recordingUrl } from '../recordings.js';
import type { Call, Message, Recording } from '../types.js';

const dated = (date: Date | null): string | null => (date ? rfc2822(date) : null);

/** The path of a resource as Twilio writes it: without a host. */
export const pathOf = (exchange: Exchange, kind: 'Calls' | 'Messages' | 'Recordings', sid?: string): string =>
  `/2010-04-01/Accounts/${exchange.settings.accountSid}/${kind}${sid ? `/${sid}` : ''}`;

/** A call as the REST API shows it. */
export function callResource(exchange: Exchange, call: Call): Record<string, unknown> {
  const path = pathOf(exchange, 'Calls', call.sid);
  return {
    sid: call.sid,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.startedAt ?? call.createdAt),
    parent_call_sid: call.parentCallSid,
    account_sid: exchange.settings.accountSid,
    to: call.to,
    to_formatted: call.to,
    from: call.from,
    from_formatted: call.from,
    phone_number_sid: null,
    status: call.status,
    start_time: dated(call.startedAt),
    end_time: dated(call.endedAt),
    duration: call.endedAt ? String(secondsBetween(call.answeredAt, call.endedAt)) : null,
    price: null,
    price_unit: 'USD',
    direction: call.direction,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `${path}.json`,
    subresource_uris: { recordings: `${path}/Recordings.json` },
  };
}

/** A message as the REST API shows it. */
export function messageResource(exchange: Exchange, message: Message): Record<string, unknown> {
  const path = pathOf(exchange, 'Messages', message.sid);
  return {
    body: message.body,
    num_segments: String(segmentsOf(message.body)),
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: rfc2822(message.sentAt ?? message.createdAt),
    price: null,
    error_message: message.errorCode ? `Twilio error ${message.errorCode}` : null,
    uri: `${path}.json`,
    account_sid: exchange.settings.accountSid,
    num_media: '0',
    status: message.status,
    messaging_service_sid: null,
    sid: message.sid,
    date_sent: dated(message.sentAt),
    date_created: rfc2822(message.createdAt),
    error_code: message.errorCode,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: { media: `${path}/Media.json` },
  };
}

/** A recording as the REST API shows it. */
export function recordingResource(exchange: Exchange, recording: Recording): Record<string, unknown> {
  const path = pathOf(exchange, 'Recordings', recording.sid);
  return {
    account_sid: exchange.settings.accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    conference_sid: null,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.createdAt),
    start_time: rfc2822(recording.createdAt),
    duration: String(recording.durationSeconds),
    sid: recording.sid,
    price: null,
    price_unit: 'USD',
    status: 'completed',
    channels: 1,
    source: recording.source,
    error_code: null,
    uri: `${path}.json`,
    encryption_details: null,
    subresource_uris: { transcriptions: `${path}/Transcriptions.json` },
    media_url: recordingUrl(exchange, recording.sid),
  };
}
