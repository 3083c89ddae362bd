import type { Clock } from '../../src/ports.js';

export interface FakeClock extends Clock {
  /** Moves the time on. */
  advance(minutes: number): void;
  set(moment: Date): void;
}

/** A clock that stands still until a test moves it. */
export function fakeClock(start = new Date('2026-03-10T02:00:00Z')): FakeClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    delayUntil: (moment) => Math.max(0, moment.getTime() - now),
    advance(minutes) {
      now += minutes * 60_000;
    },
    set(moment) {
      now = moment.getTime();
    },
  };
}
