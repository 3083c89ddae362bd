import type { Category } from '../categories.js';
import type { Staff } from '../people.js';
import { isOnShift } from './shift.js';

/** What the ranking knows of a technician. */
export interface Candidate {
  staff: Staff;
  /** Tickets offered to or held by the technician. */
  load: number;
}

export interface RankRequest {
  category: Category;
  projectId: string;
  timezone: string;
  now: Date;
  /** Emergencies may wake technicians who are off shift where nobody is on it. */
  isEmergency: boolean;
  /** Technicians who declined, let expire, returned or failed this ticket. */
  excluded: ReadonlySet<string>;
  /** The technician of an earlier visit, preferred for continuity. */
  previousId?: string;
}

export interface Ranked {
  staff: Staff;
  /** Why this technician, as codes that texts put into words (clause 3.2.1). */
  reasons: string[];
}

const hasSkill = (staff: Staff, category: Category): boolean =>
  category === 'other' ? staff.skills.length > 0 : staff.skills.includes(category);

/**
 * Technicians who may be offered the ticket, best first: continuity, then lowest load, then id, so that the order is total.
 * Nobody without the skill, of another project or inactive; off shift only in an emergency where nobody on shift is left.
 */
export function rankTechnicians(request: RankRequest, candidates: readonly Candidate[]): Ranked[] {
  const able = candidates
    .filter(
      ({ staff }) => staff.role === 'technician' && staff.isActive && staff.projectIds.includes(request.projectId),
    )
    .filter(({ staff }) => hasSkill(staff, request.category) && !request.excluded.has(staff.id))
    .map((candidate) => ({ ...candidate, onShift: isOnShift(candidate.staff, request.now, request.timezone) }))
    .filter(({ onShift }) => onShift || request.isEmergency);
  // Nobody is woken while somebody on shift is left.
  const isAnybodyOnShift = able.some(({ onShift }) => onShift);
  return able
    .filter(({ onShift }) => onShift === isAnybodyOnShift)
    .map((candidate) => ({ ...candidate, isPrevious: candidate.staff.id === request.previousId }))
    .sort(
      (a, b) => Number(b.isPrevious) - Number(a.isPrevious) || a.load - b.load || a.staff.id.localeCompare(b.staff.id),
    )
    .map(({ staff, load, onShift, isPrevious }) => ({
      staff,
      reasons: [
        `skill:${request.category}`,
        onShift ? 'on_shift' : 'off_shift_emergency',
        ...(isPrevious ? ['continuity'] : []),
        `load:${load}`,
      ],
    }));
}
