import { type Category, compareUrgency, type SafetyCode, type Urgency } from '../../src/domain/categories.js';
import type { Location } from '../../src/domain/location.js';
import { categoryConfidence, type Evidence, weighCategories } from './category.js';
import { type Intent, judgeIntent } from './intent.js';
import { FAULTY } from './lexicon/problems.js';
import { clauses } from './normalise.js';
import { findPhone } from './phone-number.js';
import type { Channel } from './pinyin.js';
import { findPlace } from './places.js';
import { type Reading, read } from './reading.js';
import { isRepeat } from './repeat.js';
import { findDanger } from './safety.js';
import { findVisitTime, type VisitTime } from './times.js';
import { judgeUrgency } from './urgency.js';

export interface Utterance {
  text: string;
  channel: Channel;
  now: Date;
  /** IANA name; times in the message are of this zone. */
  timezone: string;
}

export interface Problem {
  category: Category;
  urgency: Urgency;
}

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
  confidence: { intent: number; category: number; urgency: number; location?: number; visitTime?: number };
}

const CATEGORY_OF_DANGER: Record<SafetyCode, Category> = {
  gas: 'gas',
  fire: 'fire_safety',
  sparks: 'electrical',
  lift_entrapment: 'lift',
  burst_pipe: 'plumbing',
  flooding: 'plumbing',
  injury: 'other',
};

/** A clause states a problem of its own when a thing and its fault stand in it. */
const OWN_PROBLEM = 8;
// After a power cut nothing electrical works: those are no further faults. Water ruins what it reaches.
const CONSEQUENCES: Partial<Record<Category, readonly Category[]>> = {
  electrical: ['hvac', 'appliance', 'network_intercom', 'lift'],
  plumbing: ['structure', 'cleaning'],
  drainage: ['cleaning', 'plumbing'],
  structure: ['plumbing'],
  fire_safety: ['electrical'],
};

interface Found extends Problem {
  weight: number;
}

function problemsOf(text: string): Found[] {
  const found = new Map<Category, Found>();
  for (const clause of clauses(text)) {
    const [best] = weighCategories(clause);
    if (!best || best.weight < OWN_PROBLEM || !FAULTY.test(clause)) continue;
    const { urgency } = judgeUrgency(clause, findDanger(clause), true);
    const before = found.get(best.category);
    if (!before || compareUrgency(urgency, before.urgency) < 0)
      found.set(best.category, { category: best.category, urgency, weight: best.weight });
  }
  return [...found.values()];
}

function categoryOf(evidence: Evidence, problems: readonly Found[], safety: SafetyCode | undefined): Category {
  const worst = problems.length > 1 ? [...problems].sort((a, b) => compareUrgency(a.urgency, b.urgency))[0] : undefined;
  const best = worst?.category ?? (evidence[0] && evidence[0].weight >= 4 ? evidence[0].category : undefined);
  if (!safety) return best ?? 'other';
  if (safety === 'lift_entrapment' || safety === 'gas') return CATEGORY_OF_DANGER[safety];
  // A socket on fire is work for an electrician; a danger that names no thing has a category of its own.
  return best && (evidence[0]?.weight ?? 0) >= OWN_PROBLEM ? best : CATEGORY_OF_DANGER[safety];
}

function others(category: Category, problems: readonly Found[]): Problem[] {
  const expected = CONSEQUENCES[category] ?? [];
  return problems
    .filter((problem) => problem.category !== category && !expected.includes(problem.category))
    .map(({ category: also, urgency }) => ({ category: also, urgency }));
}

function confidenceInCategory(evidence: Evidence, category: Category, isTalk: boolean): number {
  if (category === 'other') return isTalk ? 0.85 : 0.3;
  return evidence[0]?.category === category ? categoryConfidence(evidence) : 0.7;
}

/** Reads one message of a resident. Pure and deterministic: the same text and time give the same answer. */
export function understandResident({ text: raw, channel, now, timezone }: Utterance): Understood {
  const reading: Reading = read(raw, channel);
  const { text } = reading;
  const safety = findDanger(text);
  const evidence = weighCategories(text);
  const problems = problemsOf(text);
  const { intent, confidence: intentConfidence } = judgeIntent(text, {
    problem: evidence[0]?.weight ?? 0,
    isFaulty: FAULTY.test(text),
    isDangerous: safety !== undefined,
  });
  const isKindWord = intent === 'praise' || intent === 'thanks';
  const category = isKindWord ? 'other' : categoryOf(evidence, problems, safety);
  const { urgency, confidence: urgencyConfidence } = judgeUrgency(
    text,
    safety,
    intent === 'report' || intent === 'urge' || intent === 'complaint',
  );
  const also = isKindWord ? [] : others(category, problems);
  const place = findPlace(reading);
  const phone = findPhone(reading.digits);
  const hidden = [...(place?.spans ?? []), ...(phone ? [[phone.at, phone.end] as const] : [])];
  const time = findVisitTime(reading, now, timezone, hidden);
  return {
    intent,
    category,
    urgency,
    ...(place && { location: place.location }),
    ...(time && { visitTime: { from: time.from, to: time.to } }),
    ...(phone && { phone: phone.phone }),
    ...(also.length > 0 && { also }),
    ...(safety && { safety }),
    ...(isRepeat(text) && { repeat: true as const }),
    confidence: {
      intent: intentConfidence,
      category: confidenceInCategory(evidence, category, intent !== 'report'),
      urgency: urgencyConfidence,
      ...(place && { location: place.confidence }),
      ...(time && { visitTime: time.confidence }),
    },
  };
}
