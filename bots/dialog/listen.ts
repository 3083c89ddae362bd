import type { FlowState } from '../../src/domain/conversation.js';
import { accept } from './accept/index.js';
import type { Context } from './context.js';
import { command, isCommand } from './controls.js';
import { danger } from './danger.js';
import { advance, flowNamed, questionOf, way } from './engine.js';
import type { AskStep, Dialog, Flows, Move } from './flow.js';
import type { Heard, Words } from './hear.js';
import { abandon, idle } from './leaving.js';
import { localeWanted } from './locale.js';
import { keepMedia, onMedia } from './media.js';
import { misunderstood, onSilence, opened } from './missed.js';
import { pick } from './options.js';
import { parked, prompted } from './prompts.js';
import { notedProblem, route } from './route.js';
import { known } from './slots.js';
import { begin, goTo, push, remember, topOf } from './stack.js';

/**
 * The engine: what was heard moves the dialog on. Pure; whatever must be done outside comes back as an outcome, and
 * `resume` goes on with its result.
 */
export function listen(flows: Flows, dialog: Dialog, heard: Heard, context: Context): Move {
  switch (heard.kind) {
    case 'words':
      return onWords(flows, remember(dialog, { _reminded: undefined }), heard, context);
    case 'media':
      return onMedia(flows, dialog, heard.media, context);
    case 'silence':
    case 'unreached':
      return onSilence(flows, dialog, context);
    case 'start':
      return advance(flows, topOf(dialog) ? dialog : opened(flows, dialog, context), [], context);
    case 'prompt':
      return prompted(flows, dialog, heard, context);
    case 'timeout':
      return idle(flows, dialog, context);
    case 'hangup':
      return abandon(flows, dialog, context);
  }
}

/** In order: language (a message of one word), danger, a choice, a command, an answer, another matter; then it was not understood. */
function onWords(flows: Flows, dialog: Dialog, words: Words, context: Context): Move {
  const state = topOf(dialog);
  const step = questionOf(flows, state);
  const heardBefore = words.media ? keepMedia(dialog, words.media.id) : dialog;
  return (
    language(flows, heardBefore, words, context) ??
    danger(flows, heardBefore, words, context) ??
    (step && state && choice(flows, heardBefore, state, step, words, context)) ??
    (isCommand(words) ? command(flows, heardBefore, words, context) : undefined) ??
    (step && state && answer(flows, heardBefore, state, step, words, context)) ??
    (state && noted(flows, heardBefore, state, words, context)) ??
    (state && collected(flows, heardBefore, state, words, context)) ??
    otherMatter(flows, heardBefore, words, context) ??
    misunderstood(flows, heardBefore, context)
  );
}

function language(flows: Flows, dialog: Dialog, words: Words, context: Context): Move | undefined {
  const locale = localeWanted(words.text);
  if (!locale) return undefined;
  const switched = { ...dialog, locale };
  const said = [{ key: 'language.switched', params: {} }];
  return advance(flows, topOf(switched) ? switched : opened(flows, switched, context), said, context);
}

function choice(
  flows: Flows,
  dialog: Dialog,
  state: FlowState,
  step: AskStep,
  words: Words,
  context: Context,
): Move | undefined {
  const option = pick(known(state.slots)._options ?? [], words);
  if (!option) return undefined;
  const next = typeof step.next === 'string' ? step.next : (step.next[option.id] ?? step.next['*']);
  if (!next) return undefined;
  return advance(flows, goTo(remember(dialog, option.patch ?? {}), next), [], context);
}

function answer(
  flows: Flows,
  dialog: Dialog,
  state: FlowState,
  step: AskStep,
  words: Words,
  context: Context,
): Move | undefined {
  const slots = topOf(dialog)?.slots ?? state.slots;
  const accepted = accept(step.accept, words, { slots: known(slots), save: step.save, context });
  if (!accepted) return undefined;
  const answered = remember(dialog, accepted.patch ?? {});
  return advance(flows, goTo(answered, way(step.next, accepted.branch)), [], context);
}

/** A second problem mentioned on the way. */
function noted(flows: Flows, dialog: Dialog, state: FlowState, words: Words, context: Context): Move | undefined {
  const also = flows[state.id]?.isForm ? notedProblem(known(state.slots), words) : undefined;
  if (!also) return undefined;
  const said = [{ key: 'report.also_noted', params: { category: also.at(-1)?.category ?? 'other' } }];
  return advance(flows, remember(dialog, { also }), said, context);
}

const ABOUT_THE_FORM = ['other', 'report', 'reschedule'];

/** An answer to another question of the form, or a correction: taken, and the form is walked through again. */
function collected(flows: Flows, dialog: Dialog, state: FlowState, words: Words, context: Context): Move | undefined {
  const flow = flows[state.id];
  if (!flow?.isForm || !ABOUT_THE_FORM.includes(words.understood.intent)) return undefined;
  const accepted = accept('correction', words, { slots: known(state.slots), save: undefined, context });
  if (!accepted?.patch) return undefined;
  const said = [{ key: 'report.noted', params: {} }];
  return advance(flows, goTo(remember(dialog, accepted.patch), flow.start), said, context);
}

/** A digression, or the beginning of a flow. */
function otherMatter(flows: Flows, dialog: Dialog, words: Words, context: Context): Move | undefined {
  const state = topOf(dialog);
  const flow = state && flows[state.id];
  const target = route(words, context, flow !== undefined && !flow.isOpening);
  if (!target || target.flow === state?.id) return undefined;
  const started = begin(flowNamed(flows, target.flow), {
    ...hotlineOf(state),
    ...target.slots,
    ...(words.media && { media: [words.media.id] }),
  });
  return advance(flows, push(parked(flows, dialog), started), [], context);
}

const hotlineOf = (state: FlowState | undefined) => {
  const { hotlineProjectId } = known(state?.slots ?? {});
  return hotlineProjectId ? { hotlineProjectId } : {};
};
