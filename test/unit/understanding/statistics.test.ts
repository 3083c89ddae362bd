import fc from 'fast-check';
import { gramsOf } from '../../../bots/understanding/grams.js';
import { repairHomophones } from '../../../bots/understanding/homophones.js';
import { WORDS } from '../../../bots/understanding/lexicon/words.js';
import { certainty, gramStrength, LinearModel, type PackedModel } from '../../../bots/understanding/linear-model.js';
import { masked } from '../../../bots/understanding/masking.js';
import { readResident } from '../../../bots/understanding/resident-reading.js';
import { timeTokens } from '../../../bots/understanding/time-tokens.js';
import { NOW, ZONE } from './support.js';

const channel = fc.constantFrom('chat' as const, 'speech' as const);

describe('grams', () => {
  it('are runs of one to three characters, with the ends of the message', () => {
    expect([...gramsOf('水管漏')].sort()).toEqual(
      ['^', '^水', '^水管', '水', '水管', '水管漏', '管', '管漏', '管漏$', '漏', '漏$', '$'].sort(),
    );
  });

  it('take an English word as one unit', () => {
    const grams = gramsOf("ac doesn't cool 空调");
    for (const gram of ['ac', "doesn't", 'cool', '空', 'cool空', 'cool空调', '^ac', '调$'])
      expect(grams).toContain(gram);
    for (const piece of ['a', 'c', 'co', 'doesn', 't', ' ']) expect(grams).not.toContain(piece);
  });

  it('count once, however often they are said', () => {
    expect(gramsOf('漏漏漏漏漏漏漏')).toEqual(gramsOf('漏漏漏漏'));
    expect(gramsOf('漏漏漏漏').size).toBe(9);
  });

  it('of nothing are the ends alone', () => {
    expect([...gramsOf('')].sort()).toEqual(['^', '^$', '$'].sort());
    expect(gramsOf('   ')).toEqual(gramsOf(''));
  });

  it('do not tell blanks apart', () => {
    expect(gramsOf('the  lift is\tstuck')).toEqual(gramsOf('the lift is stuck'));
  });

  it('are at most three for each unit, and one more at either end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'水管漏了ab 12,□'), maxLength: 60 }), (text) => {
        const units = text.match(/[a-z]+|\S/g)?.length ?? 0;
        expect(gramsOf(text).size).toBeLessThanOrEqual(3 * (units + 2) - 3);
      }),
    );
  });
});

/** The message as the statistics see it, by its one-character grams. */
const unitsOf = (text: string) =>
  readResident({ text, channel: 'chat', now: NOW, timezone: ZONE }).signs.grams as ReadonlySet<string>;

describe('masking', () => {
  it.each([
    ['3栋2单元502水管漏水', '8栋1单元1203水管漏水'],
    ['明天下午来修水管', '后天上午来修水管'],
    ['水管漏了3天', '水管漏了12天'],
    ['水管漏水,13800138000', '水管漏水,13912345678'],
    ['三栋二单元五零二水管漏水', '5栋3单元101水管漏水'],
  ])('makes "%s" and "%s" the same', (a, b) => expect([...unitsOf(a)].sort()).toEqual([...unitsOf(b)].sort()));

  it('leaves the trouble as it was said', () => {
    const units = unitsOf('3栋2单元502水管漏水,明天下午来,电话13800138000');
    for (const gram of ['□', '◇', '☎', '水管漏', '漏水']) expect(units).toContain(gram);
    for (const gram of ['栋', '单元', '明天', '下午', '0', '3', '138']) expect(units).not.toContain(gram);
  });

  it('makes numbers one mark, however long, and runs of a mark a single one', () => {
    expect(masked({ text: '表上12345度,又12度', tokens: [] })).toBe('表上0度,又0度');
    expect(masked({ text: '□□□□漏水□□,☎☎☎', tokens: [] })).toBe('□漏水□,☎');
  });

  it('marks each kind of time with its own sign, and keeps what stands around it', () => {
    const text = '昨晚8点开始漏,明天来';
    const mask = masked(timeTokens(text));
    expect(mask).toMatch(/^▽.*开始漏,◇来$/);
  });

  it('leaves of a number nothing but its mark', () => {
    const words = fc.constantFrom(
      ...'3栋|2单元|502|五零二|明天|下午|三点|3点半|8:30|昨晚|11.25|周六|半小时后|13800138000|幺三八|1024|15元|W-1024|漏水|电梯|,| |０１２|5月3日|负一楼|2026'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), channel, (said, by) => {
        const { grams } = readResident({ text: said.join(''), channel: by, now: NOW, timezone: ZONE }).signs;
        for (const gram of grams) expect(gram).not.toMatch(/[1-9]/);
      }),
      { numRuns: 500 },
    );
  });
});

/** Two fields with two and three values; three features, of which two are grams. */
const model = (changes: Partial<PackedModel> = {}): PackedModel => ({
  fields: { weather: ['dry', 'wet'], size: ['small', 'middle', 'large'] },
  features: '雨\n晴\n#flood',
  weights: Buffer.from(Int8Array.of(-20, 40, 0, 0, 0, 60, -60, 0, 0, 0, 0, 10, -127, 0, 127)).toString('base64'),
  scales: [0.05, 0.05, 0.02, 0.02, 0.02],
  bias: [0.1, -0.1, 0, 0.5, 0],
  certainty: {
    weather: [
      [0.5, 0.4],
      [0.7, 0.6],
      [0.9, 0.95],
    ],
  },
  ...changes,
});
const judge = (grams: string[], rules: [string, number][] = []) =>
  new LinearModel(model()).judge({ grams: new Set(grams), rules });
