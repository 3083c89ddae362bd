import type { Context } from './context.js';
import { advance, flowNamed } from './engine.js';
import type { Dialog, Flows, Move } from './flow.js';
import { begin, goTo, push, topOf } from './stack.js';

/** After so many minutes of silence what was under way no longer stands in a question's way; a question of ours sooner. */
const COLD_AFTER_MINUTES = { own: 30, prompt: 2 };

/** A question of the service's own: at once where nothing else is under way or where it is urgent, otherwise afterwards. */
export function prompted(
  flows: Flows,
  dialog: Dialog,
  { prompt, ticketId }: { prompt: string; ticketId: string },
  context: Context,
): Move {
  const flow = flowNamed(flows, prompt);
  const state = begin(flow, { ticketId });
  // Asked a second time, the question stands in the conversation once.
  const others = {
    ...dialog,
    flows: dialog.flows.filter(
      ({ id, slots }) => (id !== prompt || slots.ticketId !== ticketId) && !flows[id]?.isOpening,
    ),
  };
  const top = topOf(others);
  const patience = top && flows[top.id]?.isPrompt ? COLD_AFTER_MINUTES.prompt : COLD_AFTER_MINUTES.own;
  const isFree = !top || context.idleMinutes >= patience;
  if (isFree || flow.isUrgent) return advance(flows, push(parked(flows, others), state), [], context);
  return { kind: 'reply', dialog: { ...others, flows: [state, ...others.flows] }, reply: null };
}

/** Makes the flow at hand wait below another one; an optional question is dropped instead. */
export function parked(flows: Flows, dialog: Dialog): Dialog {
  const state = topOf(dialog);
  const flow = state && flows[state.id];
  if (!state || !flow) return dialog;
  const step = flow.steps[state.step];
  if (step && 'ask' in step && step.isOptional) return { ...dialog, flows: dialog.flows.slice(0, -1) };
  return flow.waitsAt ? goTo(dialog, flow.waitsAt) : dialog;
}
