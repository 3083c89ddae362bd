import type { Flow } from '../dialog/flow.js';

/** The ticket's own clocks ask again; an unanswered question leaves the chat after a day without a word. */
const idle = { close: 24 * 60, isSilent: true } as const;
const prompt = { idle, isPrompt: true, keeps: ['ticketId'], waitsAt: 'load' } as const;

/** 确认: a report made without confirmation is read back (clause 3.1.3). */
export const confirm = {
  ...prompt,
  id: 'confirm',
  version: 1,
  start: 'load',
  steps: {
    load: { do: 'load_ticket', with: { states: 'submitted' }, next: { wanted: 'ask', gone: 'gone' } },
    gone: { end: null },
    ask: {
      ask: 'confirm.ask',
      options: ['right', 'change', 'cancel_ticket'],
      accept: 'confirmation',
      next: { right: 'act', confirm: 'act', change: 'what_to_change', changed: 'amend', cancel_ticket: 'cancel' },
    },
    what_to_change: {
      ask: 'report.what_to_change',
      options: ['place', 'time', 'phone'],
      accept: 'correction',
      next: { place: 'forget_place', time: 'forget_time', phone: 'forget_phone', changed: 'amend' },
    },
    forget_place: { clear: ['location', 'partial'], next: 'place' },
    forget_time: { clear: ['visitTime'], next: 'time' },
    forget_phone: { clear: ['phone'], next: 'phone' },
    place: {
      ask: 'report.place',
      accept: 'place',
      save: 'location',
      next: { partial: 'place_more', '*': 'amend' },
    },
    place_more: { ask: 'report.place_more', accept: 'place-more', save: 'location', next: 'amend' },
    time: { ask: 'report.time', options: 'visit-times', accept: 'time', save: 'visitTime', next: 'amend' },
    phone: { ask: 'report.phone', accept: 'phone', save: 'phone', expect: 'digits', next: 'amend' },
    amend: { do: 'amend_ticket', next: { ok: 'ask', refused: 'refused' } },
    act: { do: 'act', with: { action: 'confirm' }, next: { ok: 'done', refused: 'refused' } },
    done: { end: 'confirm.done' },
    cancel: { do: 'act', with: { action: 'cancel' }, next: { ok: 'cancelled', refused: 'refused' } },
    cancelled: { end: 'cancel.done' },
    refused: { end: 'ticket.refused' },
  },
} as const satisfies Flow;

/** 回访 (clause 3.4.3): solved or not; a yes goes on to the survey. */
export const followUp = {
  ...prompt,
  id: 'follow-up',
  version: 1,
  start: 'load',
  steps: {
    load: { do: 'load_ticket', with: { states: 'completed' }, next: { wanted: 'solved', gone: 'gone' } },
    gone: { end: null },
    solved: {
      ask: 'follow_up.solved',
      options: ['solved', 'not_solved'],
      accept: 'solved',
      save: 'answer',
      next: { solved: 'act', not_solved: 'wrong' },
    },
    act: { do: 'act', with: { action: 'follow_up' }, next: { ok: 'glad', refused: 'refused' } },
    glad: { say: 'follow_up.glad', next: 'survey' },
    survey: { goto: 'survey' },
    wrong: { ask: 'follow_up.wrong', accept: 'words', save: 'reason', next: 'reopen' },
    reopen: { do: 'act', with: { action: 'reopen' }, next: { ok: 'reopened', refused: 'refused' } },
    reopened: { end: 'follow_up.reopened' },
    refused: { end: 'ticket.refused' },
    abandon: {
      do: 'act',
      with: { action: 'reopen', where: 'not_solved' },
      next: { ok: 'gone', refused: 'gone', unwanted: 'gone' },
    },
  },
  onAbandon: 'abandon',
} as const satisfies Flow;

/** 满意度 (clause 4.1.1): three scores and words, by chat or keypad. */
export const survey = {
  ...prompt,
  id: 'survey',
  version: 1,
  start: 'load',
  steps: {
    load: {
      do: 'load_ticket',
      with: { states: 'completed,followed_up,closed' },
      next: { wanted: 'overall', gone: 'gone' },
    },
    gone: { end: null },
    overall: {
      ask: 'survey.overall',
      accept: 'score',
      save: 'overall',
      next: { skip: 'skipped', '*': 'timeliness' },
    },
    timeliness: {
      ask: 'survey.timeliness',
      accept: 'score',
      save: 'timeliness',
      next: { skip: 'technician', '*': 'technician' },
    },
    technician: {
      ask: 'survey.technician',
      accept: 'score',
      save: 'technician',
      next: { skip: 'comment', '*': 'comment' },
    },
    comment: { ask: 'survey.comment', accept: 'comment', save: 'comment', next: { skip: 'submit', '*': 'submit' } },
    submit: { do: 'submit_survey', next: { ok: 'thanks', nothing: 'skipped', refused: 'refused' } },
    thanks: { end: 'survey.thanks' },
    skipped: { end: 'survey.skipped' },
    refused: { end: 'ticket.refused' },
    abandon: { do: 'submit_survey', next: { ok: 'gone', nothing: 'gone', refused: 'gone' } },
  },
  onAbandon: 'abandon',
  onCancel: 'survey.skipped',
} as const satisfies Flow;
