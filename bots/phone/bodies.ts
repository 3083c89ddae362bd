import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { z } from 'zod';

/** What Twilio writes for a number that it does not know: BLOCKED, UNKNOWN, RESTRICTED, ANONYMOUS, UNAVAILABLE on a keypad. */
const WITHHELD = new Set(['+2562533', '+8656696', '+7378742833', '+266696687', '+86282452253']);

/** A number in E.164. Undefined where it is withheld or no number that could be rung: all those callers are not one person. */
function numberOf(text: string): string | undefined {
  const number = WITHHELD.has(text) ? undefined : parsePhoneNumberFromString(text, 'CN', metadata);
  return number?.isPossible() ? number.number : undefined;
}

const caller = z.string().max(200).transform(numberOf);

const callSid = z.string().regex(/^CA[0-9a-f]{32}$/);
const recordingSid = z.string().regex(/^RE[0-9a-f]{32}$/);
const said = z.string().max(4000).optional();

/** What Twilio posts to the webhooks of a call; fields that we do not use are let through. */
export const callBody = z.object({
  CallSid: callSid,
  From: caller,
  To: caller,
  Direction: z.string().optional(),
  CallStatus: z.string().optional(),
  AnsweredBy: z.string().optional(),
  SpeechResult: said,
  Digits: z.string().max(64).optional(),
  FinishedOnKey: z.string().max(1).optional(),
  DialCallStatus: z.string().optional(),
  RecordingSid: recordingSid.optional(),
  RecordingUrl: z.url().optional(),
});
export type CallBody = z.infer<typeof callBody>;

export const recordingBody = z.object({
  RecordingSid: recordingSid,
  RecordingUrl: z.url(),
  RecordingStatus: z.string().optional(),
});
export const transcriptionBody = callBody.extend({
  RecordingSid: recordingSid,
  TranscriptionText: said,
});

export const smsBody = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  From: caller,
  To: caller,
  Body: z.string().max(10_000).default(''),
});
export const smsStatusBody = z.object({ MessageSid: z.string(), MessageStatus: z.string() });

/** Which effect rang; in the address of the call's webhooks. */
export const effectQuery = z.object({
  owner: z.enum(['ticket', 'conversation']),
  ownerId: z.string().min(1).max(200),
  effectId: z.string().min(1).max(300),
});

/** The step of a call, in the action's address: tells a real repetition from a redelivery. */
export const stepQuery = z.object({ step: z.coerce.number().int().min(1).max(1000) });

/** How often this request was asked for again after a fault of ours. */
export const retryQuery = z.object({ retry: z.coerce.number().int().min(0).catch(0) });
