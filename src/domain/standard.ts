import type { Urgency } from './categories.js';

/**
 * Minutes from one step to the next. Emergencies run round the clock, the others in service time.
 * `accept` runs per offer; `followUp` from completion; `survey` until a silent survey is closed.
 */
export interface Norm {
  confirm: number;
  accept: number;
  arrive: number;
  complete: number;
  followUp: number;
}

export interface NormPreset {
  source: string;
  norms: Record<Urgency, Norm>;
}

const HOUR = 60;

/** 时限: response norms as published, to be verified locally before use. Sources as named in each preset. */
export const NORM_PRESETS = {
  'residential-grade-1': {
    source:
      '普通住宅小区物业管理服务等级标准, grade 1 (secondary source): emergency repair on site within 30 minutes, other repairs at the agreed time. Verify locally.',
    norms: {
      emergency: { confirm: 5, accept: 3, arrive: 30, complete: 4 * HOUR, followUp: 2 * HOUR },
      high: { confirm: 15, accept: 10, arrive: 2 * HOUR, complete: 8 * HOUR, followUp: 24 * HOUR },
      normal: { confirm: 30, accept: 15, arrive: 8 * HOUR, complete: 24 * HOUR, followUp: 24 * HOUR },
      low: { confirm: 2 * HOUR, accept: 60, arrive: 24 * HOUR, complete: 72 * HOUR, followUp: 24 * HOUR },
    },
  },
  'company-ambitious': {
    source:
      'A company norm (secondary source): routine accept in 10 minutes, on site in 30; emergency accept in 3, on site in 10; rating within 24 hours. Verify locally.',
    norms: {
      emergency: { confirm: 3, accept: 3, arrive: 10, complete: 2 * HOUR, followUp: 1 * HOUR },
      high: { confirm: 10, accept: 5, arrive: 20, complete: 4 * HOUR, followUp: 24 * HOUR },
      normal: { confirm: 20, accept: 10, arrive: 30, complete: 8 * HOUR, followUp: 24 * HOUR },
      low: { confirm: 60, accept: 30, arrive: 8 * HOUR, complete: 24 * HOUR, followUp: 24 * HOUR },
    },
  },
} as const satisfies Record<string, NormPreset>;

/** A visit within this many minutes before the promise is the best (clause 3.3.1). */
export const EARLY_ARRIVAL_MINUTES = 5;
/** The technician is reminded this long before the promised time. */
export const VISIT_REMINDER_MINUTES = 30;
/** Resident, technician and desk hear of a coming lateness this long before it happens (clause 3.3.1). */
export const LATE_WARNING_MINUTES = 10;
/** A promise without an end is taken to last so long. */
export const VISIT_WINDOW_MINUTES = 60;
/** A broken clock is told again after so many minutes, until somebody acts: no silent dead end. */
export const TELL_AGAIN_MINUTES = { emergency: 15, other: 2 * HOUR } as const;
/** Service minutes after which somebody must look at a ticket on hold. */
export const HOLD_REVIEW_MINUTES = 24 * HOUR;
/** Where nobody can be found, the search begins anew after so many minutes. */
export const SEARCH_AGAIN_MINUTES = 30;
/** After so many offers without an acceptance the dispatcher takes over. */
export const MAX_OFFERS = 3;
/** The part of an offer's window that belongs to chat; silent technicians are then telephoned. */
export const OFFER_CALL_AFTER = 0.5;
/** Minutes until a report that was not read back is confirmed by a question of our own (clause 3.1.3). */
export const CONFIRM_AFTER_MINUTES = 5;
/** Calls per question before a message takes its place. */
export const MAX_CALL_ATTEMPTS = 2;
/** Minutes between two attempts to reach a resident. */
export const CALL_RETRY_MINUTES = 30;
/** Outbound questions are asked only within these hours of the project's time zone. */
export const CALLING_HOURS = { from: '09:00', to: '20:00' } as const;
/** Minutes until a follow-up question without an answer is asked again by telephone, then given up. */
export const FOLLOW_UP_RETRY_MINUTES = 4 * HOUR;
/** Minutes until a survey without an answer closes the ticket. */
export const SURVEY_WAIT_MINUTES = 3 * 24 * HOUR;
/** Days in which a closed ticket may be reopened instead of reported anew. */
export const REOPEN_DAYS = 7;
