import type { FlowState } from '../../src/domain/conversation.js';
import type { Saying } from '../../src/domain/reply.js';
import type { Context } from './context.js';
import { type AskStep, type Dialog, type Flow, type Flows, isAsk, type Move, type Next, type Result } from './flow.js';
import { isSimpler, optionsOf, SIMPLER_AFTER } from './options.js';
import { known } from './slots.js';
import { begin, goTo, merged, patchTop, pop, push, remember, topOf } from './stack.js';
import { saying } from './view.js';

/** No conversation takes so many steps without a question; more is a circle in a flow. */
const MAX_HOPS = 100;

/** Where an answer leads. */
export const way = (next: Next, branch: string | undefined): string => {
  if (typeof next === 'string') return next;
  const step = (branch !== undefined && next[branch]) || next['*'];
  if (!step) throw new Error(`no way for ${branch} among ${Object.keys(next).join(', ')}`);
  return step;
};

/** Goes on from wherever the dialog stands until something must be done outside or a person must answer. */
export function advance(flows: Flows, start: Dialog, before: Saying[], context: Context): Move {
  let dialog = start;
  const said = [...before];
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const state = topOf(dialog);
    if (!state) return { kind: 'reply', dialog, reply: said.length > 0 ? { say: said, expect: 'end' } : null };
    const flow = flows[state.id];
    const step = flow?.version === state.version ? flow.steps[state.step] : undefined;
    if (!flow || !step) {
      said.push({ key: 'flow.outdated', params: {} });
      dialog = pop(dialog);
    } else if (isAsk(step)) {
      const skipped = wayAround(step, state);
      if (!skipped) return ask(flow, step, dialog, said, context);
      dialog = goTo(dialog, skipped);
    } else if ('do' in step) {
      return { kind: 'perform', dialog, said, outcome: { do: step.do, with: step.with ?? {}, slots: state.slots } };
    } else if ('say' in step) {
      said.push(saying(step.say, dialog, context));
      dialog = goTo(dialog, step.next);
    } else if ('clear' in step) {
      dialog = goTo(remember(dialog, Object.fromEntries(step.clear.map((slot) => [slot, undefined]))), step.next);
    } else if ('goto' in step) {
      const slots = merged(state.slots, { _trail: undefined, _options: undefined });
      dialog = push(pop(dialog), begin(flowNamed(flows, step.goto), slots));
    } else {
      if (step.end) said.push(saying(step.end, dialog, context));
      dialog = pop(dialog);
    }
  }
  throw new Error('the flow goes in circles');
}

/** Goes on after an outcome was performed. */
export function resume(flows: Flows, move: Extract<Move, { kind: 'perform' }>, result: Result, context: Context): Move {
  const state = topOf(move.dialog);
  const step = state && flows[state.id]?.steps[state.step];
  if (!step || !('do' in step)) throw new Error('no outcome was asked for');
  const dialog = goTo(remember(move.dialog, result.slots ?? {}), way(step.next, result.result));
  return advance(flows, dialog, [...move.said, ...(result.say ?? [])], context);
}

/** The flow with this id; throws where there is none. */
export function flowNamed(flows: Flows, id: string): Flow {
  const flow = flows[id];
  if (!flow) throw new Error(`there is no flow ${id}`);
  return flow;
}

/** The question that is open in a flow. */
export const questionOf = (flows: Flows, state: FlowState | undefined): AskStep | undefined => {
  const step = state && flows[state.id]?.steps[state.step];
  return step && isAsk(step) ? step : undefined;
};

/** The next step where the answer is known already. */
function wayAround(step: AskStep, state: FlowState): string | undefined {
  const value = step.save === undefined ? undefined : state.slots[step.save];
  if (value === undefined) return undefined;
  if (typeof step.next === 'string') return step.next;
  return step.next[String(value)] ?? step.next['*'];
}

function ask(flow: Flow, step: AskStep, dialog: Dialog, said: Saying[], context: Context): Move {
  const state = topOf(dialog) ?? begin(flow);
  const options = optionsOf(step, state, context);
  const trail = known(state.slots)._trail ?? [];
  const slots = {
    _options: options.length > 0 ? options : undefined,
    _trail: trail.at(-1) === state.step ? trail : [...trail, state.step],
  };
  return {
    kind: 'reply',
    dialog: patchTop(dialog, { slots: merged(state.slots, slots) }),
    reply: {
      say: [...said, saying((isSimpler(step, state) && step.simpler) || step.ask, dialog, context)],
      ...(options.length > 0 && { choices: options.map(({ key, params = {} }) => ({ key, params })) }),
      expect: step.expect ?? (options.length > 0 && state.retries >= SIMPLER_AFTER ? 'digits' : 'speech'),
    },
  };
}
