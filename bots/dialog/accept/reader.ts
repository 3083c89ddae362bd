import type { Context } from '../context.js';
import type { Accepted } from '../flow.js';
import type { Words } from '../hear.js';
import type { Known } from '../slots.js';

/** The question: what is known, where the answer goes, and the circumstances. */
export interface Asked {
  slots: Known;
  save: string | undefined;
  context: Context;
}

/** Reads an answer to one kind of question. */
export type Reader = (words: Words, asked: Asked) => Accepted;

/** Intents that describe no problem. */
const NO_PROBLEM = ['status', 'urge', 'cancel', 'reschedule', 'human', 'praise', 'thanks'];

/** Plainly about something else than a problem; a time alone may belong to the report. */
export const isOtherMatter = ({ understood: { intent, visitTime, confidence } }: Words, sure: number): boolean =>
  NO_PROBLEM.includes(intent) && confidence.intent >= sure && !(intent === 'reschedule' && visitTime);

/** The answer as the value of the question's slot. */
export const saved = ({ save }: Asked, value: unknown): { patch: Record<string, unknown> } => ({
  patch: save === undefined ? {} : { [save]: value },
});

/** "I'd rather not": for questions that may be passed over. */
export const isSkip = ({ text, key }: Words): boolean =>
  key === '#' ||
  /^(?:跳过|略过|过|不(?:用|填|说|评|打分|方便|想说|想留|留|需要)了?|没有了?|没了?|没什么(?:了|要说的)?|无|skip|pass|none|nothing|no|no thanks)[。.!!~]*$/i.test(
    text.trim(),
  );
