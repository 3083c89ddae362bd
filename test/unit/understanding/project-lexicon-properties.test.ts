import fc from 'fast-check';
import { parseLexicon, understandResident } from '../../../bots/understanding/index.js';
import { normalise } from '../../../bots/understanding/normalise.js';
import { NOW, ZONE } from './support.js';

describe('for any source', () => {
  const PIECES =
    '楼栋|地点|词语|例句|building|place|word|example|constructor|__proto__| |\u3000|\t|=|＝| = |#|＃|望江楼|小白箱|银杏广场|8|B座|电梯|公共设施|, |急|没有|不|梯|.*|[|(|\\|$|\n|\n|\r\n|\r|\u2028|\ufeff|😀|\ud83d|。';
  const source = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...PIECES.split('|')), { maxLength: 60 }).map((all) => all.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
  const isBlank = (line: string) =>
    normalise(
      line
        .replaceAll('＝', '=')
        .replace(/(?:^|\s)[#＃].*/s, '')
        .replaceAll('\t', ' '),
    ) === '';

  it('never throws, and every line is an entry, refused with a reason, or blank', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { size, refused } = parseLexicon(text);
        const lines = text.split(/\r\n?|\n/);
        expect(size + refused.length + lines.filter(isBlank).length).toBe(lines.length);
        for (const { line, reason } of refused) {
          expect(isBlank(lines[line - 1] ?? '')).toBe(false);
          expect(reason).not.toBe('');
        }
        expect(new Set(refused.map(({ line }) => line)).size).toBe(refused.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives a lexicon that any message can be read with', () => {
    fc.assert(
      fc.property(
        source,
        fc.string({ unit: fc.constantFrom(...'望江楼小白箱银杏广场8栋没电.*[') }),
        (text, message) => {
          const { lexicon } = parseLexicon(text);
          const utterance = { text: message, channel: 'chat' as const, now: NOW, timezone: ZONE, lexicon };
          expect(understandResident(utterance)).toEqual(understandResident(utterance));
        },
      ),
      { numRuns: 300 },
    );
  });
});
