import type { MediaRef, Turn } from '../../src/domain/conversation.js';
import {
  parseControl,
  type TechnicianCommand,
  type Understood,
  understandResident,
  understandTechnician,
} from '../understanding/index.js';
import { type Context, isTechnician } from './context.js';
import { lexiconOf } from './lexicon.js';
import { bareNumber } from './numbers.js';

/** Words, spoken, typed or keyed, with all that understanding makes of them. */
export interface Words {
  kind: 'words';
  text: string;
  /** The words without the names of our projects: 锦绣花园3栋 is building 3 of the project, not a garden. */
  plain: string;
  /** A bare number, keyed or said: picks a choice. */
  number?: number;
  /** A key of the telephone that is no digit. */
  key?: '*' | '#';
  media?: MediaRef;
  control?: ReturnType<typeof parseControl>;
  safety?: Understood['safety'];
  understood: Understood;
  /** Only where a technician speaks. */
  command?: TechnicianCommand;
}

/** What came in, read once. */
export type Heard =
  | Words
  | { kind: 'media'; media: MediaRef }
  | { kind: 'silence' | 'start' | 'unreached' | 'hangup' | 'timeout' }
  | { kind: 'prompt'; prompt: string; ticketId: string };

/** Longer messages are cut: nobody reports in a novel, and every rule stays fast. */
const MAX_TEXT = 2000;

/** Reads a turn. Pure: the same turn in the same context is always read the same. */
export function hear(turn: Turn, context: Context): Heard {
  const { input } = turn;
  switch (input.kind) {
    case 'text':
      return words(input.text, input.isSpeech, context);
    case 'digits':
      return words(input.digits, false, context);
    case 'media':
      return withMedia(input.media, input.text ? words(input.text, true, context) : undefined);
    case 'prompt':
      return { kind: 'prompt', prompt: input.prompt, ticketId: input.ticketId };
    default:
      return { kind: input.kind };
  }
}

const withMedia = (media: MediaRef, said: Heard | undefined): Heard =>
  said?.kind === 'words' ? { ...said, media } : { kind: 'media', media };

function words(raw: string, isSpeech: boolean, context: Context): Words | { kind: 'silence' } {
  const text = raw.trim().slice(0, MAX_TEXT);
  if (text === '') return { kind: 'silence' };
  const said = understoodBy(text, isSpeech, context);
  return text === '*' || text === '#' ? { ...said, key: text } : said;
}

const withoutProjects = (text: string, { projects }: Context): string =>
  projects.reduce((rest, { name }) => rest.replaceAll(name, ''), text) || text;

function understoodBy(text: string, isSpeech: boolean, context: Context): Words {
  const { now, timezone } = context;
  const channel = isSpeech ? ('speech' as const) : ('chat' as const);
  const plain = withoutProjects(text, context);
  const number = bareNumber(text);
  const control = parseControl(text);
  const lexicon = lexiconOf(context);
  const understood = understandResident({ text: plain, channel, now, timezone, ...(lexicon && { lexicon }) });
  const { safety } = understood;
  return {
    kind: 'words',
    text,
    plain,
    ...(number !== undefined && { number }),
    ...(control && { control }),
    ...(safety && { safety }),
    understood,
    ...(isTechnician(context) && {
      command: understandTechnician({ text, channel, now, timezone, ...(lexicon && { lexicon }) }),
    }),
  };
}
