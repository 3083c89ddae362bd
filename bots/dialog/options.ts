import type { Category } from '../../src/domain/categories.js';
import type { FlowState } from '../../src/domain/conversation.js';
import { plainTexts } from '../texts/index.js';
import type { Context } from './context.js';
import type { AskStep, Option } from './flow.js';
import type { Words } from './hear.js';
import { known } from './slots.js';
import { promiseTimes, visitTimes } from './times.js';

/** From this many misunderstandings on a question is asked in its simpler form, and answered by keys alone. */
export const SIMPLER_AFTER = 2;

export const isSimpler = ({ simplerAfter = SIMPLER_AFTER }: AskStep, { retries }: FlowState): boolean =>
  retries >= simplerAfter;

/** What the keypad offers to callers whom nothing else understands. */
const KEYPAD_CATEGORIES: readonly Category[] = ['plumbing', 'drainage', 'electrical', 'lift', 'door_lock', 'other'];

/** The choices of a question as it is asked now. */
export function optionsOf(step: AskStep, state: FlowState, context: Context): Option[] {
  const wanted = (isSimpler(step, state) && step.simplerOptions) || step.options;
  const slot = step.save ?? 'choice';
  if (!wanted) return [];
  if (wanted === 'visit-times') return visitTimes(slot, context);
  if (wanted === 'promise-times') return promiseTimes(slot, context);
  if (wanted === 'categories') return KEYPAD_CATEGORIES.map(categoryOption);
  if ('slot' in wanted) return (known(state.slots)[wanted.slot as 'tickets'] ?? []) as Option[];
  return wanted.map((id) => ({ id, key: `choice.${id}`, ...(step.save && { patch: { [step.save]: id } }) }));
}

const categoryOption = (category: Category): Option => ({
  id: category,
  key: `category.${category}`,
  patch: { what: plainTexts['zh-CN'](`category.${category}`), category, urgency: 'normal' },
});

/** The choice that a message picks: its number, its name, or a ticket's number within a short message. */
export function pick(options: readonly Option[], words: Words): Option | undefined {
  if (words.number !== undefined) return options[words.number - 1];
  const text = bare(words.text);
  return (
    options.find((option) => names(option).includes(text)) ??
    options.find((option) => isNumbered(option, text)) ??
    onlyOne(options.filter((option) => isAbout(option, text)))
  );
}

const names = ({ key, params = {} }: Option): string[] =>
  Object.values(plainTexts).map((text) => bare(text(key, params)));

/** `W-1024` is also said as 1024. */
const isNumbered = ({ id }: Option, text: string): boolean => {
  const number = /^W-(\d+)$/.exec(id)?.[1];
  return number !== undefined && new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text) && text.length < 20;
};

/** "The one with the drains", where only one is. */
const isAbout = ({ params }: Option, text: string): boolean =>
  typeof params?.category === 'string' &&
  text.length < 12 &&
  Object.values(plainTexts).some((say) => text.includes(bare(say(`category.${params.category}`))));

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
