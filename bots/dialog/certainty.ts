/**
 * How sure is sure enough. Understanding's confidences are calibrated: of the answers given with 0.8, four in five are right.
 * So each threshold says how often its decision may be wrong, and what that costs decides.
 */

/** Begins something where nothing is under way: likelier right than wrong, and the read-back catches the rest. */
export const SURE_ENOUGH = 0.5;

/** Below this a category is asked for: four wrong technicians in ten cost more than one short question. */
export const CLEAR = 0.6;

/** A further problem or another report in between, a technician's order: asking again costs less than undoing it. */
export const LIKELY = 0.8;

/** Leaves the question at hand, or takes thanks for "solved": mistaken, it loses what was said. */
export const SURE = 0.9;
