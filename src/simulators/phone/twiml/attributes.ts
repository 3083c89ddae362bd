import { z } from 'zod';
import { GATHER_LANGUAGES, SAY_LANGUAGES } from './languages.js';
import { isSayVoice } from './voices.js';

/** The attributes of each verb as Twilio's TwiML reference gives them, with its defaults. Others are refused by name. */

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const method = z.enum(['GET', 'POST', 'get', 'post']).transform((value) => value.toUpperCase() as 'GET' | 'POST');
const address = z.string().min(1, 'must not be empty');
const keys = z.string().regex(/^[0-9*#]*$/, 'must be keys of a telephone');
const words = <const W extends readonly [string, ...string[]]>(allowed: W) =>
  z
    .string()
    .transform((text) => text.trim().split(/\s+/))
    .pipe(z.array(z.enum(allowed)).min(1));

const recordingEvents = words(['in-progress', 'completed', 'absent']);
const callEvents = words(['initiated', 'ringing', 'answered', 'completed']);
const hints = z.string().refine((text) => {
  const phrases = text.split(',');
  return phrases.length <= 500 && phrases.every((phrase) => phrase.trim().length <= 100);
}, 'may hold 500 phrases of 100 characters');

export const SAY = z.strictObject({
  language: z
    .string()
    .refine((value) => SAY_LANGUAGES.has(value), 'is not a language of <Say>')
    .optional(),
  voice: z.string().refine(isSayVoice, 'is not a voice of <Say>').optional(),
  loop: whole(0, 1000).default(1),
});

export const PLAY = z.strictObject({
  loop: whole(0, 1000).default(1),
  digits: z
    .string()
    .regex(/^[0-9*#wW]+$/, 'must be keys or w')
    .optional(),
});

export const PAUSE = z.strictObject({ length: whole(0, 600).default(1) });

export const GATHER = z.strictObject({
  action: address.optional(),
  method: method.default('POST'),
  input: words(['dtmf', 'speech']).default(['dtmf']),
  timeout: whole(0, 600).default(5),
  speechTimeout: z
    .string()
    .regex(/^(auto|[1-9]\d*)$/, 'must be auto or seconds')
    .optional(),
  maxSpeechTime: whole(1, 600).optional(),
  numDigits: whole(1, 1000).optional(),
  finishOnKey: keys.max(1).default('#'),
  actionOnEmptyResult: flag.default(false),
  language: z
    .string()
    .refine((value) => GATHER_LANGUAGES.has(value), 'is not a language of <Gather>')
    .default('en-US'),
  hints: hints.optional(),
  bargeIn: flag.default(true),
  profanityFilter: flag.optional(),
  enhanced: flag.optional(),
  speechModel: z
    .string()
    .regex(/^[a-z][\w.-]+$/, 'is not a speech model')
    .optional(),
});

export const RECORD = z.strictObject({
  action: address.optional(),
  method: method.default('POST'),
  timeout: whole(0, 600).default(5),
  finishOnKey: keys.default('1234567890*#'),
  maxLength: whole(1, 14_400).default(3600),
  playBeep: flag.default(true),
  trim: z.enum(['trim-silence', 'do-not-trim']).optional(),
  recordingStatusCallback: address.optional(),
  recordingStatusCallbackMethod: method.default('POST'),
  recordingStatusCallbackEvent: recordingEvents.default(['completed']),
  transcribe: flag.optional(),
  transcribeCallback: address.optional(),
});

export const DIAL = z.strictObject({
  action: address.optional(),
  method: method.default('POST'),
  timeout: whole(1, 600).default(30),
  callerId: z.string().optional(),
  record: z
    .enum([
      'do-not-record',
      'record-from-answer',
      'record-from-ringing',
      'record-from-answer-dual',
      'record-from-ringing-dual',
    ])
    .default('do-not-record'),
  recordingStatusCallback: address.optional(),
  recordingStatusCallbackMethod: method.default('POST'),
  recordingStatusCallbackEvent: recordingEvents.default(['completed']),
  timeLimit: whole(1, 14_400).default(14_400),
  hangupOnStar: flag.default(false),
  answerOnBridge: flag.optional(),
  ringTone: z
    .string()
    .regex(/^[a-z]{2}(-old)?$/, 'is not a ring tone')
    .optional(),
});

export const NUMBER = z.strictObject({
  url: address.optional(),
  method: method.default('POST'),
  statusCallback: address.optional(),
  statusCallbackMethod: method.default('POST'),
  statusCallbackEvent: callEvents.default(['completed']),
});

export const REDIRECT = z.strictObject({ method: method.default('POST') });
export const HANGUP = z.strictObject({});
export const REJECT = z.strictObject({ reason: z.enum(['rejected', 'busy']).default('rejected') });

export const MESSAGE = z.strictObject({
  to: z.string().optional(),
  from: z.string().optional(),
  action: address.optional(),
  method: method.default('POST'),
  statusCallback: address.optional(),
});
