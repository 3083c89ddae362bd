import twilio from 'twilio';
import type { Locale } from '../../src/domain/people.js';
import type { Reply } from '../../src/domain/reply.js';
import { renderReply } from '../texts/render.js';
import { dialledPath, recordingPath, transcriptionPath, turnPath } from './addresses.js';

const SPEECH = {
  'zh-CN': { say: { language: 'cmn-CN', voice: 'Polly.Zhiyu-Neural' }, gather: 'cmn-Hans-CN' },
  en: { say: { language: 'en-US', voice: 'Polly.Joanna-Neural' }, gather: 'en-US' },
} as const;

/** Seconds: silence before the question is put again or a number is complete, a search for the right key, a pause in mid-sentence. */
const SILENCE = 6;
const KEY_SILENCE = 10;
const BREATH = '2';
/** Seconds: a voicemail's length and the silence that ends it, ringing at the desk. */
const VOICEMAIL = 120;
const VOICEMAIL_SILENCE = 8;
const RINGING = 25;
/** Twilio refuses to say more than 4096 characters; nobody listens to half as many. */
const LONGEST = 1000;

export interface Line {
  /** The number of the next turn of this call. */
  step: number;
  locale: Locale;
  /** Rung when the caller asks for a person, E.164. */
  desk: string | undefined;
}

type Sayer = { say(attributes: object, text: string): unknown };

/** Words of people may hold what XML cannot: one such character would cost the whole document. */
const speakable = (text: string): string =>
  [...text]
    .filter((char) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(char))
    .slice(0, LONGEST)
    .join('')
    .trim();

function say(target: Sayer, text: string, locale: Locale, attributes: object = {}): void {
  const words = speakable(text);
  if (words) target.say({ ...SPEECH[locale].say, ...attributes }, words);
}

/** Renders a reply as TwiML. Numbers end with `#`; everything else takes one key. */
export function replyToTwiml(reply: Reply, line: Line): string {
  const response = new twilio.twiml.VoiceResponse();
  const text = renderReply(reply, line.locale, 'phone');
  switch (reply.expect) {
    case 'speech':
    case 'digits': {
      const language = SPEECH[line.locale].gather;
      const action = turnPath(line.step);
      say(response.gather({ ...listenFor(reply), language, action, method: 'POST' }), text, line.locale);
      break;
    }
    case 'voicemail':
      say(response, text, line.locale);
      response.record({
        action: turnPath(line.step),
        maxLength: VOICEMAIL,
        timeout: VOICEMAIL_SILENCE,
        finishOnKey: '#',
        playBeep: true,
        recordingStatusCallback: recordingPath,
        transcribe: true,
        transcribeCallback: transcriptionPath(line.step),
      });
      // Nothing was recorded: the caller hears so instead of a dead line.
      response.redirect({ method: 'POST' }, turnPath(line.step));
      break;
    case 'human':
      say(response, text, line.locale);
      if (line.desk) response.dial({ action: dialledPath(line.step), timeout: RINGING }).number(line.desk);
      else response.redirect({ method: 'POST' }, dialledPath(line.step));
      break;
    case 'end':
      say(response, text, line.locale);
      response.hangup();
  }
  return response.toString();
}

type Input = ('dtmf' | 'speech')[];

/**
 * Speech and keypad together; the keypad alone where words failed twice and keys are offered, since noise on the line would be taken
 * for a third failure. A number is spoken or keyed.
 */
function listenFor({ expect, choices = [] }: Reply) {
  const common = { speechTimeout: BREATH, actionOnEmptyResult: true };
  const both: Input = ['dtmf', 'speech'];
  if (expect === 'speech') return { ...common, input: both, timeout: SILENCE, numDigits: 1, finishOnKey: '' };
  if (choices.length === 0) return { ...common, input: both, timeout: SILENCE, finishOnKey: '#' };
  const keys: Input = ['dtmf'];
  return { actionOnEmptyResult: true, input: keys, timeout: KEY_SILENCE, numDigits: 1, finishOnKey: '' };
}

/** A message, twice, since the first words are lost while the receiver is on its way to the ear; then the end of the call. */
export function readAloud(text: string, locale: Locale): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: 1 });
  say(response, text, locale, { loop: 2 });
  response.hangup();
  return response.toString();
}

/** A fault of ours: once more from the same address, after a moment. */
export function onceMore(url: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: 2 });
  response.redirect({ method: 'POST' }, url);
  return response.toString();
}

/** Our fault lasts: the caller hears it in words, instead of the provider's English apology. */
export function regret(): string {
  const response = new twilio.twiml.VoiceResponse();
  const reply: Reply = { say: [{ key: 'sorry.failed', params: {} }], expect: 'end' };
  for (const locale of ['zh-CN', 'en'] as const) say(response, renderReply(reply, locale, 'phone'), locale);
  response.hangup();
  return response.toString();
}

export const emptyVoice = (): string => new twilio.twiml.VoiceResponse().toString();
export const emptyMessaging = (): string => new twilio.twiml.MessagingResponse().toString();
