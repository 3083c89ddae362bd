import { addServiceMinutes, serviceMinutesBetween } from './calendar.js';
import type { Urgency } from './categories.js';
import type { Project } from './project.js';
import { NORM_PRESETS, type Norm } from './standard.js';

/** The norm of a project for an urgency, in minutes. */
export const normOf = (project: Project, urgency: Urgency): Norm => NORM_PRESETS[project.normPreset].norms[urgency];

/** When a clock of so many minutes runs out: emergencies round the clock, the others in service time. */
export const dueAt = (project: Project, urgency: Urgency, from: Date, minutes: number): Date =>
  urgency === 'emergency'
    ? new Date(from.getTime() + minutes * 60_000)
    : addServiceMinutes(project.calendar, from, minutes);

/** Minutes that a stopped clock has left; negative never, a breached clock has 0. */
export const minutesLeft = (project: Project, urgency: Urgency, now: Date, due: Date): number =>
  urgency === 'emergency'
    ? Math.max(0, (due.getTime() - now.getTime()) / 60_000)
    : serviceMinutesBetween(project.calendar, now, due);
