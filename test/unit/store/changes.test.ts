import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { changedFields, writtenFields } from '../../../src/store/changes.js';

type Fields = Record<string, unknown>;

const values = fc.oneof(
  fc.constantFrom(undefined, null, 0, '', false),
  fc.date({ noInvalidDate: true }),
  fc.array(fc.integer(), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('x', 'y'), fc.integer(), { noNullPrototype: true }),
);
const documents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values, { noNullPrototype: true });

const known = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const apply = (fields: Fields, { $set, $unset }: ReturnType<typeof changedFields>): Fields =>
  Object.fromEntries(Object.entries({ ...known(fields), ...$set }).filter(([field]) => !(field in $unset)));

describe('changed fields', () => {
  it('turn what was into what is', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expect(apply(before, changedFields(before, after))).toStrictEqual(known(after));
      }),
    );
  });

  it('write nothing that stays as it is', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        for (const [field, value] of Object.entries(changedFields(before, after).$set)) {
          expect(isDeepStrictEqual(value, before[field])).toBe(false);
        }
      }),
    );
  });

  it('are all of them where nothing is known of what was', () => {
    expect(writtenFields({ a: 1, b: null, c: undefined })).toEqual({ $set: { a: 1, b: null }, $unset: { c: '' } });
  });
});
