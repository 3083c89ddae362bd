import fc from 'fast-check';
import { GramIndex, gramsOf, keysOf } from '../../../bots/understanding/grams.js';

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
    expect(grams).toContain("ac doesn't cool");
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

/** Knows these grams, in the order of their keys. */
function indexOf(grams: Iterable<string>): { index: GramIndex; inOrder: string[] } {
  const { words, keys } = keysOf([...grams]);
  const inOrder = [...keys].sort(([, a], [, b]) => a - b);
  const index = new GramIndex(
    words,
    Float64Array.from(inOrder, ([, key]) => key),
  );
  return { index, inOrder: inOrder.map(([gram]) => gram) };
}

describe('the index of grams', () => {
  const words = fc.constantFrom(..."水|管|漏|𠮷|a|ab|abc|can't|'|can|t|#|0|□|,| |^|$".split('|'));
  const said = fc.array(words, { maxLength: 20 }).map((all) => all.join(''));

  it('finds what a message has of the grams it knows, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 5 }), said, fc.boolean(), (known, text, isKnown) => {
        const grams = new Set([...known, ...(isKnown ? [text] : [])].flatMap((one) => [...gramsOf(one)]));
        const { index, inOrder } = indexOf(grams);
        const found = index.numbersIn(text).map((number) => inOrder[number]);
        expect(found.sort()).toEqual([...gramsOf(text)].filter((gram) => grams.has(gram)).sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same for a message after any other', () => {
    const { index } = indexOf([...gramsOf('水管漏水'), ...gramsOf('the lift')]);
    const alone = index.numbersIn('水管漏了');
    index.numbersIn('the lift is stuck');
    expect(index.numbersIn('水管漏了')).toEqual(alone);
  });
});
