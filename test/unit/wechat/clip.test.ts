import fc from 'fast-check';
import { clipOf, wordsOf } from '../../../src/simulators/wechat/clip.js';

describe('a voice clip made from words', () => {
  it('carries its words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (words) => wordsOf(clipOf(words)) === words),
      {
        numRuns: 20,
      },
    );
  });

  it('is a WAV file of the length its header says', () => {
    const clip = clipOf('厨房水管漏水');
    expect(clip.toString('latin1', 0, 4)).toBe('RIFF');
    expect(clip.readUInt32LE(4)).toBe(clip.length - 8);
  });

  it('finds no words in other audio, broken files or nothing', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => wordsOf(Buffer.from(bytes)) === undefined));
    const clip = clipOf('漏水');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: clip.length - 1 }),
        (length) => wordsOf(clip.subarray(0, length)) === undefined,
      ),
    );
  });
});
