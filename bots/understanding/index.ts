/** Understanding of residents and technicians: pure, offline, deterministic; nothing here keeps state or does I/O. */
export { type Control, parseControl, parseCorrection } from './control.js';
export type { Intent } from './intent.js';
export type { Item } from './items.js';
export { parsePhone } from './phone-number.js';
export type { Channel } from './pinyin.js';
export { parseLocation } from './places.js';
export { type Problem, type Understood, type Utterance, understandResident } from './resident.js';
export { screenSafety } from './safety.js';
export { parseScore, type Score } from './score.js';
export { type TechnicianCommand, understandTechnician } from './technician.js';
export { parseVisitTime, type VisitTime } from './times.js';
export { parseYesNo } from './yes-no.js';
