import type { Flow } from '../dialog/flow.js';

/** A call's opening, and what it comes back to. */
export const open = {
  id: 'open',
  version: 1,
  start: 'greet',
  steps: {
    greet: {
      ask: 'open.greet',
      simpler: 'open.simply',
      simplerAfter: 1,
      simplerOptions: ['report', 'status', 'human'],
      accept: 'farewell',
      next: { report: 'report', status: 'status', human: 'human', bye: 'bye' },
    },
    more: {
      ask: 'open.more',
      simpler: 'open.simply',
      simplerAfter: 1,
      simplerOptions: ['report', 'status', 'human'],
      accept: 'farewell',
      next: { report: 'report', status: 'status', human: 'human', bye: 'bye' },
    },
    report: { goto: 'report' },
    status: { goto: 'status' },
    human: { goto: 'human' },
    bye: { end: 'open.bye' },
  },
  idle: { close: 30, isSilent: true },
  isOpening: true,
  leavesMessage: true,
  waitsAt: 'more',
} as const satisfies Flow;

/** What we can do, for somebody whose message told nothing; the message is kept in case it is a report. */
export const menu = {
  id: 'menu',
  version: 1,
  start: 'ask',
  steps: {
    ask: {
      ask: 'menu.ask',
      options: ['report', 'status', 'human'],
      accept: 'problem',
      isOptional: true,
      next: { report: 'report', status: 'status', human: 'human', '*': 'report' },
    },
    report: { goto: 'report' },
    status: { goto: 'status' },
    human: { goto: 'human' },
  },
  idle: { close: 30, isSilent: true },
  isOpening: true,
} as const satisfies Flow;

/** 转人工: dialled at once on the telephone; in a chat the desk is told and writes back. */
export const human = {
  id: 'human',
  version: 1,
  start: 'reach',
  steps: {
    reach: { do: 'reach_human', next: { dial: 'dial', promised: 'promised' } },
    dial: { ask: 'human.connecting', accept: 'unreached', expect: 'human', next: { unreached: 'callback' } },
    callback: { do: 'book_callback', next: { ok: 'booked', problem: 'booked' } },
    booked: { end: 'human.callback_booked' },
    promised: { end: 'human.promised' },
  },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;

/** 投诉、建议: a person reads it. */
export const complaint = {
  id: 'complaint',
  version: 1,
  start: 'tell',
  steps: {
    tell: { do: 'book_callback', next: { ok: 'told', problem: 'told_more' } },
    told: { end: 'complaint.told' },
    told_more: { say: 'complaint.told', next: 'report' },
    report: { goto: 'report' },
  },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;

export const thanks = {
  id: 'thanks',
  version: 1,
  start: 'welcome',
  steps: { welcome: { end: 'thanks.welcome' } },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;

/** 留言: the last resort on the telephone; it becomes a ticket. */
export const voicemail = {
  id: 'voicemail',
  version: 1,
  start: 'record',
  steps: {
    record: {
      ask: 'voicemail.record',
      accept: 'recording',
      expect: 'voicemail',
      next: { nothing: 'unsaid', '*': 'submit' },
    },
    unsaid: { do: 'report_unfinished', next: { ok: 'bye', nothing: 'callback' } },
    callback: { do: 'book_callback', next: { ok: 'booked', problem: 'booked' } },
    booked: { end: 'human.callback_booked' },
    bye: { end: 'open.bye' },
    submit: { do: 'report_recording', next: { ok: 'thanks' } },
    thanks: { end: 'voicemail.thanks' },
    abandon: { do: 'report_unfinished', next: { ok: 'left', nothing: 'left' } },
    left: { end: null },
  },
  onAbandon: 'abandon',
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;

/** A picture or recording that came without words: to the ticket just made, or the beginning of a report. */
export const media = {
  id: 'media',
  version: 1,
  start: 'keep',
  steps: {
    keep: { do: 'keep_media', next: { kept: 'kept', report: 'report', none: 'none' } },
    none: { end: 'technician.none' },
    kept: { end: 'media.attached' },
    report: { goto: 'report' },
  },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;

/** 绑定: an invitation code makes an account a technician's. */
export const bind = {
  id: 'bind',
  version: 1,
  start: 'bind',
  steps: {
    bind: { do: 'bind', next: { bound: 'bound', unknown: 'unknown' } },
    bound: { end: 'bind.bound' },
    unknown: { end: 'bind.unknown' },
  },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;
