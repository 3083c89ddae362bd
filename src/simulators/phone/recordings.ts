import { type Exchange, file } from './exchange.js';
import { newSid, rfc2822 } from './formats.js';
import type { Call, Recording } from './types.js';

/** Keeps a recording; its audio is made when somebody asks for it. */
export function createRecording(
  exchange: Exchange,
  call: Call,
  plan: { source: Recording['source']; words: string; seconds: number },
): Recording {
  const recording = file(exchange.recordings, {
    sid: newSid('RE'),
    callSid: call.sid,
    source: plan.source,
    durationSeconds: Math.max(1, plan.seconds),
    words: plan.words,
    createdAt: exchange.now(),
  });
  exchange.emit({ type: 'recording', recording, phone: call.phone });
  return recording;
}

/** Where the service fetches a recording, without an extension, as Twilio gives it. */
export const recordingUrl = (exchange: Exchange, sid: string): string =>
  `${exchange.settings.apiUrl().replace(/\/$/, '')}/2010-04-01/Accounts/${exchange.settings.accountSid}/Recordings/${sid}`;

/** The fields of a recording status callback. */
export function recordingParams(exchange: Exchange, recording: Recording): Record<string, string> {
  return {
    AccountSid: exchange.settings.accountSid,
    CallSid: recording.callSid,
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(exchange, recording.sid),
    RecordingStatus: 'completed',
    RecordingDuration: String(recording.durationSeconds),
    RecordingChannels: '1',
    RecordingStartTime: rfc2822(recording.createdAt),
    RecordingSource: recording.source,
    RecordingTrack: 'both',
    ErrorCode: '0',
  };
}
