import { listen, report, write } from '../exchange.js';
import { newSid } from '../formats.js';
import { callParams, keepRecording } from '../lines.js';
import { speakingTime } from '../pace.js';
import type { RecordVerb } from '../twiml/voice.js';
import type { PhoneInput, Source } from '../types.js';
import { actionOf, resolveUrl, type Stage } from './stage.js';

/**
 * `<Record>`: keeps what is said until a finishing key, silence, the longest time or the end of the call. Silence alone makes
 * no recording and falls through; after a hang-up the action still hears of it, with `Digits=hangup`.
 */
export function record(stage: Stage, verb: RecordVerb): Promise<Source | undefined> {
  const { exchange, line, signal } = stage;
  return new Promise((resolve, reject) => {
    const words: string[] = [];
    let silence = () => {};
    const longest = exchange.pace.after(verb.maxLength * 1000, () => finish(''));

    const tidy = () => {
      silence();
      longest();
      signal.removeEventListener('abort', interrupted);
      if (!line.call.endedAt) listen(exchange, line, null);
    };
    const settle = (act: () => void) => {
      tidy();
      try {
        act();
      } catch (error) {
        reject(error);
      }
    };
    const finish = (key: string) =>
      settle(() => resolve(words.length > 0 ? recorded(stage, verb, words.join(' '), key) : undefined));
    const interrupted = () =>
      settle(() => {
        if (words.length > 0) lastWords(stage, verb, words.join(' '));
        reject(signal.reason);
      });
    const waitAgain = () => {
      silence();
      silence = exchange.pace.after(verb.timeout * 1000, () => finish(''));
    };
    const heard = (input: PhoneInput) => {
      if (input.kind === 'key') {
        write(exchange, line.call, { who: 'phone', kind: 'key', text: input.key });
        return verb.finishOnKey.includes(input.key) ? finish(input.key) : undefined;
      }
      if (input.kind === 'speech') {
        write(exchange, line.call, { who: 'phone', kind: 'speech', text: input.text });
        words.push(input.text);
        line.said.push(input.text);
      }
      waitAgain();
    };

    signal.addEventListener('abort', interrupted, { once: true });
    if (verb.playBeep) write(exchange, line.call, { who: 'network', kind: 'note', text: 'beep' });
    listen(exchange, line, {
      listening: { speech: true, keys: true, recording: true, bridged: false },
      input: heard,
    });
    waitAgain();
  });
}

/** Keeps the recording, sends the callbacks and gives the request of the action. */
function recorded(stage: Stage, verb: RecordVerb, words: string, digits: string): Source {
  const { exchange, line } = stage;
  const seconds = Math.min(verb.maxLength, Math.ceil(speakingTime(words) / 1000));
  const wanted = verb.recordingStatusCallback && verb.recordingStatusCallbackEvent.includes('completed');
  const params = keepRecording(
    exchange,
    line.call,
    { source: 'RecordVerb', words, seconds },
    wanted
      ? { url: resolveUrl(stage, verb.recordingStatusCallback), method: verb.recordingStatusCallbackMethod }
      : null,
  );
  const { RecordingSid = '', RecordingUrl = '', RecordingDuration = '' } = params;
  if (verb.transcribeCallback) transcribe(stage, verb.transcribeCallback, words, { RecordingSid, RecordingUrl });
  return actionOf(stage, verb, { RecordingSid, RecordingUrl, RecordingDuration, Digits: digits });
}

function transcribe(stage: Stage, address: string, words: string, recording: Record<string, string>): void {
  const { exchange, line } = stage;
  const sid = newSid('TR');
  const params = {
    ...callParams(exchange, line.call),
    ...recording,
    TranscriptionSid: sid,
    TranscriptionText: words,
    TranscriptionStatus: 'completed',
    TranscriptionType: 'fast',
    TranscriptionUrl: `${recording.RecordingUrl}/Transcriptions/${sid}`,
  };
  exchange
    .webhook({ url: resolveUrl(stage, address), method: 'POST', params })
    .catch((error) => report(exchange, line.call, error));
}

/** The caller hung up while speaking, or the service took the call elsewhere: what was said is kept all the same. */
function lastWords(stage: Stage, verb: RecordVerb, words: string): void {
  const { exchange, line } = stage;
  const action = recorded(stage, verb, words, 'hangup');
  if (!line.call.endedAt || !('url' in action)) return;
  exchange
    .webhook({ ...action, params: { ...callParams(exchange, line.call), ...action.params } })
    .catch((error) => report(exchange, line.call, error));
}