const chance = (distribution: readonly { value: string; p: number }[] | undefined, value: string) =>
  distribution?.find((one) => one.value === value)?.p ?? Number.NaN;

describe('linear model', () => {
  const anything = fc.record({
    grams: fc.array(fc.constantFrom('雨', '晴', '#flood', '雪', ''), { maxLength: 5 }),
    rules: fc.array(fc.tuple(fc.constantFrom('#flood', '#unknown', '雨'), fc.double({ min: 0, max: 50, noNaN: true }))),
  });

  it('gives every field a distribution: all values once, the likeliest first, one in sum', () => {
    fc.assert(
      fc.property(anything, ({ grams, rules }) => {
        for (const [field, values] of Object.entries(model().fields)) {
          const distribution = judge(grams, rules)[field] ?? [];
          expect(distribution.map(({ value }) => value).sort()).toEqual([...values].sort());
          const chances = distribution.map(({ p }) => p);
          expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          expect(chances).toEqual([...chances].sort((a, b) => b - a));
          expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('with nothing to go on follows its bias', () => {
    const { weather, size } = judge([]);
    expect([weather?.[0]?.value, size?.[0]?.value]).toEqual(['dry', 'middle']);
    expect(chance(weather, 'dry')).toBeCloseTo(1 / (1 + Math.exp(-0.2)), 9);
  });

  it('adds up what is known, in steps of each column', () => {
    const step = 0.05 * (40 - -20) * gramStrength(1) - 0.2;
    expect(chance(judge(['雨']).weather, 'wet')).toBeCloseTo(1 / (1 + Math.exp(-step)), 9);
    expect(judge(['晴']).weather?.[0]?.value).toBe('dry');
  });

  it('weighs a sign of a rule by its strength, and touches no other field', () => {
    const [weak, strong] = [1, 3].map((strength) => judge([], [['#flood', strength]]));
    expect(chance(strong?.size, 'large')).toBeGreaterThan(chance(weak?.size, 'large'));
    expect(strong?.size?.[0]?.value).toBe('large');
    expect(judge(['雨']).size).toEqual(judge([]).size);
  });

  it('does not see what it does not know', () => {
    expect(judge(['雨', '雪', '雾', '雹'], [['#unknown', 9]])).toEqual(judge(['雨']));
  });

  it('lets no gram of a long message be louder than in a short one', () => {
    const strengths = [1, 2, 5, 20, 100, 1_000].map(gramStrength);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(strengths.every((one) => one > 0)).toBe(true);
  });

  it('holds for sums that no power could', () => {
    const { size } = judge([], [['#flood', 1e6]]);
    expect(size?.map(({ p }) => p)).toEqual([1, 0, 0]);
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

describe('repair of homophones', () => {
  it.each([
    ['水官一直楼水', '水管一直漏水'],
    ['电体坏了', '电梯坏了'],
    ['马捅堵了', '马桶堵了'],
  ])('%s → %s', (text, repaired) => expect(repairHomophones(text, 'chat')).toBe(repaired));

  // Characters of repair words and of answers, and others that sound like them.
  const CHARACTERS = [
    ...new Set(`${WORDS.join('')}官楼体捅题店停店赌形号豪休布步部美每妹友事试队以疑可是的好不没有未别无否对行要`),
  ];
  const said = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 40 });

  it('keeps the length, whatever is said', () => {
    fc.assert(
      fc.property(fc.oneof(said, fc.string({ unit: 'binary', maxLength: 60 })), channel, (text, by) =>
        expect(repairHomophones(text, by)).toHaveLength(text.length),
      ),
      { numRuns: 1_000 },
    );
  });

  it('is done after one time', () => {
    for (const word of WORDS)
      for (const by of ['chat', 'speech'] as const) expect(repairHomophones(word, by)).toBe(word);
  });

  it('never writes in a word of not', () => {
    const NOT = /[不没未别无否冇非]/;
    fc.assert(
      fc.property(said, channel, (text, by) => {
        const repaired = repairHomophones(text, by);
        for (const [i, c] of [...repaired].entries()) if (c !== text.charAt(i)) expect(c).not.toMatch(NOT);
      }),
      { numRuns: 2_000 },
    );
    for (const text of ['布满意', '布慢意', '步满意', '梅好', '美有', '位修好'])
      for (const by of ['chat', 'speech'] as const) expect(repairHomophones(text, by)).not.toMatch(NOT);
  });

  it.each([
    '不好',
    '布好',
    '好',
    '号',
    '不是',
    '不试',
    '没有',
    '没友',
    '可以',
    '可疑',
    '不行',
    '不形',
    '对',
    '队',
    '是的',
    '事的',
  ])('leaves the answer "%s" as it was said', (answer) => {
    for (const by of ['chat', 'speech'] as const) expect(repairHomophones(answer, by)).toBe(answer);
  });
});
