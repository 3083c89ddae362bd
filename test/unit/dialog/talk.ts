import type { Context } from '../../../bots/dialog/context.js';
import { TUESDAY_TEN } from '../../support/builders.js';

/** What a turn knows besides its words: a stranger in a chat, on a Tuesday at ten. */
export const aTalk = (over: Partial<Context> = {}): Context => ({
  now: TUESDAY_TEN,
  timezone: 'Asia/Shanghai',
  channel: 'wechat',
  isGroup: false,
  from: {},
  person: { kind: 'stranger' },
  projects: [],
  idleMinutes: 0,
  ...over,
});
