import type { TimedText, TimeToken } from './time-tokens.js';

export type Span = readonly [at: number, end: number];

/** A character that stands for something of its kind: which one it was says nothing about the trouble. */
const MARKS = { place: '□', phone: '☎', past: '▽', day: '◇', hours: '◇', delay: '◈', anytime: '○' } as const;

/** Replaces spans by a mark of the same length, so that other positions still hold. */
export const cover = (text: string, spans: readonly Span[], kind: 'place' | 'phone' | TimeToken['kind']): string =>
  spans.reduce((rest, [at, end]) => rest.slice(0, at) + MARKS[kind].repeat(end - at) + rest.slice(end), text);

/** The message as the statistics see it: places, times and numbers are marks, each run of one kind a single one. */
export function masked({ text, tokens }: TimedText): string {
  const covered = tokens.reduce((rest, { at, end, kind }) => cover(rest, [[at, end]], kind), text);
  return covered.replace(/\d+/g, '0').replace(/([□☎▽◇◈○×])\1+/g, '$1');
}
