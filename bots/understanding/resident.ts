import type { Category, SafetyCode, Urgency } from '../../src/domain/categories.js';
import type { Location } from '../../src/domain/location.js';
import { nearestExample } from './examples.js';
import type { Channel } from './homophones.js';
import { certainty, type Distribution, LinearModel } from './linear-model.js';
import { findProblems, type Problem } from './problems.js';
import { isRepeat } from './repeat.js';
import { type ResidentReading, readResident, type Utterance } from './resident-reading.js';
import type { VisitTime } from './times.js';
import { RESIDENT_WEIGHTS } from './weights/resident.js';

/** What a resident wants of the service. */
export type Intent =
  | 'report'
  | 'urge'
  | 'cancel'
  | 'reschedule'
  | 'status'
  | 'complaint'
  | 'praise'
  | 'suggestion'
  | 'human'
  | 'thanks'
  | 'other';

/** What a resident's message says; a confidence from 0 to 1 stands beside every field that was found. */
export interface Understood extends Problem {
  intent: Intent;
  location?: Location;
  visitTime?: VisitTime;
  /** E.164. */
  phone?: string;
  /** Further problems of the same message, less urgent than the main one. */
  also?: Problem[];
  safety?: SafetyCode;
  repeat?: true;
  /** The likeliest categories, at most three, where none of them is sure enough to go on with. */
  alternatives?: Category[];
  confidence: { intent: number; category: number; urgency: number; location?: number; visitTime?: number };
}

const MODEL = new LinearModel(RESIDENT_WEIGHTS);
/** Below this confidence a category is better asked for than taken. */
const SURE_ENOUGH = 0.6;
const MOST_ALTERNATIVES = 3;
/**
 * Slots are read by rules that were made on the training texts: how sure they are cannot be learned from the same texts, so
 * that none calls itself certain. They are read back in any case.
 */
const SLOT_CEILING = 0.89;
/** Confidence in what the manager settled by an example. */
const BY_EXAMPLE = 0.95;

interface Judgement<T extends string> {
  value: T;
  confidence: number;
}

const likeliest = <T extends string>(distribution: Distribution | undefined, field: string): Judgement<T> => {
  const [best] = distribution ?? [];
  return { value: best?.value as T, confidence: certainty(RESIDENT_WEIGHTS, field, best?.p ?? 0) };
};

/** The likeliest danger, where any is likely enough to be acted upon. */
function alarm(safety: Distribution): { code: SafetyCode; p: number } | undefined {
  const p = 1 - (safety.find(({ value }) => value === 'none')?.p ?? 1);
  const code = safety.find(({ value }) => value !== 'none')?.value;
  return p >= (RESIDENT_WEIGHTS.alarm ?? 1) ? { code: code as SafetyCode, p } : undefined;
}

function calmUrgency(urgency: Distribution): Judgement<Urgency> {
  return likeliest(
    urgency.filter(({ value }) => value !== 'emergency'),
    'urgency',
  );
}

/** What the signs say, each field with its confidence. A danger is always a report. */
function judge({ signs }: ResidentReading) {
  const { intent = [], category, urgency = [], safety = [] } = MODEL.judge(signs);
  const danger = alarm(safety);
  return {
    danger: danger?.code,
    intent: danger
      ? { value: 'report' as Intent, confidence: certainty(RESIDENT_WEIGHTS, 'intent', danger.p) }
      : likeliest<Intent>(intent, 'intent'),
    category: likeliest<Category>(category, 'category'),
    alternatives: (category ?? []).slice(0, MOST_ALTERNATIVES).map(({ value }) => value as Category),
    urgency: danger
      ? { value: 'emergency' as Urgency, confidence: certainty(RESIDENT_WEIGHTS, 'urgency', danger.p) }
      : calmUrgency(urgency),
  };
}

/** Reads one message of a resident. Pure and deterministic: the same text and time give the same answer. */
export function understandResident(utterance: Utterance): Understood {
  const said = readResident(utterance);
  const { danger, intent, category, urgency, alternatives } = judge(said);
  // A danger is never talked away by an example.
  const settled = danger ? undefined : nearestExample(said.reading.text, utterance.lexicon?.examples ?? []);
  const judged = { category: settled?.category ?? category.value, urgency: settled?.urgency ?? urgency.value };
  const [main, ...also] =
    intent.value === 'report' ? findProblems(said.affirmed, judged, (signs) => MODEL.judge(signs)) : [judged];
  const { place, time, phone } = said;
  return {
    intent: intent.value,
    ...main,
    ...(place && { location: place.location }),
    ...(time && { visitTime: { from: time.from, to: time.to } }),
    ...(phone && { phone }),
    ...(also.length > 0 && { also }),
    ...(danger && { safety: danger }),
    ...(isRepeat(said.reading.text) && { repeat: true as const }),
    ...(!settled && !danger && category.confidence < SURE_ENOUGH && { alternatives }),
    confidence: {
      intent: intent.confidence,
      category: settled ? BY_EXAMPLE : category.confidence,
      urgency: settled?.urgency ? BY_EXAMPLE : urgency.confidence,
      ...(place && { location: Math.min(SLOT_CEILING, place.confidence) }),
      ...(time && { visitTime: Math.min(SLOT_CEILING, time.confidence) }),
    },
  };
}

/** The danger alone, for where nothing else of a message is wanted. */
export function screenSafety(text: string, channel: Channel): SafetyCode | undefined {
  return understandResident({ text, channel, now: new Date(0), timezone: 'UTC' }).safety;
}
