import { tellDesk } from '../domain/actions/tell.js';
import { type Effect, numberEffects } from '../domain/effects.js';
import type { Locale } from '../domain/people.js';
import type { Ticket } from '../domain/ticket.js';
import { isStillWanted } from '../domain/wanted.js';
import { contextOf } from './context.js';
import type { Deps } from './deps.js';

type Failure = 'undelivered' | 'unreached';
type Describe = (locale: Locale) => string;

/** More people than this do not act on one ticket in the same instant. */
const MAX_RACES = 20;

/**
 * Tells the desk of the ticket's project that an effect did not reach its end, and marks the ticket for a person's attention; both in
 * one update, once for each effect, and not where nobody needs it any more. News for the desk that did not arrive only marks the ticket: telling would go the same way.
 * @throws where the ticket changes all the time; a later try or the sweep comes back to it.
 */
export async function tellDeskOf(
  deps: Pick<Deps, 'tickets' | 'people' | 'clock' | 'relay' | 'fault'>,
  ticketId: string,
  failed: Effect,
  describe: Describe,
): Promise<void> {
  for (let race = 0; race < MAX_RACES; race++) {
    const before = await deps.tickets.get(ticketId);
    if (!before || isTold(before, failed.id) || !isStillWanted(before, failed)) return;
    const context = await contextOf(deps, before.projectId);
    if (!context) return;
    const version = before.version + 1;
    const drafts = isForDesk(failed)
      ? []
      : tellDesk(context, 'desk.undelivered', ({ locale }) => {
          const params = { ticket: before.id, text: describe(locale), effect: failed.id };
          return params;
        });
    const effects = numberEffects(before.id, version, drafts, context.now);
    const after: Ticket = {
      ...before,
      version,
      updatedAt: context.now,
      needsAttention: describe('zh-CN'),
      effects: [...before.effects, ...effects],
    };
    if (!(await deps.tickets.save({ before, after, history: [], effects }))) continue;
    deps.fault('desk.after-tell');
    return deps.relay.kick('ticket', before.id);
  }
  throw new Error('too many people act on this ticket at once');
}

const isTold = ({ effects }: Ticket, effectId: string): boolean =>
  effects.some(({ work }) => work.kind === 'message' && work.text.params.effect === effectId);

const isForDesk = ({ work }: Effect): boolean => work.kind === 'message' && work.text.key.startsWith('desk.');

const WORDS = {
  message: { zh: '消息', en: 'message' },
  reply: { zh: '回复', en: 'reply' },
  prompt: { zh: '询问', en: 'question' },
  deadline: { zh: '时限检查', en: 'deadline check' },
  dispatch: { zh: '派单', en: 'dispatch' },
  timeout: { zh: '会话超时', en: 'conversation time-out' },
} as const;

const PEOPLE = {
  resident: { zh: '住户', en: 'the resident' },
  technician: { zh: '师傅', en: 'the technician' },
  dispatcher: { zh: '客服', en: 'the dispatcher' },
  manager: { zh: '经理', en: 'the manager' },
  system: { zh: '系统', en: 'the system' },
} as const;

/** What did not work, in a few words for the desk. */
export const describeFor =
  ({ work }: Effect, failure: Failure): Describe =>
  (locale) => {
    const language = locale === 'en' ? 'en' : 'zh';
    const word = WORDS[work.kind][language];
    if (!('to' in work)) return language === 'zh' ? `${word}未能执行` : `${word} could not be carried out`;
    const who = PEOPLE[work.to.role][language];
    if (failure === 'unreached')
      return language === 'zh' ? `电话联系不上${who}` : `${who} does not answer the telephone`;
    return language === 'zh' ? `给${who}的${word}未送达` : `the ${word} to ${who} was not delivered`;
  };
