import type { MediaRef } from '../../src/domain/conversation.js';
import type { Context } from './context.js';
import { advance, flowNamed, questionOf, way } from './engine.js';
import type { Dialog, Flows, Move } from './flow.js';
import { parked } from './prompts.js';
import { known } from './slots.js';
import { begin, goTo, push, remember, topOf } from './stack.js';

/** Keeps a picture or recording with the flow at hand. */
export const keepMedia = (dialog: Dialog, id: string): Dialog =>
  topOf(dialog)
    ? remember(dialog, { media: [...new Set([...(known(topOf(dialog)?.slots ?? {}).media ?? []), id])] })
    : dialog;

/** A picture or recording without words is kept with the matter at hand, or with the newest ticket. */
export function onMedia(flows: Flows, dialog: Dialog, { id, kind }: MediaRef, context: Context): Move {
  const state = topOf(dialog);
  const step = questionOf(flows, state);
  if (step?.accept === 'recording') {
    return advance(flows, goTo(remember(dialog, { recording: id }), way(step.next, undefined)), [], context);
  }
  if (state && flows[state.id]?.keepsMedia) {
    const key = kind === 'audio' ? 'media.voice' : 'media.kept';
    return advance(flows, keepMedia(dialog, id), [{ key, params: {} }], context);
  }
  if (context.channel === 'phone' && kind === 'audio') {
    // The caller has hung up and hears no question any more: a message like any other.
    const message = push(parked(flows, dialog), begin(flowNamed(flows, 'voicemail'), { recording: id }));
    return advance(flows, goTo(message, 'submit'), [], context);
  }
  const started = begin(flowNamed(flows, 'media'), { media: [id] });
  return advance(flows, push(parked(flows, dialog), started), [], context);
}
