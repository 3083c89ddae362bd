import { z } from 'zod';
import { E164 } from '../formats.js';
import { invalid } from './errors.js';

/**
 * The parameters that the REST API takes, in Twilio's names. They arrive as form fields or query, so every value is text
 * (or a list of texts where a field is repeated). Twilio's other parameters are refused by name: this network would ignore them.
 */

const url = z.string().refine((value) => URL.canParse(value) && /^https?:/.test(value), 'is not a valid URL');
const method = z.enum(['GET', 'POST']);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const number = z.string().regex(E164, 'is not a valid phone number');
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`);
const listOf = <S extends z.ZodType>(item: S) => z.union([z.array(item), item.transform((one) => [one])]);
const callSid = z.string().regex(/^CA[0-9a-fA-F]{32}$/, 'is not a call sid');

/** A day (`2026-11-23`) or a second (`2026-11-23T06:08:21Z`), as the span of milliseconds that it covers. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/, 'is not a date')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date')
  .transform((text) => {
    const unit = text.length === 10 ? 86_400_000 : 1_000;
    const from = Math.floor(Date.parse(text) / unit) * unit;
    return { from, to: from + unit - 1 };
  });
export type Moment = z.output<typeof moment>;

export const CREATE_CALL = z
  .strictObject({
    To: number,
    From: number,
    Url: url.optional(),
    Twiml: z.string().min(1).max(4000).optional(),
    Method: method.default('POST'),
    FallbackUrl: url.optional(),
    FallbackMethod: method.default('POST'),
    StatusCallback: url.optional(),
    StatusCallbackMethod: method.default('POST'),
    StatusCallbackEvent: listOf(z.enum(['initiated', 'ringing', 'answered', 'completed'])).default(['completed']),
    Timeout: whole(1, 600).default(60),
    TimeLimit: whole(1, 86_400).default(14_400),
    MachineDetection: z.enum(['Enable', 'DetectMessageEnd']).optional(),
    MachineDetectionTimeout: whole(3, 59).optional(),
    MachineDetectionSpeechThreshold: whole(1000, 6000).optional(),
    MachineDetectionSpeechEndThreshold: whole(500, 5000).optional(),
    MachineDetectionSilenceTimeout: whole(2000, 10_000).optional(),
    AsyncAmd: flag.default(false),
    AsyncAmdStatusCallback: url.optional(),
    AsyncAmdStatusCallbackMethod: method.default('POST'),
    Record: flag.default(false),
    RecordingStatusCallback: url.optional(),
    RecordingStatusCallbackMethod: method.default('POST'),
    RecordingStatusCallbackEvent: listOf(z.literal('completed')).optional(),
  })
  .refine((plan) => plan.Url !== undefined || plan.Twiml !== undefined, {
    path: ['Url'],
    error: 'parameter is required',
  });

export const UPDATE_CALL = z.strictObject({
  Url: url.optional(),
  Twiml: z.string().min(1).max(4000).optional(),
  Method: method.default('POST'),
  Status: z.enum(['canceled', 'completed']).optional(),
});

export const CREATE_MESSAGE = z.strictObject({
  To: number,
  From: number,
  Body: z.string().min(1, 'is required'),
  StatusCallback: url.optional(),
  ValidityPeriod: whole(1, 36_000).optional(),
  SmartEncoded: flag.optional(),
});

const paging = {
  PageSize: whole(1, 1000).default(50),
  Page: whole(0, 1_000_000).default(0),
  PageToken: z.string().optional(),
};

export const LIST_CALLS = z.strictObject({
  To: number.optional(),
  From: number.optional(),
  ParentCallSid: callSid.optional(),
  Status: z
    .enum(['queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled'])
    .optional(),
  StartTime: moment.optional(),
  'StartTime<': moment.optional(),
  'StartTime>': moment.optional(),
  EndTime: moment.optional(),
  'EndTime<': moment.optional(),
  'EndTime>': moment.optional(),
  ...paging,
});

export const LIST_MESSAGES = z.strictObject({
  To: number.optional(),
  From: number.optional(),
  DateSent: moment.optional(),
  'DateSent<': moment.optional(),
  'DateSent>': moment.optional(),
  ...paging,
});

export const LIST_RECORDINGS = z.strictObject({
  CallSid: callSid.optional(),
  DateCreated: moment.optional(),
  'DateCreated<': moment.optional(),
  'DateCreated>': moment.optional(),
  ...paging,
});

/** Twilio's own codes for the faults that have one; `required` is used where the parameter is missing. */
const CODES: Record<string, { required: number; malformed: number }> = {
  'call.To': { required: 21201, malformed: 21211 },
  'call.From': { required: 21213, malformed: 21212 },
  'call.Url': { required: 21205, malformed: 21205 },
  'message.To': { required: 21604, malformed: 21211 },
  'message.From': { required: 21603, malformed: 21212 },
  'message.Body': { required: 21602, malformed: 21602 },
};

/**
 * Parses the parameters of one request.
 * @throws ApiRefusal 400 with Twilio's code for the first fault
 */
export function readParameters<S extends z.ZodType>(
  schema: S,
  about: 'call' | 'message' | 'recording',
  raw: unknown,
): z.output<S> {
  const given = { ...(raw as Record<string, unknown> | undefined) };
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') throw invalid(`Unknown parameter ${issue.keys.join(', ')}`);
  const name = String(issue?.path[0] ?? '');
  const code = CODES[`${about}.${name}`];
  const isMissing = given[name] === undefined || given[name] === '';
  throw invalid(
    `'${name}' ${isMissing ? 'parameter is required' : issue?.message}`,
    code?.[isMissing ? 'required' : 'malformed'],
  );
}
