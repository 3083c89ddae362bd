/**
 * Every sentence that the service sends of its own accord: key → parameters. The texts in both languages are in
 * bots/texts, which must have them all. Times are ISO strings and are rendered in the project's time zone (`timezone`);
 * `location` and `category` are rendered from their codes.
 */
export interface Notices {
  /** To the resident. */
  'resident.submitted': { ticket: string };
  'resident.confirmed': { ticket: string };
  'resident.accepted': { ticket: string; technician: string; from: string; to: string; timezone: string };
  'resident.accepted_soon': { ticket: string; technician: string };
  'resident.searching': { ticket: string };
  'resident.arrived': { ticket: string; technician: string };
  'resident.on_hold': { ticket: string; reason: string };
  'resident.resumed': { ticket: string };
  'resident.late': { ticket: string };
  /** Ten minutes before the promise runs out, where nobody has arrived. */
  'resident.may_be_late': { ticket: string };
  'resident.rescheduled': { ticket: string; from: string; to: string; timezone: string };
  'resident.transferred': { ticket: string };
  'resident.completed': { ticket: string; work: string; cost: number };
  'resident.reopened': { ticket: string };
  'resident.cancelled': { ticket: string };
  'resident.closed': { ticket: string };
  /** The last attempt of a question that nobody answered, as a message. */
  'resident.follow_up_missed': { ticket: string };
  /** To a technician. */
  'technician.urged': { ticket: string };
  'technician.cancelled': { ticket: string };
  'technician.withdrawn': { ticket: string };
  'technician.rescheduled': { ticket: string; from: string; to: string; timezone: string };
  'technician.visit_soon': { ticket: string; place: string; from: string; timezone: string; category: string };
  'technician.late': { ticket: string };
  'technician.hurry': { ticket: string; place: string };
  /** With the resident's pictures and recordings. */
  'technician.picture': { ticket: string };
  'technician.amended': { ticket: string; description: string; place: string };
  /** To dispatchers, managers and the duty phone. */
  'desk.nobody': { ticket: string; category: string; place: string };
  'desk.breach': { ticket: string; clock: string; place: string };
  'desk.may_be_late': { ticket: string; technician: string; place: string };
  'desk.urged': { ticket: string; place: string };
  'desk.reopened': { ticket: string; place: string; reason: string };
  'desk.returned': { ticket: string; technician: string; reason: string };
  'desk.unconfirmed': { ticket: string; place: string };
  'desk.undelivered': { ticket: string; text: string };
  'desk.human_wanted': { person: string; phone: string; channel: string };
  'desk.low_score': { ticket: string; score: number; comment: string };
  'desk.digest': { open: number; overdue: number; waiting: number; completed: number; lines: string };
}
export type NoticeKey = keyof Notices;
