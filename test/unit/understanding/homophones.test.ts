import fc from 'fast-check';
import { repairHomophones } from '../../../bots/understanding/homophones.js';
import { WORDS } from '../../../bots/understanding/lexicon/words.js';
import { channel } from './support.js';

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
