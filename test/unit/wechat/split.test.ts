import fc from 'fast-check';
import { MAX_TEXT, splitText } from '../../../bots/wechat/split.js';

describe('long texts', () => {
  it('leaves a short text whole, and nothing of an empty one', () => {
    expect(splitText('您好')).toEqual(['您好']);
    expect(splitText('  ')).toEqual([]);
  });

  it('cuts between lines first, then behind sentences, then behind commas', () => {
    expect(splitText('一二三四五\n六七八九十', 8)).toEqual(['一二三四五', '六七八九十']);
    expect(splitText('一二三四。五六七八九', 8)).toEqual(['一二三四。', '五六七八九']);
    expect(splitText('一二三四,五六七八九', 8)).toEqual(['一二三四,', '五六七八九']);
    expect(splitText('一二三四五六七八九十', 8)).toEqual(['一二三四五六七八', '九十']);
  });

  it('does not cut a number at its point', () => {
    expect(splitText('一共 123.45 元', 8)[0]).not.toMatch(/\.$/);
  });

  it('keeps every part below what WeChat takes', () => {
    expect(splitText('好'.repeat(10_000)).map(({ length }) => length)).toEqual([
      ...Array.from({ length: 5 }, () => MAX_TEXT),
      10_000 - 5 * MAX_TEXT,
    ]);
  });

  it('loses nothing but white space and cuts no character in two', () => {
    const piece = fc.constantFrom('水管', '😀', '漏。', '\n', ' ', 'a', '!', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.integer({ min: 4, max: 20 }), (pieces, max) => {
        const text = pieces.join('');
        const parts = splitText(text, max);
        const bare = (some: string) => some.replace(/\s/g, '');
        return (
          bare(parts.join('')) === bare(text) &&
          parts.every((part) => part.length > 0 && part.length <= max && !/\p{Surrogate}/u.test(part))
        );
      }),
    );
  });
});
