import fc from 'fast-check';
import { createPace, speakingTime } from '../../../../src/simulators/phone/pace.js';
import type { Timer } from '../../../../src/simulators/phone/types.js';

function waits(scale: number, patience: number) {
  const set = new Map<object, { run: () => void; milliseconds: number }>();
  const timer: Timer = {
    setTimeout(run, milliseconds) {
      const handle = {};
      set.set(handle, { run, milliseconds });
      return handle;
    },
    clearTimeout: (handle) => void set.delete(handle as object),
  };
  return { set, pace: createPace({ timer, scale: () => scale, patience }) };
}
const lengthOf = (scale: number, patience: number, milliseconds: number) => {
  const { set, pace } = waits(scale, patience);
  pace.after(milliseconds, () => {});
  return [...set.values()][0]?.milliseconds;
};

describe('the pace of the network', () => {
  it('is real time at scale one', () => {
    expect(lengthOf(1, 8_000, 25_000)).toBe(25_000);
  });

  it('follows the time scale down to what a person needs', () => {
    expect(lengthOf(2, 8_000, 25_000)).toBe(12_500);
    expect(lengthOf(3_600, 8_000, 25_000)).toBe(8_000);
    expect(lengthOf(3_600, 8_000, 500)).toBe(500);
    expect(lengthOf(3_600, 0, 3_600)).toBe(1);
  });

  it('never waits longer than the real time, nor less than the scaled time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600 }), fc.nat(10_000), fc.nat(100_000), (scale, patience, length) => {
        const real = lengthOf(scale, patience, length) ?? -1;
        expect(real).toBeLessThanOrEqual(length);
        expect(real).toBeGreaterThanOrEqual(length / scale);
        expect(real).toBeGreaterThanOrEqual(Math.min(length, patience));
      }),
    );
  });

  it('stops waiting when interrupted, and leaves no timer behind', async () => {
    const { set, pace } = waits(1, 0);
    const stop = new AbortController();
    const waiting = pace.wait(5_000, stop.signal);
    stop.abort('hung up');
    await expect(waiting).rejects.toBe('hung up');
    expect(set.size).toBe(0);
    await expect(pace.wait(1, stop.signal)).rejects.toBe('hung up');
  });

  it('drops everything when stopped', () => {
    const { set, pace } = waits(1, 0);
    pace.after(1, () => {});
    pace.after(2, () => {});
    pace.stop();
    expect(set.size).toBe(0);
  });

  it('takes longer to say more', () => {
    expect(speakingTime('您好')).toBeLessThan(speakingTime('您好,请问您要报修什么问题?'));
    expect(speakingTime('')).toBeGreaterThan(0);
  });
});
