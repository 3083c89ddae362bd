import fc from 'fast-check';
import { createClock } from '../../src/clock.js';

describe('clock', () => {
  it('is the wall clock by default', () => {
    let real = 1_000_000;
    const clock = createClock({}, () => real);
    real += 5000;
    expect(clock.now()).toEqual(new Date(1_005_000));
    expect(clock.delayUntil(new Date(1_065_000))).toBe(60_000);
    expect(clock.delayUntil(new Date(0))).toBe(0);
  });

  it('runs scaled: an hour of its time passes in a minute at 60', () => {
    let real = 0;
    const clock = createClock({ scale: 60 }, () => real);
    real += 60_000;
    expect(clock.now()).toEqual(new Date(3_600_000));
    expect(clock.delayUntil(new Date(7_200_000))).toBe(60_000);
  });

  it('never runs backwards, however the scale is changed and whenever it is restored', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 3600 })), { maxLength: 20 }), (steps) => {
        let real = 0;
        let clock = createClock({}, () => real);
        let last = clock.now();
        for (const [wait, scale] of steps) {
          real += wait;
          clock = createClock(clock.setScale(scale), () => real);
          expect(clock.now() >= last).toBe(true);
          last = clock.now();
        }
      }),
    );
  });
});
