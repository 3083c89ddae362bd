import type { Category, SafetyCode, Urgency } from '../../src/domain/categories.js';
import type { Location } from '../../src/domain/location.js';
import { nearestExample } from './examples.js';
import type { Channel } from './homophones.js';
import { type Chance, certainty, type Distribution, likeliest, Network } from './network.js';
import { findProblems, type Problem } from './problems.js';
import { type ResidentReading, readResident, type Utterance } from './resident-reading.js';
import { namesThing } from './terms.js';
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

const MODEL = new Network(RESIDENT_WEIGHTS);
/** Below this confidence a category is better asked for than taken. */
const SURE_ENOUGH = 0.6;
const MOST_ALTERNATIVES = 3;
/**
 * Slots are read by rules that were made on the training texts: how sure they are cannot be learned from the same texts, so
 * that none calls itself certain. They are read back in any case.
 */
const SLOT_CEILING = 0.89;
const HINTED = 0.5;
/** Confidence in what the manager settled by an example. */
const BY_EXAMPLE = 0.95;

interface Judgement<T extends string> {
  value: T;
  confidence: number;
}

/** The likeliest value with its confidence. */
function decided<T extends string>(distribution: Distribution, field: string): Judgement<T> {
  const best = likeliest(distribution);
  return { value: best?.value as T, confidence: certainty(RESIDENT_WEIGHTS, field, best?.p ?? 0) };
}

const isDanger = ({ value }: Chance) => value !== 'none';

/** The likeliest danger, where any is likely enough to be acted upon. */
function alarm(safety: Distribution): { code: SafetyCode; p: number } | undefined {
  const dangers = safety.filter(isDanger);
  const p = dangers.reduce((sum, danger) => sum + danger.p, 0);
  return p >= (RESIDENT_WEIGHTS.alarm ?? 1) ? { code: likeliest(dangers)?.value as SafetyCode, p } : undefined;
}

const withoutAlarm = (urgency: Distribution) => urgency.filter(({ value }) => value !== 'emergency');

/** What the signs say, each field with its confidence. A danger is always a report. */
function judge({ signs }: ResidentReading) {
  const { intent = [], category = [], urgency = [], safety = [] } = MODEL.judge(signs);
  const danger = alarm(safety);
  const byDanger = <T extends string>(value: T, field: string): Judgement<T> => ({
    value,
    confidence: certainty(RESIDENT_WEIGHTS, field, danger?.p ?? 0),
  });
  return {
    danger: danger?.code,
    intent: danger ? byDanger<Intent>('report', 'intent') : decided<Intent>(intent, 'intent'),
    category: decided<Category>(category, 'category'),
    categories: category,
    urgency: danger ? byDanger<Urgency>('emergency', 'urgency') : decided<Urgency>(withoutAlarm(urgency), 'urgency'),
  };
}

/** The likeliest categories, to choose from. */
const alternatives = (categories: Distribution): Category[] =>
  [...categories]
    .sort((a, b) => b.p - a.p)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ value }) => value as Category);

/** Names everything. */
const ANYTHING = '东西';

/** A report that names no thing at all ("有点问题") only hints at one: it is asked for, however sure it is that none is named. */
const isHint = (intent: Intent, category: Category, { affirmed }: ResidentReading): boolean =>
  intent === 'report' &&
  category === 'other' &&
  !affirmed.terms.some((term) => namesThing(term) && term.entry.word !== ANYTHING);

/** Reads one message of a resident. Pure and deterministic: the same text and time give the same answer. */
export function understandResident(utterance: Utterance): Understood {
  const said = readResident(utterance);
  const { danger, intent, category, urgency, categories } = judge(said);
  const sure = isHint(intent.value, category.value, said) ? Math.min(HINTED, category.confidence) : category.confidence;
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
    ...(said.affirmed.isRepeat && { repeat: true as const }),
    ...(!settled && !danger && sure < SURE_ENOUGH && { alternatives: alternatives(categories) }),
    confidence: {
      intent: intent.confidence,
      category: settled ? BY_EXAMPLE : sure,
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
