import type { Change } from '../../../src/domain/change.js';
import type { Conversation, Turn } from '../../../src/domain/conversation.js';
import type { Effect } from '../../../src/domain/effects.js';
import type { Ticket } from '../../../src/domain/ticket.js';

/** Moments in minutes after a fixed one. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 10, 2, minutes));

export const anEffect = (id: string, over: Partial<Effect> = {}): Effect => ({
  id,
  work: { kind: 'dispatch' },
  createdAt: at(0),
  status: 'pending',
  routes: ['wechat', 'sms'],
  attempt: 0,
  ...over,
});

/** A saved ticket as small as the schema allows; every origin is its own. */
export const sample = (id: string, over: Partial<Ticket> = {}): Ticket => ({
  id,
  version: 1,
  projectId: 'garden',
  state: 'submitted',
  origin: `origin-${id}`,
  channel: 'wechat',
  category: 'drainage',
  urgency: 'normal',
  description: '马桶堵了',
  location: { building: '3', room: '502' },
  resident: { personId: 'res-1', role: 'resident', locale: 'zh-CN' },
  offers: [],
  alarmedIds: [],
  priority: 0,
  reopenCount: 0,
  clocks: {},
  stoppedClocks: {},
  breaches: [],
  isRepeat: false,
  media: [],
  transcript: [],
  history: [],
  effects: [],
  createdAt: at(0),
  updatedAt: at(0),
  ...over,
});

/** A change of the ticket as a decision makes it; effects and history entry by their ids. */
export function change(before: Ticket, over: Partial<Ticket> = {}, more: Partial<Change> = {}): Change {
  const version = before.version + 1;
  return {
    before,
    after: { ...before, version, ...over },
    history: [
      {
        at: at(version),
        action: 'urge',
        actor: { role: 'system', id: 'system' },
        from: before.state,
        to: over.state ?? before.state,
        key: `key-${version}`,
      },
    ],
    effects: [],
    ...more,
  };
}

export const aConversation = (id: string, over: Partial<Conversation> = {}): Conversation => ({
  id,
  version: 1,
  channel: 'wechat',
  from: { wechatId: 'wx-1' },
  locale: 'zh-CN',
  flows: [],
  handled: [],
  transcript: [],
  effects: [],
  updatedAt: at(0),
  ...over,
});

export const aTurn = (id: string, over: Partial<Turn> = {}): Turn => ({
  id,
  conversation: 'wechat-wx-1',
  channel: 'wechat',
  at: at(0),
  from: { wechatId: 'wx-1' },
  input: { kind: 'text', text: '你好', isSpeech: false },
  ...over,
});

/** How many of the outcomes are `wanted`. */
export const count = <T>(outcomes: readonly T[], wanted: T): number =>
  outcomes.filter((outcome) => outcome === wanted).length;
