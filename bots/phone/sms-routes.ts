import { recordMessageFailure } from '../../src/usecases/record-message-failure.js';
import { effectQuery, smsBody, smsStatusBody } from './bodies.js';
import type { PhoneDeps, Webhooks } from './deps.js';
import { emptyMessaging } from './twiml.js';

const FAILED = new Set(['failed', 'undelivered']);

/** Residents and technicians who answer by SMS. Replies go out as messages of their own, so that none is lost with this answer. */
export function smsRoutes(deps: PhoneDeps): Webhooks {
  return {
    '/sms/incoming': async ({ body }) => {
      const { MessageSid, From, Body } = smsBody.parse(body);
      const text = Body.trim();
      if (From && text) {
        await deps.receive({
          id: `sms-${MessageSid}`,
          conversation: `sms-${From}`,
          channel: 'sms',
          at: deps.clock.now(),
          from: { phone: From },
          input: { kind: 'text', text, isSpeech: false },
        });
      }
      return emptyMessaging();
    },
    /** A message that did not arrive takes the next route. */
    '/sms/status': async ({ body, query }) => {
      const { MessageSid, MessageStatus } = smsStatusBody.parse(body);
      if (FAILED.has(MessageStatus)) {
        const ref = effectQuery.parse(query);
        await recordMessageFailure(deps, { ref, providerRef: MessageSid, reason: MessageStatus });
      }
      return emptyMessaging();
    },
  };
}
