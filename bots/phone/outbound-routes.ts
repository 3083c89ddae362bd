import { type Effect, type EffectRef, sentenceOf } from '../../src/domain/effects.js';
import { isStillWanted } from '../../src/domain/wanted.js';
import { type CallOutcome, recordCallOutcome } from '../../src/usecases/record-call-outcome.js';
import { speak } from '../texts/index.js';
import { callBody, effectQuery } from './bodies.js';
import { answer, hangUp } from './calls.js';
import type { PhoneDeps, Webhooks } from './deps.js';
import { emptyVoice, readAloud } from './twiml.js';

const OUTCOMES: Record<string, CallOutcome> = {
  completed: 'answered',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'failed',
};

/** Calls that the service makes: what is said when somebody answers, and how the call went. */
export function outboundRoutes(deps: PhoneDeps): Webhooks {
  return {
    '/voice/outbound': async ({ body, query }) => {
      const call = callBody.parse(body);
      const ref: EffectRef = effectQuery.parse(query);
      if (call.AnsweredBy?.startsWith('machine') || call.AnsweredBy === 'fax') {
        await recordCallOutcome(deps, { ref, callId: call.CallSid, outcome: 'machine' });
        return emptyVoice();
      }
      const effect = await deps.effects.getEffect(ref);
      if (effect?.work.kind === 'prompt') {
        const { prompt, attempt } = effect.work;
        return answer(deps, call, 0, { kind: 'prompt', prompt, ticketId: ref.ownerId, attempt });
      }
      if (effect?.work.kind === 'message') {
        const { text, to } = effect.work;
        const news = (await isNews(deps, ref, effect)) ? sentenceOf(text, effect) : { key: 'prompt.over', params: {} };
        return readAloud(speak([news], to.locale), to.locale);
      }
      return emptyVoice();
    },
    '/voice/outbound-status': async ({ body, query }) => {
      const call = callBody.parse(body);
      const ref = effectQuery.parse(query);
      const outcome = OUTCOMES[call.CallStatus ?? ''];
      if (!outcome) return emptyVoice();
      await hangUp(deps, call);
      await recordCallOutcome(deps, { ref, callId: call.CallSid, outcome });
      return emptyVoice();
    },
  };
}

/** Whether the ticket is still where the message belongs: it may have moved on while the telephone rang. */
async function isNews(deps: PhoneDeps, ref: EffectRef, effect: Effect): Promise<boolean> {
  const ticket = ref.owner === 'ticket' ? await deps.tickets.get(ref.ownerId) : undefined;
  return !ticket || isStillWanted(ticket, effect);
}
