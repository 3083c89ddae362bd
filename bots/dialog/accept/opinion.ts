import { parseScore, parseYesNo } from '../../understanding/index.js';
import { SURE } from '../certainty.js';
import type { Words } from '../hear.js';
import { isSkip, type Reader, saved } from './reader.js';

/** Matters that are never an answer in words. */
const OTHER_MATTERS = ['status', 'human', 'reschedule'];

/** Free words, unless they are plainly about something else. */
export const words: Reader = ({ text, understood }, asked) =>
  OTHER_MATTERS.includes(understood.intent) && understood.confidence.intent >= SURE ? undefined : saved(asked, text);

const SPEAKS_OF_SCORE = /分|星|满意|star|score/i;
/** An answer this long carries its own reason. */
const WITH_REASON = 5;
const STILL = /还(?:是|在)?|又|仍|依然|still|again/i;
const NOT = /没|不|坏|not/i;

/** What stands before the answer and changes nothing of it. */
const LEAD_IN = /^(?:(?:这次|这回|现在|今天|刚才|终于|总算|师傅|已经)[,,]?)+/;

/** Thanks and praise say that it is solved; taken for that by mistake they would close the ticket. */
const isContent = ({ intent, confidence }: Words['understood']): boolean =>
  (intent === 'thanks' || intent === 'praise') && confidence.intent >= SURE;

/** "Is it solved?": yes (perhaps with a score), or no (perhaps with what is wrong). */
export const solved: Reader = ({ text, understood }, { slots }) => {
  const answer =
    parseYesNo(text) ?? parseYesNo(text.replace(LEAD_IN, '')) ?? (isContent(understood) ? 'yes' : undefined);
  const overall = SPEAKS_OF_SCORE.test(text) ? parseScore(text) : undefined;
  if (answer === 'yes') return { branch: 'solved', patch: { answer: 'solved', ...(overall && { overall }) } };
  const { category } = understood;
  const isSame = category !== 'other' && (STILL.test(text) || (category === slots.category && NOT.test(text)));
  if (answer !== 'no' && !isSame) return undefined;
  const reason = text.length >= WITH_REASON ? { reason: text.slice(0, 500) } : {};
  return { branch: 'not_solved', patch: { answer: 'not_solved', ...reason } };
};

/** Three scores at once: "5 4 5", or keyed "545"; words behind them are the comment. */
const THREE = /^([1-5])[\s,,、/]*([1-5])[\s,,、/]*([1-5])(?:[\s,,、。分]+(.{2,}))?[。分]?$/su;

/** A score from 1 to 5, all three at once, or none. */
export const score: Reader = (said, asked) => {
  if (isSkip(said)) return { branch: 'skip' };
  const all = THREE.exec(said.text.normalize('NFKC').trim());
  if (all && asked.save === 'overall') {
    const [, overall, timeliness, technician, comment] = all;
    const scores = { overall: Number(overall), timeliness: Number(timeliness), technician: Number(technician) };
    return { patch: { ...scores, ...(comment && { comment }) }, branch: 'scored' };
  }
  const value = said.number !== undefined ? inRange(said.number) : parseScore(said.text);
  return value === undefined ? undefined : { ...saved(asked, value), branch: 'scored' };
};

const inRange = (value: number): number | undefined => (value >= 1 && value <= 5 ? value : undefined);

/** Words of praise or complaint, or none. */
export const comment: Reader = (said, asked) =>
  isSkip(said) || said.number !== undefined
    ? { branch: 'skip' }
    : words({ ...said, text: said.text.slice(0, 1000) }, asked);

/** A message on the answering machine that came as words: its transcription. */
export const recording: Reader = ({ text, media }) => ({
  patch: { what: text, ...(media && { recording: media.id }) },
});
