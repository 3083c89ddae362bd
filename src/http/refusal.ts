import type { Refusal } from '../domain/change.js';
import { type Problem, problem, wrongField } from './problem.js';

/** A use case's "no" as the API says it; the one place where refusals become statuses. */
export function refusalProblem(refusal: Refusal): Problem {
  switch (refusal.code) {
    case 'illegal_action': {
      const { action, state, allowed } = refusal;
      const detail = `'${action}' is not possible in state '${state}'; possible: ${allowed.join(', ') || 'nothing'}`;
      return problem('illegal_action', { detail, state, allowed });
    }
    case 'not_permitted':
      return problem('not_permitted', { detail: refusal.detail });
    case 'invalid_input':
      return problem('invalid_input', { errors: refusal.issues });
    case 'conflict':
      return problem('conflict', { detail: refusal.detail });
    case 'not_found':
      // The ticket is named by the address, everything else by a field of the body.
      return refusal.what === 'ticket'
        ? problem('not_found', { detail: 'no such ticket' })
        : wrongField(refusal.what, `unknown ${refusal.what}`);
  }
}
