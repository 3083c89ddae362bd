import fc from 'fast-check';
import { z } from 'zod';
import { reviveDates } from '../../../src/http/dates.js';

const schema = z.strictObject({
  at: z.date(),
  maybe: z.date().nullable().optional(),
  windows: z.array(z.strictObject({ from: z.date(), note: z.string() })).default([]),
  note: z.string().optional(),
});

describe('dates out of JSON', () => {
  it('become dates where the schema has dates, and stay texts where it has texts', () => {
    const iso = '2026-03-10T10:00:00+08:00';
    const input = { at: iso, maybe: null, windows: [{ from: iso, note: iso }], note: iso };
    const moment = new Date('2026-03-10T02:00:00Z');
    expect(schema.parse(reviveDates(schema, input))).toEqual({
      at: moment,
      maybe: null,
      windows: [{ from: moment, note: iso }],
      note: iso,
    });
  });

  it.each(['2026-03-10', '2026-03-10T10:00:00', '2026-02-30T10:00:00Z', 'tomorrow', '', 0, true, {}, []])(
    'are refused without day, time and zone: %p',
    (at) => {
      expect(schema.safeParse(reviveDates(schema, { at })).success).toBe(false);
    },
  );

  it('bring every moment back that JSON has written', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59Z') }), (at) => {
        const input = JSON.parse(JSON.stringify({ at }));
        expect(schema.parse(reviveDates(schema, input)).at).toEqual(at);
      }),
    );
  });

  it('leave anything else as it was, whatever it is', () => {
    const dateless = z.strictObject({ a: z.string(), b: z.array(z.unknown()), c: z.strictObject({ d: z.number() }) });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(reviveDates(dateless, value))).toBe(JSON.stringify(value));
      }),
    );
  });
});
