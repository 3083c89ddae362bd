import type { Accepted, AcceptName } from '../flow.js';
import type { Words } from '../hear.js';
import { notedProblem } from '../route.js';
import { acknowledgement, offer, promise, record } from './from-technician.js';
import { kind } from './kind.js';
import { comment, recording, score, solved, words } from './opinion.js';
import type { Asked, Reader } from './reader.js';
import { confirmation, correction, phone, place, placeMore, problem, time } from './report.js';
import { farewell, yesNo } from './short.js';

const nothing: Reader = () => undefined;

/** How each kind of question reads its answer. */
const READERS: Record<AcceptName, Reader> = {
  problem,
  kind,
  place,
  'place-more': placeMore,
  time,
  promise,
  phone,
  words,
  'yes-no': yesNo,
  solved,
  score,
  comment,
  confirmation,
  correction,
  recording,
  // Only silence, or coming back to us, says that nobody answered.
  unreached: () => ({ branch: 'unreached' }),
  offer,
  record,
  acknowledgement,
  farewell,
  choice: nothing,
};

/** Reads an answer; `undefined` is not understood. */
export const accept = (name: AcceptName, heard: Words, asked: Asked): Accepted =>
  SHORT.includes(name) && isOtherProblem(heard, asked) ? undefined : READERS[name](heard, asked);

/** Questions whose answers begin with yes or no, as many other sentences do ("对了,客厅的灯也不亮了"). */
const SHORT: readonly AcceptName[] = ['yes-no', 'solved', 'confirmation', 'farewell'];

const isOtherProblem = (heard: Words, { slots }: Asked): boolean =>
  heard.control !== 'correct' && notedProblem({ ...slots, what: slots.what ?? '' }, heard) !== undefined;
