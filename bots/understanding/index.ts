/** Understanding of residents and technicians: pure, offline, deterministic; nothing here keeps state or does I/O. */
export { type Control, parseControl, parseCorrection } from './control.js';
export type { Channel } from './homophones.js';
export type { Item } from './items.js';
export { parsePhone } from './phone-number.js';
export { parseLocation } from './places.js';
export type { Problem } from './problems.js';
export { type Lexicon, parseLexicon, type Refusal } from './project-lexicon.js';
export { type Intent, screenSafety, type Understood, understandResident } from './resident.js';
export type { Utterance } from './resident-reading.js';
export { parseScore, type Score } from './score.js';
export { type TechnicianCommand, understandTechnician } from './technician.js';
export { parseVisitTime, type VisitTime } from './times.js';
export { parseYesNo } from './yes-no.js';
