import type { Messenger, SendResult, Telephone } from '../../src/ports.js';
import { Undeliverable } from '../../src/usecases/deliver.js';
import { outboundPath, outboundStatusPath, smsStatusPath } from './addresses.js';
import { createTwilioClient, type TwilioAccount } from './client.js';
import { finalRefusal } from './rest-exception.js';

export interface OutboundOptions extends TwilioAccount {
  publicUrl: string;
}

/** Twilio's longest SMS. */
const MAX_SMS = 1600;
/** Seconds a phone rings. */
const RINGING = 30;
/** Newest first: what was sent to one person since a crash is among so many. */
const RECENT = 50;
/** Clocks of two machines differ; a message sent this much before our claim can still be ours. */
const TOLERANCE = 5_000;

/**
 * SMS and outbound calls by the twilio SDK. A message that the provider refuses for good (4xx) is `refused`, such a call Undeliverable; other faults
 * are thrown as they are, for a retry.
 */
export function createOutbound(options: OutboundOptions): { sms: Messenger; telephone: Telephone } {
  const client = createTwilioClient(options);
  const address = (path: string) => options.publicUrl + path;

  const sms: Messenger = {
    async send({ ref, to, text }): Promise<SendResult> {
      if (!to.phone) return { status: 'refused', reason: 'no phone number' };
      return refusable(async () => {
        const message = await client.messages.create({
          to: to.phone as string,
          from: options.phoneNumber,
          body: shortened(text),
          statusCallback: address(smsStatusPath(ref)),
        });
        return message.sid;
      });
    },
    async wasSent({ to, text, since }) {
      const { instances } = await client.messages.page({ to: to.phone, from: options.phoneNumber, pageSize: RECENT });
      const ours = instances.some(({ body, dateCreated }) => body === shortened(text) && isAfter(dateCreated, since));
      return ours ? 'sent' : 'not_sent';
    },
  };

  const telephone: Telephone = {
    async call({ ref, to, detectMachine }) {
      const placed = await refusable(async () => {
        const call = await client.calls.create({
          to,
          from: options.phoneNumber,
          url: address(outboundPath(ref)),
          method: 'POST',
          statusCallback: address(outboundStatusPath(ref)),
          statusCallbackMethod: 'POST',
          statusCallbackEvent: ['completed'],
          timeout: RINGING,
          ...(detectMachine && { machineDetection: 'Enable' }),
        });
        return call.sid;
      });
      if (placed.status === 'refused') throw new Undeliverable(placed.reason);
      return { callId: placed.ref };
    },
    async wasPlaced({ to, since }) {
      const { instances } = await client.calls.page({ to, from: options.phoneNumber, pageSize: RECENT });
      return instances.some(({ dateCreated }) => isAfter(dateCreated, since)) ? 'sent' : 'not_sent';
    },
  };
  return { sms, telephone };
}

/** Cut where no character is halved: half a pair would not be what the provider reads back. */
const shortened = (text: string): string => text.slice(0, MAX_SMS).replace(/\p{Surrogate}/gu, '');

/** A call that was just queued has no date yet. */
const isAfter = (moment: Date | null, since: Date): boolean =>
  !moment || moment.getTime() >= since.getTime() - TOLERANCE;

async function refusable(send: () => Promise<string>): Promise<SendResult> {
  try {
    return { status: 'sent', ref: await send() };
  } catch (error) {
    const reason = finalRefusal(error);
    if (reason) return { status: 'refused', reason };
    throw error;
  }
}
