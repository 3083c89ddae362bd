import type { FlowState } from '../../src/domain/conversation.js';
import type { Saying } from '../../src/domain/reply.js';
import { type Context, isTechnician } from './context.js';
import { handOver } from './controls.js';
import { advance, flowNamed, questionOf, way } from './engine.js';
import type { AskStep, Dialog, Flow, Flows, Move } from './flow.js';
import { begin, goTo, patchTop, push, topOf } from './stack.js';

/** A call's greeting, or in writing what we can do. */
export const opened = (flows: Flows, dialog: Dialog, { hotlineProjectId, channel }: Context): Dialog =>
  push(
    dialog,
    begin(flowNamed(flows, channel === 'phone' ? 'open' : 'menu'), hotlineProjectId ? { hotlineProjectId } : {}),
  );

/** Nothing was understood: what we can do, or the question once more. */
export function misunderstood(flows: Flows, dialog: Dialog, context: Context): Move {
  const state = topOf(dialog);
  if (!state) {
    const help = push(dialog, begin(flowNamed(flows, 'technician-help')));
    return advance(flows, isTechnician(context) ? help : opened(flows, dialog, context), [], context);
  }
  return missed(flows, dialog, state, { key: 'sorry.again', params: {} }, context);
}

/** Once: again. Twice: simpler. Then a person, or a recording. */
function missed(flows: Flows, dialog: Dialog, state: FlowState, said: Saying, context: Context): Move {
  const retries = state.retries + 1;
  const flow: Flow | undefined = flows[state.id];
  if (retries > 2 && flow) return handOver(flows, dialog, flow, context);
  return advance(flows, patchTop(dialog, { retries }), [said], context);
}

/**
 * Where silence is an answer: nobody came to the telephone, nothing was recorded, no time can be named, and of the kinds of
 * problem the likeliest is taken.
 */
const SILENCE_MEANS: { [name in AskStep['accept']]?: string } = {
  unreached: 'unreached',
  recording: 'nothing',
  promise: 'later',
  kind: 'guess',
};

/** Nothing was said: an answer where silence is one, else the question again. */
export function onSilence(flows: Flows, dialog: Dialog, context: Context): Move {
  const state = topOf(dialog);
  if (!state) return advance(flows, opened(flows, dialog, context), [], context);
  const step = questionOf(flows, state);
  const branch = step && SILENCE_MEANS[step.accept];
  if (step && branch) return advance(flows, goTo(dialog, way(step.next, branch)), [], context);
  return missed(flows, dialog, state, { key: 'sorry.silence', params: {} }, context);
}
