import { decide } from '../../../src/domain/decide.js';
import { ACTIONS, allowedActions, LIFECYCLE, nextState, PERMITTED, STATES } from '../../../src/domain/lifecycle.js';
import { ROLES, SYSTEM } from '../../../src/domain/people.js';
import { aContext, aTicket } from '../../support/builders.js';

/** The whole table as a person would write it down: one row a state, the actions that lead out of it. */
const EXPECTED: Record<string, string> = {
  submitted:
    'confirm>confirmed dispatch>offered urge>submitted reschedule>submitted amend>submitted cancel>cancelled escalate>submitted',
  confirmed: 'dispatch>offered urge>confirmed reschedule>confirmed amend>confirmed cancel>cancelled escalate>confirmed',
  offered:
    'accept>accepted decline>confirmed expire>confirmed dispatch>offered urge>offered reschedule>offered amend>offered cancel>cancelled escalate>offered',
  accepted:
    'arrive>arrived start>working complete>completed hold>on_hold transfer>offered return>confirmed urge>accepted reschedule>accepted amend>accepted cancel>cancelled escalate>accepted',
  arrived:
    'start>working complete>completed hold>on_hold transfer>offered return>confirmed urge>arrived reschedule>accepted amend>arrived cancel>cancelled escalate>arrived',
  working:
    'complete>completed hold>on_hold transfer>offered return>confirmed urge>working reschedule>accepted amend>working cancel>cancelled escalate>working',
  on_hold:
    'arrive>arrived resume>working start>working complete>completed transfer>offered return>confirmed urge>on_hold reschedule>accepted amend>on_hold cancel>cancelled escalate>on_hold',
  completed: 'follow_up>followed_up survey>closed close>closed reopen>confirmed amend>completed',
  followed_up: 'survey>closed close>closed reopen>confirmed amend>followed_up',
  closed: 'survey>closed reopen>confirmed amend>closed',
  cancelled: '',
};

describe('lifecycle (服务单流转)', () => {
  for (const state of STATES) {
    it(`2.1 ${state} allows exactly what the standard's table says`, () => {
      const row = allowedActions(state).map((action) => `${action}>${nextState(state, action)}`);
      expect(row.join(' ')).toBe(EXPECTED[state]);
    });
    for (const action of ACTIONS.filter((one) => !nextState(state, one))) {
      it(`refuses ${action} in ${state}, naming what is allowed`, () => {
        const decided = decide(aTicket({ state }), { action, input: {}, actor: SYSTEM, key: 'k' }, aContext());
        expect(decided).toEqual({
          ok: false,
          refusal: { code: 'illegal_action', state, action, allowed: allowedActions(state) },
        });
      });
    }
  }

  it('reaches every state from the first', () => {
    const reached = new Set<string>(['submitted']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const state of [...reached]) {
        for (const to of Object.values(LIFECYCLE[state as keyof typeof LIFECYCLE])) reached.add(to as string);
      }
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('lets every state but a cancelled one go on to an end', () => {
    const ends = new Set(['closed', 'cancelled']);
    for (let size = 0; size !== ends.size; ) {
      size = ends.size;
      for (const state of STATES) {
        if (Object.values(LIFECYCLE[state]).some((to) => ends.has(to as string))) ends.add(state);
      }
    }
    expect(ends.size).toBe(STATES.length);
  });

  for (const action of ACTIONS) {
    const strangers = ROLES.filter((role) => !PERMITTED[action].includes(role));
    for (const role of strangers) {
      it(`does not let a ${role} ${action}`, () => {
        const state = STATES.find((one) => nextState(one, action))!;
        const decided = decide(
          aTicket({ state }),
          { action, input: {}, actor: { role, id: 'x' }, key: 'k' },
          aContext(),
        );
        expect(decided).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
      });
    }
  }
});
