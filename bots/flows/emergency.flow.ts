import type { Flow } from '../dialog/flow.js';

/** 紧急: what to do now comes first, then the ticket at once, then only what a technician must know to find the place. */
export const emergency = {
  id: 'emergency',
  version: 1,
  start: 'warn',
  steps: {
    warn: { do: 'report_emergency', next: { told: 'place', guessed: 'check', refused: 'refused' } },
    refused: { end: 'sorry.failed' },
    check: {
      ask: 'emergency.check',
      options: ['right', 'wrong_place'],
      accept: 'confirmation',
      isOptional: true,
      next: {
        right: 'phone',
        confirm: 'phone',
        wrong_place: 'forget_place',
        place: 'forget_place',
        change: 'forget_place',
        changed: 'place',
      },
    },
    forget_place: { clear: ['location', 'partial'], next: 'place' },
    place: {
      ask: 'emergency.place',
      simpler: 'report.place_simply',
      accept: 'place',
      save: 'location',
      next: { partial: 'place_more', '*': 'amend' },
    },
    place_more: { ask: 'report.place_more', accept: 'place-more', save: 'location', next: 'amend' },
    amend: { do: 'amend_emergency', next: { ok: 'phone', unchanged: 'phone', refused: 'phone' } },
    phone: { ask: 'emergency.phone', accept: 'phone', save: 'phone', expect: 'digits', next: 'amend_phone' },
    amend_phone: { do: 'amend_emergency', next: { ok: 'done', unchanged: 'done', refused: 'done' } },
    done: { end: 'emergency.done' },
    quiet: { end: null },
    abandon: { do: 'amend_emergency', next: { ok: 'quiet', unchanged: 'quiet', refused: 'quiet' } },
  },
  onAbandon: 'abandon',
  idle: { remind: 3, close: 30 },
  keepsMedia: true,
  keeps: ['ticketId', 'safety', 'what', 'projectId'],
  onCancel: 'emergency.goes_on',
} as const satisfies Flow;
