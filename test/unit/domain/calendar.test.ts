import fc from 'fast-check';
import {
  addServiceMinutes,
  type Calendar,
  calendarSchema,
  serviceMinutesBetween,
  withinHours,
} from '../../../src/domain/calendar.js';

const office: Calendar = {
  timezone: 'Asia/Shanghai',
  days: 'workdays',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '17:30' },
  ],
};
const home: Calendar = { timezone: 'Asia/Shanghai', days: 'everyday', hours: [{ from: '08:00', to: '20:00' }] };
const shanghai = (text: string) => new Date(`${text}+08:00`);

describe('2.1 service calendar', () => {
  const rows: [string, Calendar, string, number, string][] = [
    ['within a window', office, '2026-03-10T09:00', 60, '2026-03-10T10:00'],
    ['over the lunch break', office, '2026-03-10T11:30', 60, '2026-03-10T13:30'],
    ['to the end of a window and no further', office, '2026-03-10T11:00', 60, '2026-03-10T12:00'],
    ['over a night', office, '2026-03-10T17:00', 60, '2026-03-11T09:00'],
    ['over a weekend', office, '2026-03-13T17:00', 60, '2026-03-16T09:00'],
    ['from a night', office, '2026-03-10T23:00', 30, '2026-03-11T09:00'],
    ['over the National Day holiday of 2025 (1–8 October)', office, '2025-09-30T17:00', 60, '2025-10-09T09:00'],
    ['on a make-up workday (调休), Sunday 28 September 2025', office, '2025-09-26T17:00', 60, '2025-09-28T09:00'],
    ['every day at home', home, '2026-03-14T19:30', 60, '2026-03-15T08:30'],
  ];
  for (const [name, calendar, from, minutes, expected] of rows) {
    it(`counts ${minutes} minutes ${name}`, () => {
      expect(addServiceMinutes(calendar, shanghai(from), minutes)).toEqual(shanghai(expected));
    });
  }

  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-06-30'), noInvalidDate: true });

  it('measures between two moments what it has added', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom(office, home),
        (from, minutes, calendar) => {
          const due = addServiceMinutes(calendar, from, minutes);
          expect(serviceMinutesBetween(calendar, from, due)).toBeCloseTo(minutes, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never lets a longer clock end before a shorter one', () => {
    fc.assert(
      fc.property(moment, fc.nat(3000), fc.nat(3000), (from, a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        expect(addServiceMinutes(office, from, short) <= addServiceMinutes(office, from, long)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an unknown time zone and a malformed hour', () => {
    expect(calendarSchema.safeParse({ ...home, timezone: 'Asia/Nowhere' }).success).toBe(false);
    expect(calendarSchema.safeParse({ ...home, hours: [{ from: '8:00', to: '20:00' }] }).success).toBe(false);
  });

  it('moves a call at night to the next morning and leaves one by day where it is', () => {
    const hours = { from: '09:00', to: '20:00' };
    expect(withinHours('Asia/Shanghai', hours, shanghai('2026-03-10T22:00'))).toEqual(shanghai('2026-03-11T09:00'));
    expect(withinHours('Asia/Shanghai', hours, shanghai('2026-03-10T03:00'))).toEqual(shanghai('2026-03-10T09:00'));
    expect(withinHours('Asia/Shanghai', hours, shanghai('2026-03-10T12:00'))).toEqual(shanghai('2026-03-10T12:00'));
  });
});
