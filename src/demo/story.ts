import type { Scene } from './scene.js';
import { binding } from './scenes/binding.js';
import { callbacks, notSolved } from './scenes/callbacks.js';
import { emergency } from './scenes/emergency.js';
import { ending } from './scenes/ending.js';
import { chatReport, groupReport, phoneReport, smsReport } from './scenes/reports.js';
import { appointment, lateTechnician } from './scenes/visits.js';

/** The whole story, from a Tuesday morning to Thursday afternoon of the service's time. */
export const STORY: readonly Scene[] = [
  binding,
  chatReport,
  phoneReport,
  groupReport,
  smsReport,
  emergency,
  lateTechnician,
  notSolved,
  appointment,
  callbacks,
  ending,
];
