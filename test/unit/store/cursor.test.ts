import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../../src/store/cursor.js';
import { InvalidCursorError } from '../../../src/store/errors.js';

describe('a cursor', () => {
  it('leads back to its place and needs no escaping in a URL', () => {
    const fields = {
      createdAt: fc.date({ noInvalidDate: true }),
      id: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    };
    const places = fc.record(fields, { noNullPrototype: true });
    fc.assert(
      fc.property(places, (place) => {
        const cursor = encodeCursor(place);
        expect(decodeCursor(cursor)).toStrictEqual(place);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('that was not given out is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        expect(() => decodeCursor(text)).toThrow(InvalidCursorError);
      }),
    );
  });

  it('with anything added is refused', () => {
    const cursor = encodeCursor({ createdAt: new Date(0), id: 'W-1001' });
    for (const odd of [`${cursor}=`, `${cursor}!`, ` ${cursor}`, cursor.slice(0, -1)]) {
      expect(() => decodeCursor(odd)).toThrow(InvalidCursorError);
    }
  });
});
