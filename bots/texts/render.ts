import type { Conversation } from '../../src/domain/conversation.js';
import type { Locale } from '../../src/domain/people.js';
import type { Params, Reply, Saying } from '../../src/domain/reply.js';
import type { Render } from '../../src/ports.js';
import { en } from './en.js';
import { inWords } from './format.js';
import type { Manner } from './times.js';
import { zhCN } from './zh-CN.js';

type Channel = Conversation['channel'];

const TEXTS: Record<Locale, Readonly<Record<string, string>>> = { 'zh-CN': zhCN, en };

const textOf = (key: string, { locale, isSpoken }: Manner): string | undefined => {
  const texts = TEXTS[locale];
  const variant = isSpoken && Object.hasOwn(texts, `${key}@phone`) ? `${key}@phone` : key;
  return Object.hasOwn(texts, variant) ? texts[variant] : undefined;
};

/**
 * A sentence with its parameters in words.
 * @throws RangeError where there is no such sentence.
 */
export function sentence(key: string, params: Params, manner: Manner): string {
  const template = textOf(key, manner);
  if (template === undefined) throw new RangeError(`there is no text ${key}`);
  const word = (name: string) => inWords(name, params, manner, (code) => textOf(code, manner));
  const fill = (part: string) => part.replace(/\{(\w+)\}/g, (_, name: string) => word(name) ?? '');
  const isKnown = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => word(name ?? '') !== undefined);
  // Words of people may hold brackets and braces; the template is cut before they are put in.
  return template
    .split(/(\[[^\]]*\])/)
    .map((part) => (part.startsWith('[') ? (isKnown(part) ? fill(part.slice(1, -1)) : '') : fill(part)))
    .join('');
}

const written = (say: readonly Saying[], choices: readonly Saying[], locale: Locale): string => {
  const manner = { locale, isSpoken: false };
  const line = ({ key, params }: Saying) => sentence(key, params, manner);
  return [...say.map(line), ...choices.map((choice, n) => `${n + 1}. ${line(choice)}`)].join('\n');
};

const spoken = (say: readonly Saying[], choices: readonly Saying[], locale: Locale): string => {
  const manner = { locale, isSpoken: true };
  const line = ({ key, params }: Saying) => sentence(key, params, manner);
  const keys = choices.map((choice, n) =>
    locale === 'en' ? `${line(choice)}: press ${n + 1}` : `${line(choice)}请按${n + 1}`,
  );
  const end = keys.length > 0 ? [`${keys.join(locale === 'en' ? '; ' : ',')}${locale === 'en' ? '.' : '。'}`] : [];
  return [...say.map(line), ...end].join(locale === 'en' ? ' ' : '');
};

/** Puts sentences into words for readers; the choices are numbered from 1. */
export const render: Render = ({ say, choices = [] }, locale) => written(say, choices, locale);

/** Puts a reply into words: to be read (one line per sentence), or on the telephone to be heard. */
export const renderReply = (reply: Pick<Reply, 'say' | 'choices'>, locale: Locale, channel: Channel): string =>
  (channel === 'phone' ? spoken : written)(reply.say, reply.choices ?? [], locale);

/** One sentence to be heard, as a message that is read aloud in a call. */
export const speak = (say: readonly Saying[], locale: Locale): string => spoken(say, [], locale);

const plain =
  (locale: Locale) =>
  (key: string, params: Params = {}): string =>
    sentence(key, params, { locale, isSpoken: false });

/** Single sentences and names by key. */
export const plainTexts: Record<Locale, (key: string, params?: Params) => string> = {
  'zh-CN': plain('zh-CN'),
  en: plain('en'),
};
