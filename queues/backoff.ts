/** The first retry follows after about this many milliseconds; each further one after twice the time, up to the cap. */
const FIRST_MS = 1_000;
const CAP_MS = 5 * 60_000;

/** The name under which jobs ask for it. */
export const BACKOFF = 'capped-exponential';

/**
 * Milliseconds to wait before the next try, after `attemptsMade` (1 and up) have failed. Between half and the whole of the exponential step, at
 * random, so that jobs that failed together do not come back together.
 */
export const backoffMs = (attemptsMade: number, random: () => number = Math.random, firstMs = FIRST_MS): number => {
  const step = Math.min(CAP_MS, firstMs * 2 ** (attemptsMade - 1));
  return Math.round(step * (0.5 + random() / 2));
};
