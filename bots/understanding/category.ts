import { CATEGORIES, type Category } from '../../src/domain/categories.js';
import { AROUND, FLOWING, POWERED, type ProblemRow } from './lexicon/problems.js';
import { hideDenied } from './negation.js';

/** How strongly a text speaks of each category, the strongest first. */
export type Evidence = readonly { category: Category; weight: number; at: number }[];

const LEXICON: Partial<Record<Category, readonly ProblemRow[]>> = { ...FLOWING, ...POWERED, ...AROUND };

// A second sign of the same category counts a little; it never outweighs one that is more specific.
const ECHO = 0.15;

function weigh(rows: readonly ProblemRow[], text: string): { weight: number; at: number } {
  let best = 0;
  let sum = 0;
  let at = Number.POSITIVE_INFINITY;
  for (const [weight, pattern] of rows) {
    const m = pattern.exec(text);
    if (!m) continue;
    sum += weight;
    best = Math.max(best, weight);
    at = Math.min(at, m.index);
  }
  return { weight: best + ECHO * (sum - best), at };
}

/** Weighs every category in a text; what the text denies ("不是电梯坏了") counts for nothing. */
export function weighCategories(text: string): Evidence {
  const affirmed = hideDenied(text);
  return CATEGORIES.flatMap((category) => {
    const { weight, at } = weigh(LEXICON[category] ?? [], affirmed);
    return weight > 0 ? [{ category, weight, at }] : [];
  }).sort((a, b) => b.weight - a.weight || a.at - b.at);
}

/** Confidence in the strongest category, from its own weight and its lead over the next. */
export function categoryConfidence([best, next]: Evidence): number {
  if (!best) return 0.3;
  const lead = best.weight - (next?.weight ?? 0);
  if (best.weight >= 8) return lead >= 3 ? 0.95 : lead >= 1 ? 0.85 : 0.6;
  if (best.weight >= 5) return lead >= 2 ? 0.85 : 0.6;
  return 0.5;
}
