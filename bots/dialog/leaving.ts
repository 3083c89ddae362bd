import type { Context } from './context.js';
import { advance } from './engine.js';
import type { Dialog, Flows, Move } from './flow.js';
import { known } from './slots.js';
import { goTo, pop, remember, topOf } from './stack.js';

/** A call whose end was never reported is over by then. */
const CALL_IS_OVER_MINUTES = 10;

/** The person is gone: every flow that has something to save goes that way, the others end. */
export function abandon(flows: Flows, dialog: Dialog, context: Context): Move {
  const savable = dialog.flows.flatMap((state) => {
    const step = flows[state.id]?.onAbandon;
    return step ? [{ ...state, step, retries: 0 }] : [];
  });
  return advance(flows, { ...dialog, flows: savable }, [], context);
}

/** Silence in writing: one gentle reminder, then the flow is closed and what was said is kept. */
export function idle(flows: Flows, dialog: Dialog, context: Context): Move {
  if (context.channel === 'phone') return abandon(flows, dialog, context);
  const state = topOf(dialog);
  const flow = state && flows[state.id];
  if (!state || !flow) return { kind: 'reply', dialog: { ...dialog, flows: [] }, reply: null };
  if (flow.idle.remind !== undefined && !known(state.slots)._reminded) {
    return advance(flows, remember(dialog, { _reminded: true }), [{ key: 'idle.reminder', params: {} }], context);
  }
  const said = flow.idle.isSilent ? [] : [{ key: 'idle.closed', params: {} }];
  return advance(flows, flow.onAbandon ? goTo(dialog, flow.onAbandon) : pop(dialog), said, context);
}

/** Minutes of silence until `idle` is due; undefined where nothing waits for an answer. */
export function minutesUntilIdle(flows: Flows, dialog: Dialog, channel: Context['channel']): number | undefined {
  const state = topOf(dialog);
  const times = state && flows[state.id]?.idle;
  if (!state || !times) return undefined;
  if (channel === 'phone') return CALL_IS_OVER_MINUTES;
  if (times.remind === undefined) return times.close;
  return known(state.slots)._reminded ? times.close - times.remind : times.remind;
}
