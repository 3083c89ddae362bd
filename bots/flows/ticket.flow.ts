import type { Flow } from '../dialog/flow.js';

const idle = { remind: 10, close: 30 } as const;

/** 查进度 */
export const status = {
  id: 'status',
  version: 1,
  start: 'list',
  steps: {
    list: { do: 'list_tickets', next: { listed: 'done', none: 'none' } },
    none: { end: 'status.none' },
    done: { end: null },
  },
  idle,
} as const satisfies Flow;

/** 催单 */
export const urge = {
  id: 'urge',
  version: 1,
  start: 'pick',
  steps: {
    pick: { do: 'pick_ticket', with: { action: 'urge' }, next: { one: 'act', many: 'which', none: 'none' } },
    which: { ask: 'ticket.which', options: { slot: 'tickets' }, accept: 'choice', save: 'ticketId', next: 'act' },
    act: { do: 'act', with: { action: 'urge' }, next: { ok: 'done', refused: 'refused' } },
    done: { end: 'urge.done' },
    refused: { end: 'ticket.refused' },
    none: { end: 'ticket.none' },
  },
  idle,
} as const satisfies Flow;

/** 撤单 */
export const cancel = {
  id: 'cancel',
  version: 1,
  start: 'pick',
  steps: {
    pick: { do: 'pick_ticket', with: { action: 'cancel' }, next: { one: 'sure', many: 'which', none: 'none' } },
    which: { ask: 'ticket.which', options: { slot: 'tickets' }, accept: 'choice', save: 'ticketId', next: 'sure' },
    sure: { ask: 'cancel.sure', options: ['yes', 'no'], accept: 'yes-no', next: { yes: 'act', no: 'kept' } },
    act: { do: 'act', with: { action: 'cancel' }, next: { ok: 'done', refused: 'refused' } },
    done: { end: 'cancel.done' },
    kept: { end: 'cancel.kept' },
    refused: { end: 'ticket.refused' },
    none: { end: 'ticket.none' },
  },
  idle,
  onCancel: 'cancel.kept',
} as const satisfies Flow;

/** 改期 */
export const reschedule = {
  id: 'reschedule',
  version: 1,
  start: 'pick',
  steps: {
    pick: { do: 'pick_ticket', with: { action: 'reschedule' }, next: { one: 'time', many: 'which', none: 'none' } },
    which: { ask: 'ticket.which', options: { slot: 'tickets' }, accept: 'choice', save: 'ticketId', next: 'time' },
    time: { ask: 'reschedule.time', options: 'visit-times', accept: 'time', save: 'visitTime', next: 'act' },
    act: { do: 'act', with: { action: 'reschedule' }, next: { ok: 'done', refused: 'refused' } },
    done: { end: 'reschedule.done' },
    refused: { end: 'ticket.refused' },
    none: { end: 'ticket.none' },
  },
  idle,
} as const satisfies Flow;

/** 重办: "it is not fixed" after the work was done; otherwise it is an urge or a new report. */
export const reopen = {
  id: 'reopen',
  version: 1,
  start: 'find',
  steps: {
    find: { do: 'find_finished', next: { one: 'sure', many: 'which', urge: 'urge', report: 'report' } },
    which: { ask: 'ticket.which', options: { slot: 'tickets' }, accept: 'choice', save: 'ticketId', next: 'act' },
    sure: {
      ask: 'reopen.sure',
      options: ['yes', 'new_problem'],
      accept: 'yes-no',
      next: { yes: 'act', '*': 'report' },
    },
    act: { do: 'act', with: { action: 'reopen' }, next: { ok: 'done', refused: 'refused' } },
    done: { end: 'follow_up.reopened' },
    refused: { end: 'ticket.refused' },
    urge: { goto: 'urge' },
    report: { goto: 'report' },
  },
  idle,
} as const satisfies Flow;
