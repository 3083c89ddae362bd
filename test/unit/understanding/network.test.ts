import fc from 'fast-check';
import { keysOf } from '../../../bots/understanding/grams.js';
import {
  certainty,
  type Distribution,
  gramStrength,
  likeliest,
  Network,
  type PackedNetwork,
  RULE_STRENGTH,
} from '../../../bots/understanding/network.js';

/** Rows of signed bytes, as they are shipped. */
const packed = (...rows: number[][]) => Int8Array.from(rows.flat());

/** Two fields with two and three values; two grams and a sign, no hidden units. */
const model = (changes: Partial<PackedNetwork> = {}): PackedNetwork => ({
  fields: { weather: ['dry', 'wet'], size: ['small', 'middle', 'large'] },
  ...{ words: [], keys: Float64Array.from(keysOf(['晴', '雨']).keys.values()) },
  rules: ['#flood'],
  weights: packed([60, -60, 0, 0, 0], [-20, 40, 0, 0, 0], [0, 10, -127, 0, 127]),
  scales: [0.05, 0.05, 0.02, 0.02, 0.02],
  bias: [0.1, -0.1, 0, 0.5, 0],
  outward: [],
  certainty: {
    weather: [
      [0.5, 0.4],
      [0.7, 0.6],
      [0.9, 0.95],
    ],
  },
  ...changes,
});
const judge = (text: string, rules: string[] = [], network = model()) =>
  new Network(network).judge({ text, rules: new Set(rules) });
const chance = (distribution: Distribution | undefined, value: string) =>
  distribution?.find((one) => one.value === value)?.p ?? Number.NaN;
const best = (distribution: Distribution = []) => likeliest(distribution)?.value;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('network', () => {
  it('gives every field a distribution: all values once, one in sum', () => {
    const text = fc.string({ unit: fc.constantFrom('雨', '晴', '雪', '#', 'flood'), maxLength: 5 });
    const rules = fc.subarray(['#flood', '#unknown', '雨']);
    fc.assert(
      fc.property(text, rules, (said, signs) => {
        for (const [field, values] of Object.entries(model().fields)) {
          const distribution = judge(said, signs)[field] ?? [];
          expect(distribution.map(({ value }) => value)).toEqual(values);
          const chances = distribution.map(({ p }) => p);
          expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
          expect(chance(distribution, best(distribution) ?? '')).toBe(Math.max(...chances));
        }
      }),
    );
  });

  it('with nothing to go on follows its bias', () => {
    const { weather, size } = judge('');
    expect([best(weather), best(size)]).toEqual(['dry', 'middle']);
    expect(chance(weather, 'dry')).toBeCloseTo(logistic(0.2), 9);
  });

  it('adds up what is known, in steps of each column', () => {
    const step = 0.05 * (40 - -20) * gramStrength(1) - 0.2;
    expect(chance(judge('雨').weather, 'wet')).toBeCloseTo(logistic(step), 9);
    expect(best(judge('晴').weather)).toBe('dry');
    const both = 0.05 * (40 - -20 - 60 - 60) * gramStrength(2) - 0.2;
    expect(chance(judge('雨晴雨').weather, 'wet')).toBeCloseTo(logistic(both), 9);
  });

  it('weighs a sign of a rule by its strength, and touches no other field', () => {
    const step = 0.05 * 10 * RULE_STRENGTH - 0.2;
    expect(chance(judge('', ['#flood']).weather, 'wet')).toBeCloseTo(logistic(step), 9);
    expect(best(judge('', ['#flood']).size)).toBe('large');
    expect(judge('雨').size).toEqual(judge('').size);
  });

  it('does not take a sign for a gram, or a gram for a sign', () => {
    expect(judge('#flood')).toEqual(judge(''));
    expect(judge('', ['雨'])).toEqual(judge(''));
  });

  it('does not see what it does not know', () => {
    expect(judge('雪雾雨雹', ['#unknown'])).toEqual(judge('雨'));
  });

  it('lets hidden units speak only where they are open', () => {
    // One unit more: opened by rain, closed by sun; it makes things large.
    const hidden = model({
      weights: packed([0, 0, 0, 0, 0, -100], [0, 0, 0, 0, 0, 100], [0, 0, 0, 0, 0, 0]),
      scales: [0.05, 0.05, 0.02, 0.02, 0.02, 0.01],
      bias: [0, 0, 0, 0, 0, 0],
      outward: [0, 0, 0, 0, 2],
    });
    const opened = Math.exp(2 * gramStrength(1));
    expect(chance(judge('雨', [], hidden).size, 'large')).toBeCloseTo(opened / (opened + 2), 9);
    expect(chance(judge('晴', [], hidden).size, 'large')).toBeCloseTo(1 / 3, 9);
    expect(chance(judge('雨', [], hidden).weather, 'wet')).toBeCloseTo(1 / 2, 9);
  });

  it('lets no gram of a long message be louder than in a short one', () => {
    const strengths = [1, 2, 5, 20, 100, 1_000].map(gramStrength);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(strengths.every((one) => one > 0)).toBe(true);
  });

  it('holds for sums that no power could', () => {
    const { size } = judge('', ['#flood'], model({ scales: [1, 1, 1e6, 1e6, 1e6] }));
    expect(size?.map(({ p }) => p)).toEqual([0, 0, 1]);
  });
});

describe('certainty', () => {
  it.each([
    [0.5, 0.4],
    [0.6, 0.5],
    [0.7, 0.6],
    [0.8, 0.775],
    [0.9, 0.95],
  ])('of a probability of %d is %d, on a straight line between two points', (raw, right) =>
    expect(certainty(model(), 'weather', raw)).toBeCloseTo(right, 9),
  );

  it.each([
    [0, 0.4],
    [0.49, 0.4],
    [0.91, 0.95],
    [1, 0.95],
  ])('of a probability of %d, beyond the ends, is that of the end', (raw, right) =>
    expect(certainty(model(), 'weather', raw)).toBe(right),
  );

  it('never leaves the range of its points', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (raw) => {
        const right = certainty(model(), 'weather', raw);
        expect(right >= 0.4 && right <= 0.95).toBe(true);
      }),
    );
  });

  it('is the probability itself where nothing is known', () => expect(certainty(model(), 'size', 0.37)).toBe(0.37));
});
