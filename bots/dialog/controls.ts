import type { Context } from './context.js';
import { isTechnician } from './context.js';
import { advance, flowNamed } from './engine.js';
import type { Dialog, Flow, Flows, Move } from './flow.js';
import type { Words } from './hear.js';
import { parked } from './prompts.js';
import { known } from './slots.js';
import { begin, goTo, merged, pop, push, remember, topOf } from './stack.js';

const say = (key: string) => [{ key, params: {} }];

/** Zero asks for a person, the star goes back. */
const controlOf = ({ control, key, number }: Words): Words['control'] => {
  if (number === 0) return 'human';
  return key === '*' ? 'back' : control;
};

/** Whether the message steers the conversation; a correction is left to the question at hand. */
export const isCommand = (words: Words): boolean => {
  const control = controlOf(words);
  return control !== undefined && control !== 'correct';
};

/** Carries out a steering word: back, cancel, start over, help, a person. */
export function command(flows: Flows, dialog: Dialog, words: Words, context: Context): Move {
  switch (controlOf(words)) {
    case 'human':
      return toPerson(flows, dialog, context);
    case 'back':
      return back(flows, dialog, context);
    case 'cancel':
      return cancel(flows, dialog, context);
    case 'restart':
      return restart(flows, dialog, context);
    default:
      return advance(flows, dialog, say(isTechnician(context) ? 'help.technician' : 'help.resident'), context);
  }
}

function toPerson(flows: Flows, dialog: Dialog, context: Context): Move {
  if (topOf(dialog)?.id === 'human') return advance(flows, dialog, [], context);
  return advance(flows, push(parked(flows, dialog), begin(flowNamed(flows, 'human'))), [], context);
}

/** To the question before this one, whose answer is forgotten. */
function back(flows: Flows, dialog: Dialog, context: Context): Move {
  const state = topOf(dialog);
  const trail = known(state?.slots ?? {})._trail ?? [];
  const earlier = trail.filter((step) => step !== state?.step).at(-1);
  if (!state || !earlier) return advance(flows, dialog, say('flow.nothing_before'), context);
  const step = flows[state.id]?.steps[earlier];
  const forgotten = step && 'save' in step && step.save ? { [step.save]: undefined } : {};
  const shorter = trail.slice(0, trail.lastIndexOf(earlier));
  return advance(flows, goTo(remember(dialog, { ...forgotten, _trail: shorter }), earlier), say('flow.back'), context);
}

/** Leaves the flow at hand; without one, a ticket must be meant. */
function cancel(flows: Flows, dialog: Dialog, context: Context): Move {
  const state = topOf(dialog);
  const flow = state && flows[state.id];
  if (flow && !flow.isOpening) return advance(flows, pop(dialog), say(flow.onCancel ?? 'flow.cancelled'), context);
  if (isTechnician(context)) return advance(flows, dialog, say('help.technician'), context);
  return advance(flows, push(parked(flows, dialog), begin(flowNamed(flows, 'cancel'))), [], context);
}

function restart(flows: Flows, dialog: Dialog, context: Context): Move {
  const state = topOf(dialog);
  const flow = state && flows[state.id];
  if (!flow) return advance(flows, dialog, say('help.resident'), context);
  const kept = Object.fromEntries(Object.entries(state.slots).filter(([name]) => flow.keeps?.includes(name)));
  return advance(flows, push(pop(dialog), begin(flow, kept)), say('flow.restarted'), context);
}

/**
 * Nothing helps: on the telephone a recording, or the desk; in a chat the desk is told. What was said so far is not lost:
 * the flow's own way of being abandoned is gone first. Nobody is kept on the line for a question of ours.
 */
export function handOver(flows: Flows, dialog: Dialog, flow: Flow, context: Context): Move {
  const human = begin(flowNamed(flows, 'human'));
  const left = pop(dialog);
  if (context.channel === 'phone') {
    if (flow.isPrompt) return advance(flows, { ...dialog, flows: [] }, say('sorry.give_up'), context);
    if (!flow.leavesMessage) return advance(flows, push(left, human), [], context);
    const slots = merged(topOf(dialog)?.slots ?? {}, { _trail: undefined, _options: undefined });
    return advance(flows, { ...dialog, flows: [begin(flowNamed(flows, 'voicemail'), slots)] }, [], context);
  }
  const abandoned = flow.onAbandon ? topOf(goTo(dialog, flow.onAbandon)) : undefined;
  const stacked = push(left, human);
  return advance(flows, abandoned ? push(stacked, abandoned) : stacked, say('sorry.hand_over'), context);
}
