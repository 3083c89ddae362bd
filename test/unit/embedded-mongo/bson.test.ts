import { Binary, Long, ObjectId } from 'bson';
import { type Doc, decode, encode } from '../../../src/embedded/mongo/bson.js';

const MIB = 1024 * 1024;
const MOST = 16 * MIB + 16 * 1024;

describe('encoding', () => {
  /** A document of so many bytes. */
  const ofSize = (bytes: number): Doc => ({ text: 'x'.repeat(bytes - encode({ text: '' }).length) });

  it('takes a document of the largest size', () => {
    const raw = encode(ofSize(MOST));
    expect(raw).toHaveLength(MOST);
    expect((decode(raw).text as string).length).toBe((ofSize(MOST).text as string).length);
  });

  it.each([MOST + 1, 17 * MIB - 1, 17 * MIB, 17 * MIB + 1, 17 * MIB + 2, 20 * MIB])(
    'refuses one of %d bytes',
    (bytes) => {
      expect(() => encode(ofSize(bytes))).toThrow(
        expect.objectContaining({ code: 10334, message: expect.stringContaining(`size: ${bytes} `) }),
      );
    },
  );

  it.each<[string, unknown]>([
    ['a short text', 'b'],
    ['a longer text', 'b'.repeat(100)],
    ['wide characters', '水'.repeat(100)],
    ['a number', 0.5],
    ['a long number', Long.MAX_VALUE],
    ['nothing', null],
    ['a date', new Date(0)],
    ['an id', new ObjectId()],
    ['bytes', new Binary(new Uint8Array(100))],
    ['a pattern', /^a/],
    ['a document', { a: { b: ['c'] } }],
  ])('refuses one that has no room left for %s', (_name, last) => {
    const full = [-3, -2, -1, 0, 1, 1000].map((beyond) => ofSize(17 * MIB + beyond));
    for (const doc of [...full, { text: '😀'.repeat(5 * MIB) }]) {
      expect(() => encode({ ...doc, last })).toThrow(expect.objectContaining({ code: 10334 }));
    }
  });

  it('words what else is wrong as js-bson does', () => {
    const circle: Doc = {};
    circle.circle = circle;
    expect(() => encode(circle)).toThrow(/circular/);
  });
});
