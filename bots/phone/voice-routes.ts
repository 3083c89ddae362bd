import type { Request } from 'express';
import type { Turn } from '../../src/domain/conversation.js';
import { type CallBody, callBody, stepQuery } from './bodies.js';
import { answer, hangUp } from './calls.js';
import type { PhoneDeps, Webhooks } from './deps.js';
import { emptyVoice } from './twiml.js';

const OVER = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** A call to the hotline, and every step of any call. */
export function voiceRoutes(deps: PhoneDeps): Webhooks {
  return {
    '/voice/incoming': async ({ body }) => {
      const call = callBody.parse(body);
      return answer(deps, call, 0, { kind: 'start', ...(call.To && { to: call.To }) });
    },
    '/voice/turn': async (request) => {
      const { call, step } = read(request);
      return answer(deps, call, step, inputOf(call));
    },
    '/voice/dialled': async (request) => {
      const { call, step } = read(request);
      if (call.DialCallStatus === 'completed' || call.DialCallStatus === 'answered') return emptyVoice();
      return answer(deps, call, step, { kind: 'unreached' });
    },
    '/voice/status': async ({ body }) => {
      const call = callBody.parse(body);
      if (OVER.has(call.CallStatus ?? '')) await hangUp(deps, call);
      return emptyVoice();
    },
  };
}

const read = (request: Request): { call: CallBody; step: number } => ({
  call: callBody.parse(request.body),
  step: stepQuery.parse(request.query).step,
});

/** What the caller did in this step. Keys win over words, as they are surer; a finishing key alone is an answer too. */
function inputOf(call: CallBody): Turn['input'] {
  if (call.RecordingSid) return { kind: 'media', media: { id: call.RecordingSid, kind: 'audio' } };
  const digits = call.Digits || call.FinishedOnKey;
  if (digits && digits !== 'hangup') return { kind: 'digits', digits };
  if (call.SpeechResult?.trim()) return { kind: 'text', text: call.SpeechResult.trim(), isSpeech: true };
  return { kind: 'silence' };
}
