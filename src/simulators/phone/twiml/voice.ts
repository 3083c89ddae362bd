import type { z } from 'zod';
import { TelephoneProblem } from '../problem.js';
import { elementsOf, parseXml, textOf, type XmlElement } from '../xml.js';
import * as attributes from './attributes.js';

/** Twilio's code for a document that its schema refuses. */
export const SCHEMA_VALIDATION = 12200;

export type Prompt =
  | ({ verb: 'Say'; text: string } & z.output<typeof attributes.SAY>)
  | ({ verb: 'Play'; url: string } & z.output<typeof attributes.PLAY>)
  | ({ verb: 'Pause' } & z.output<typeof attributes.PAUSE>);

export type GatherVerb = { verb: 'Gather'; prompts: Prompt[] } & z.output<typeof attributes.GATHER>;
export type RecordVerb = { verb: 'Record' } & z.output<typeof attributes.RECORD>;
export type DialNumber = { number: string } & z.output<typeof attributes.NUMBER>;
export type DialVerb = { verb: 'Dial'; numbers: DialNumber[] } & z.output<typeof attributes.DIAL>;
export type RedirectVerb = { verb: 'Redirect'; url: string } & z.output<typeof attributes.REDIRECT>;
export type RejectVerb = { verb: 'Reject' } & z.output<typeof attributes.REJECT>;
export type Verb = Prompt | GatherVerb | RecordVerb | DialVerb | RedirectVerb | RejectVerb | { verb: 'Hangup' };

/** SSML that `<Say>` may hold; only its words matter here. */
const SSML = new Set(['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w']);
const LONGEST_SPEECH = 4096;

const refuse = (what: string): never => {
  throw new TelephoneProblem(SCHEMA_VALIDATION, `Schema validation: ${what}`);
};

/** An element's attributes by their schema; the first fault names the verb and the attribute. */
export function readAttributes<S extends z.ZodType>(schema: S, element: XmlElement): z.output<S> {
  const parsed = schema.safeParse(element.attributes);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return refuse(`<${element.name}> ${issue?.path.join('.') || 'attribute'}: ${issue?.message}`);
}

function bareText(element: XmlElement): string {
  if (element.children.some((child) => typeof child !== 'string')) refuse(`<${element.name}> holds only text`);
  return textOf(element).trim();
}

function empty(element: XmlElement): void {
  if (textOf(element).trim() || element.children.some((child) => typeof child !== 'string'))
    refuse(`<${element.name}> must be empty`);
}

function checkSsml(element: XmlElement): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (!SSML.has(child.name)) refuse(`<${child.name}> inside <Say>`);
    checkSsml(child);
  }
}

function readSay(element: XmlElement): Prompt {
  checkSsml(element);
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  if (!text) refuse('<Say> has no text');
  if (text.length > LONGEST_SPEECH) refuse(`<Say> is longer than ${LONGEST_SPEECH} characters`);
  return { verb: 'Say', text, ...readAttributes(attributes.SAY, element) };
}

function readPlay(element: XmlElement): Prompt {
  const found = readAttributes(attributes.PLAY, element);
  const url = bareText(element);
  if (!url && !found.digits) refuse('<Play> has no URL');
  return { verb: 'Play', url, ...found };
}

function readPause(element: XmlElement): Prompt {
  empty(element);
  return { verb: 'Pause', ...readAttributes(attributes.PAUSE, element) };
}

const PROMPTS: Record<string, (element: XmlElement) => Prompt> = { Say: readSay, Play: readPlay, Pause: readPause };

function readGather(element: XmlElement): GatherVerb {
  const prompts = elementsOf(element).map((child) => {
    const read = Object.hasOwn(PROMPTS, child.name) ? PROMPTS[child.name] : undefined;
    return read ? read(child) : refuse(`<${child.name}> inside <Gather>`);
  });
  return { verb: 'Gather', prompts, ...readAttributes(attributes.GATHER, element) };
}

function readNumber(element: XmlElement): DialNumber {
  if (element.name !== 'Number') refuse(`<${element.name}> inside <Dial> is not known to the simulated network`);
  return { number: bareText(element), ...readAttributes(attributes.NUMBER, element) };
}

function readDial(element: XmlElement): DialVerb {
  const found = readAttributes(attributes.DIAL, element);
  const nested = element.children.some((child) => typeof child !== 'string');
  const numbers = nested
    ? elementsOf(element).map(readNumber)
    : [{ number: bareText(element), ...attributes.NUMBER.parse({}) }];
  if (numbers.length > 10) refuse('<Dial> may ring ten numbers at once');
  return { verb: 'Dial', numbers, ...found };
}

const VERBS: Record<string, (element: XmlElement) => Verb> = {
  ...PROMPTS,
  Gather: readGather,
  Dial: readDial,
  Record(element) {
    empty(element);
    return { verb: 'Record', ...readAttributes(attributes.RECORD, element) };
  },
  Redirect: (element) => ({
    verb: 'Redirect',
    url: bareText(element) || refuse('<Redirect> has no URL'),
    ...readAttributes(attributes.REDIRECT, element),
  }),
  Hangup(element) {
    empty(element);
    readAttributes(attributes.HANGUP, element);
    return { verb: 'Hangup' };
  },
  Reject(element) {
    empty(element);
    return { verb: 'Reject', ...readAttributes(attributes.REJECT, element) };
  },
};

/** The verbs inside `<Response>`, which must be the document's root. */
export function responseElements(xml: string): XmlElement[] {
  const root = parseXml(xml);
  if (root.name !== 'Response') refuse(`the document begins with <${root.name}>, not <Response>`);
  if (Object.keys(root.attributes).length > 0) refuse('<Response> has no attributes');
  return elementsOf(root);
}

/**
 * Reads a voice document. Stricter than Twilio, which only warns of some faults: a verb, attribute, language or voice that
 * Twilio does not know, or that this network does not play, is an error.
 * @throws TelephoneProblem 12100 or 12200
 */
export function parseVoiceTwiml(xml: string): Verb[] {
  return responseElements(xml).map((element) => {
    const read = Object.hasOwn(VERBS, element.name) ? VERBS[element.name] : undefined;
    return read ? read(element) : refuse(`<${element.name}> is not a verb of this network`);
  });
}
