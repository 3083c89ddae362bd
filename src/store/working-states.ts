import type { TicketState } from '../domain/lifecycle.js';

/** States in which the technician who holds the ticket, or has its offer, still has work to do: what counts as load. */
export const WORKING_STATES: readonly TicketState[] = ['offered', 'accepted', 'arrived', 'working', 'on_hold'];
