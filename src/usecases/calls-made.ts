import type { Effect } from '../domain/effects.js';

/** Calls placed for the effect so far, as its outcome counts them: `call 2: sent`, `call 1: busy (CA…)`. */
export const callsMade = ({ outcome }: Pick<Effect, 'outcome'>): number =>
  Number(/^call (\d+): /.exec(outcome ?? '')?.[1] ?? 0);
