import type { Category, Urgency } from '../../src/domain/categories.js';
import { masked } from './masking.js';
import { type Distribution, likeliest, type Signs } from './network.js';
import { clauses } from './normalise.js';
import { type Affirmed, affirm, residentSigns } from './signs.js';
import { namesThing } from './terms.js';

/** What is wrong, and how soon somebody must act. */
export interface Problem {
  category: Category;
  urgency: Urgency;
}

/** A clause by itself must be this plain about its trade: most second troubles are found by it, and few are invented. */
const PLAIN = 0.99;
/** What people begin a further trouble with; such a clause may be less plain. */
const FURTHER = /^(?:还有|另外|顺便|顺带|对了|also|btw|by the way)/;
const PLAIN_ENOUGH = 0.8;

// After a power cut nothing electrical works: those are no further faults. Water ruins what it reaches.
const CONSEQUENCES: Partial<Record<Category, readonly Category[]>> = {
  electrical: ['hvac', 'appliance', 'network_intercom', 'lift'],
  plumbing: ['structure', 'cleaning', 'electrical'],
  drainage: ['cleaning', 'plumbing'],
  structure: ['plumbing', 'electrical'],
  fire_safety: ['electrical', 'cleaning'],
};

/** The clauses that name a thing. Whether something is wrong with it is for the statistics to say. */
function namingClauses({ text, terms }: Affirmed): Affirmed[] {
  if (terms.filter(namesThing).length < 2) return [];
  const naming = clauses(text)
    .map(affirm)
    .filter((clause) => clause.terms.some(namesThing));
  return naming.length < 2 ? [] : naming;
}

/** Whether all things that a clause names can belong to a trade: then it tells of nothing else. */
const fits = ({ terms }: Affirmed, trade: Category): boolean =>
  terms.filter(namesThing).every(({ entry }) => entry.signs.some((sign) => sign.endsWith(`:${trade}`)));

type Judge = (signs: Signs) => Record<string, Distribution>;

/** The problem that a clause states by itself, where it plainly states one. */
function problemIn(clause: Affirmed, judge: Judge): Problem[] {
  const judged = judge(residentSigns(clause, masked({ text: clause.text, tokens: [] })));
  const [intent, category, urgency] = [judged.intent, judged.category, judged.urgency].map((one = []) =>
    likeliest(one),
  );
  const least = FURTHER.test(clause.text) ? PLAIN_ENOUGH : PLAIN;
  const isPlain = intent?.value === 'report' && category !== undefined && category.p >= least;
  return isPlain && category.value !== 'other'
    ? [{ category: category.value as Category, urgency: urgency?.value as Urgency }]
    : [];
}

/**
 * All problems of a message, the main one first. Clause by clause the statistics are asked again; what follows from the
 * main problem is none of its own, and of two that are equally urgent the first named is the main one.
 */
export function findProblems(said: Affirmed, main: Problem, judge: Judge): [Problem, ...Problem[]] {
  const stated = namingClauses(said).flatMap((clause) =>
    fits(clause, main.category) ? [main] : problemIn(clause, judge),
  );
  const trades = new Set(stated.map(({ category }) => category));
  const each = [...trades].flatMap((trade) => stated.find(({ category }) => category === trade) ?? []);
  const consequences = CONSEQUENCES[main.category] ?? [];
  const others = each.filter(({ category }) => category !== main.category && !consequences.includes(category));
  const [first] = each;
  const isFirst =
    first !== undefined && trades.has(main.category) && others[0] === first && first.urgency === main.urgency;
  return isFirst ? [first, ...others.slice(1), main] : [main, ...others];
}
