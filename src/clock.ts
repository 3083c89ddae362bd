import type { Clock } from './ports.js';

/** A clock that can run faster than the wall's, for the demonstration. */
export interface ScaledClock extends Clock {
  scale(): number;
  setScale(scale: number): ClockState;
}

/** What must be kept so that the demonstration's time does not jump back at a restart. */
export interface ClockState {
  realAt: number;
  virtualAt: number;
  scale: number;
}

/**
 * @param initial where the demonstration's time stood; without it the time is the wall's.
 * @param real milliseconds of the wall's clock.
 */
export function createClock(initial: Partial<ClockState> = {}, real: () => number = Date.now): ScaledClock {
  const start = real();
  let state: ClockState = { realAt: start, virtualAt: start, scale: 1, ...initial };
  const nowMs = () => state.virtualAt + (real() - state.realAt) * state.scale;
  return {
    now: () => new Date(nowMs()),
    delayUntil: (moment) => Math.max(0, Math.ceil((moment.getTime() - nowMs()) / state.scale)),
    scale: () => state.scale,
    setScale(scale) {
      state = { virtualAt: nowMs(), realAt: real(), scale };
      return state;
    },
  };
}
