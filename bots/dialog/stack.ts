import type { FlowState } from '../../src/domain/conversation.js';
import type { Dialog, Flow, Slots } from './flow.js';

/** A flow at its beginning. */
export const begin = (flow: Flow, slots: Slots = {}, step = flow.start): FlowState => ({
  id: flow.id,
  version: flow.version,
  step,
  slots,
  retries: 0,
});

/** The flow at hand. */
export const topOf = (dialog: Dialog): FlowState | undefined => dialog.flows.at(-1);

/** Puts a flow on top. */
export const push = (dialog: Dialog, state: FlowState): Dialog => ({ ...dialog, flows: [...dialog.flows, state] });

/** Takes the flow at hand away. */
export const pop = (dialog: Dialog): Dialog => ({ ...dialog, flows: dialog.flows.slice(0, -1) });

/** Changes the flow at hand; does nothing where there is none. */
export const patchTop = (dialog: Dialog, patch: Partial<FlowState>): Dialog => {
  const top = topOf(dialog);
  return top ? push(pop(dialog), { ...top, ...patch }) : dialog;
};

/** Writes into the slots of the flow at hand; `undefined` forgets. */
export const remember = (dialog: Dialog, slots: Slots): Dialog => {
  const top = topOf(dialog);
  return top ? patchTop(dialog, { slots: merged(top.slots, slots) }) : dialog;
};

/** Slots with the patch written over; `undefined` forgets. */
export const merged = (slots: Slots, patch: Slots): Slots =>
  Object.fromEntries(Object.entries({ ...slots, ...patch }).filter(([, value]) => value !== undefined));

/** Goes to a step, with a fresh count of misunderstandings. */
export const goTo = (dialog: Dialog, step: string): Dialog => patchTop(dialog, { step, retries: 0 });
