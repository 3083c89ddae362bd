import type { Flow } from '../dialog/flow.js';

/** The offer's own clock ends it; the chat forgets the question a little later. */
const idle = { close: 120, isSilent: true } as const;
const prompt = { idle, isPrompt: true, isUrgent: true, keeps: ['ticketId'], waitsAt: 'load' } as const;

/** 派单: take it or not; the time may follow (clause 3.2.2). */
export const offer = {
  ...prompt,
  id: 'offer',
  version: 1,
  start: 'load',
  steps: {
    load: { do: 'load_ticket', with: { states: 'offered', to: 'me' }, next: { wanted: 'ask', gone: 'gone' } },
    gone: { end: null },
    ask: {
      ask: 'offer.ask',
      options: ['accept', 'decline'],
      accept: 'offer',
      next: { accept: 'accept', decline: 'decline' },
    },
    accept: {
      do: 'answer_offer',
      with: { action: 'accept' },
      next: { promised: 'promised', ok: 'time', urgent: 'go', refused: 'refused' },
    },
    go: { end: 'offer.go' },
    promised: { end: 'offer.promised' },
    time: {
      ask: 'offer.time',
      options: 'promise-times',
      accept: 'promise',
      save: 'visitTime',
      isOptional: true,
      next: { later: 'later', '*': 'promise' },
    },
    later: { end: 'offer.later' },
    promise: { do: 'promise_time', next: { ok: 'promised', refused: 'refused' } },
    decline: { do: 'answer_offer', with: { action: 'decline' }, next: { ok: 'declined', refused: 'refused' } },
    declined: { end: 'offer.declined' },
    refused: { end: 'offer.too_late' },
  },
} as const satisfies Flow;

/** 紧急呼叫: whoever hears it says so; a technician takes the ticket by that. */
export const alarm = {
  ...prompt,
  id: 'alarm',
  version: 1,
  start: 'load',
  steps: {
    load: {
      do: 'load_ticket',
      with: { states: 'submitted,confirmed,offered' },
      next: { wanted: 'ask', gone: 'gone' },
    },
    gone: { end: null },
    ask: {
      ask: 'alarm.ask',
      options: ['acknowledge', 'cannot'],
      accept: 'acknowledgement',
      expect: 'digits',
      next: { acknowledge: 'take', cannot: 'declined', decline: 'declined' },
    },
    take: {
      do: 'answer_offer',
      with: { action: 'acknowledge' },
      next: { ok: 'taken', promised: 'taken', urgent: 'taken', heard: 'heard', refused: 'over' },
    },
    taken: { end: 'alarm.taken' },
    heard: { end: 'alarm.heard' },
    over: { end: 'alarm.over' },
    declined: { end: 'alarm.declined' },
  },
} as const satisfies Flow;

/** A technician's order in free words: which ticket, what is missing, done. */
export const technician = {
  id: 'technician',
  version: 1,
  start: 'resolve',
  steps: {
    resolve: {
      do: 'resolve_command',
      next: { one: 'carry_out', many: 'which', none: 'none', listed: 'done' },
    },
    none: { end: 'technician.none' },
    which: { ask: 'ticket.which', options: { slot: 'tickets' }, accept: 'choice', save: 'ticketId', next: 'carry_out' },
    carry_out: {
      do: 'carry_out_command',
      next: {
        ok: 'next',
        refused: 'next',
        accepted: 'time',
        needs_reason: 'reason',
        needs_record: 'record',
        needs_time: 'new_time',
        needs_colleague: 'colleague',
      },
    },
    time: {
      ask: 'offer.time',
      options: 'promise-times',
      accept: 'promise',
      save: 'visitTime',
      isOptional: true,
      next: { later: 'later', '*': 'promise' },
    },
    later: { end: 'offer.later' },
    promise: { do: 'promise_time', next: { ok: 'promised', refused: 'refused' } },
    promised: { end: 'offer.promised' },
    refused: { end: 'offer.too_late' },
    reason: { ask: 'technician.reason', accept: 'words', save: 'reason', next: 'carry_out' },
    record: {
      ask: 'technician.record',
      options: ['nothing_used'],
      accept: 'record',
      save: 'work',
      next: { nothing_used: 'carry_out', '*': 'carry_out' },
    },
    new_time: {
      ask: 'technician.new_time',
      options: 'promise-times',
      accept: 'time',
      save: 'visitTime',
      next: 'carry_out',
    },
    colleague: {
      ask: 'technician.colleague',
      options: { slot: 'colleagues' },
      accept: 'choice',
      save: 'colleagueId',
      next: 'carry_out',
    },
    next: { do: 'next_command', next: { again: 'resolve', none: 'done' } },
    done: { end: null },
  },
  idle: { remind: 10, close: 30 },
  keepsMedia: true,
} as const satisfies Flow;

/** 帮助 for technicians; a reply that was not understood gets this rather than silence. */
export const technicianHelp = {
  id: 'technician-help',
  version: 1,
  start: 'tell',
  steps: { tell: { end: 'help.technician' } },
  idle: { close: 30, isSilent: true },
} as const satisfies Flow;
