import fc from 'fast-check';
import { type Candidate, type RankRequest, rankTechnicians } from '../../../src/domain/dispatch/rank.js';
import { isOnShift } from '../../../src/domain/dispatch/shift.js';
import { aStaff, TUESDAY_TEN } from '../../support/builders.js';

const request: RankRequest = {
  category: 'plumbing',
  projectId: 'garden',
  timezone: 'Asia/Shanghai',
  now: TUESDAY_TEN,
  isEmergency: false,
  excluded: new Set(),
};
const night = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' };
const candidate = (id: string, load = 0, over = {}): Candidate => ({ staff: aStaff({ id, ...over }), load });
const ids = (candidates: Candidate[], over: Partial<RankRequest> = {}) =>
  rankTechnicians({ ...request, ...over }, candidates).map(({ staff }) => staff.id);

describe('3.2.1 ranking of technicians', () => {
  it('prefers the least loaded', () => {
    expect(ids([candidate('a', 2), candidate('b', 0), candidate('c', 1)])).toEqual(['b', 'c', 'a']);
  });

  it('prefers who was there before', () => {
    expect(ids([candidate('a', 0), candidate('b', 3)], { previousId: 'b' })).toEqual(['b', 'a']);
  });

  it.each([
    ['without the skill', { skills: ['electrical'] }],
    ['of another project', { projectIds: ['tower'] }],
    ['who left', { isActive: false }],
    ['off shift', { shifts: [night] }],
    ['who is no technician', { role: 'dispatcher' }],
  ] as [string, Partial<Candidate['staff']>][])('2.2 leaves out one %s', (_, over) => {
    expect(ids([candidate('a', 0, over), candidate('b', 9)])).toEqual(['b']);
  });

  it('wakes those off shift only in an emergency, and only where nobody on shift is left', () => {
    const candidates = [candidate('a', 0, { shifts: [night] }), candidate('b', 9)];
    expect(ids(candidates, { isEmergency: true })).toEqual(['b']);
    expect(ids(candidates, { isEmergency: true, excluded: new Set(['b']) })).toEqual(['a']);
    expect(ids(candidates, { excluded: new Set(['b']) })).toEqual([]);
  });

  it('says why', () => {
    expect(rankTechnicians({ ...request, previousId: 'a' }, [candidate('a', 2)])[0]?.reasons).toEqual([
      'skill:plumbing',
      'on_shift',
      'continuity',
      'load:2',
    ]);
  });

  it('does not depend on the order in which candidates come', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'].map((id, n) => candidate(id, n % 2));
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: 5 }), (shuffled) => {
        expect(ids(shuffled)).toEqual(ids(candidates));
      }),
    );
  });
});

describe('shifts', () => {
  const shanghai = (text: string) => new Date(`${text}+08:00`);
  const monday = { weekdays: [1], from: '20:00', to: '08:00' };
  it.each([
    ['2026-03-09T21:00', true],
    ['2026-03-10T07:59', true],
    ['2026-03-10T08:00', false],
    ['2026-03-09T07:00', false],
    ['2026-03-10T21:00', false],
  ])('a Monday night shift covers %s: %s', (moment, expected) => {
    expect(isOnShift({ shifts: [monday] }, shanghai(moment), 'Asia/Shanghai')).toBe(expected);
  });
});
