import type { Turn } from '../../src/domain/conversation.js';
import { addTranscription } from '../../src/usecases/add-transcription.js';
import { understandResident } from '../understanding/index.js';
import { recordingBody, stepQuery, transcriptionBody } from './bodies.js';
import { callTurn } from './calls.js';
import type { PhoneDeps, Webhooks } from './deps.js';
import { emptyVoice } from './twiml.js';

/** Of times that are said; a voicemail's are not acted on. */
const ZONE = 'Asia/Shanghai';

/** Recordings are brought home, since the provider's copy is deleted; words come later, if at all. */
export function voicemailRoutes(deps: PhoneDeps): Webhooks {
  return {
    '/voice/recording': async ({ body }) => {
      const { RecordingSid, RecordingUrl, RecordingStatus } = recordingBody.parse(body);
      if (RecordingStatus === undefined || RecordingStatus === 'completed') {
        const data = await download(deps, RecordingUrl);
        const name = `${RecordingSid}.wav`;
        await deps.media.put({ id: RecordingSid, contentType: 'audio/wav', name, data, at: deps.clock.now() });
      }
      return emptyVoice();
    },
    '/voice/transcription': async ({ body, query }) => {
      const call = transcriptionBody.parse(body);
      const input = { kind: 'media' as const, media: { id: call.RecordingSid, kind: 'audio' as const } };
      const turn = callTurn(deps, call, stepQuery.parse(query).step, input);
      // The recording's own request may be slower, or lost with the line: whichever comes first makes the ticket.
      await deps.receive(turn);
      const words = call.TranscriptionText?.trim() ?? '';
      const text = (await isPlausible(deps, turn, words)) ? words : await transcribe(deps, call.RecordingSid);
      if (text) await putToTicket(deps, turn, text);
      return emptyVoice();
    },
  };
}

/** Twilio transcribes English only: what it makes of Chinese is noise, and no description of a fault. */
async function isPlausible(deps: PhoneDeps, { conversation }: Turn, text: string): Promise<boolean> {
  const isEnglish = (await deps.conversations.get(conversation))?.locale === 'en';
  return text !== '' && (isEnglish || /\p{Script=Han}/u.test(text));
}

async function putToTicket(deps: PhoneDeps, { id, at }: Turn, text: string): Promise<void> {
  const { category, urgency, location } = understandResident({ text, channel: 'speech', now: at, timezone: ZONE });
  await addTranscription(deps, { turnId: id, text, category, urgency, location });
}

async function transcribe(deps: PhoneDeps, recordingSid: string): Promise<string | undefined> {
  const audio = await deps.media.get(recordingSid);
  return audio && deps.transcribe(audio);
}

/** @throws where the provider does not hand the recording out; the callback is then answered 500, and listed by the provider. */
async function download({ accountSid, authToken }: PhoneDeps, url: string): Promise<Buffer> {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const response = await fetch(`${url}.wav`, { headers: { authorization }, signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`recording: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
