import type { NoticeKey } from '../../src/domain/notices.js';

/** What the service sends of its own accord. */
export const enNotices: Record<NoticeKey, string> = {
  'resident.submitted': 'Your request is noted as {ticket}; we will check the details with you.',
  'resident.confirmed': 'Your request {ticket} is confirmed; we are finding a technician.',
  'resident.accepted': '{technician} has taken {ticket} and will come {window}.',
  'resident.accepted_soon': '{technician} has taken {ticket} and will come soon.',
  'resident.searching': 'We are still finding a technician for {ticket}. Thank you for waiting.',
  'resident.arrived': '{technician} has arrived for {ticket}.',
  'resident.on_hold': '{ticket} is on hold: {reason}. We will tell you when it goes on.',
  'resident.resumed': 'Work on {ticket} goes on.',
  'resident.late': 'Sorry, {ticket} is later than promised. We are on it.',
  'resident.may_be_late': 'Sorry, {ticket} may be a little late.',
  'resident.rescheduled': 'The visit for {ticket} is moved to {window}.',
  'resident.transferred': '{ticket} gets another technician; we will tell you who.',
  'resident.completed': '{ticket} is completed[: {work}]. {charge}We will ask you soon whether it is solved.',
  'resident.reopened': '{ticket} is open again, with priority.',
  'resident.cancelled': '{ticket} is cancelled.',
  'resident.closed': '{ticket} is closed. Thank you.',
  'resident.follow_up_missed':
    'We could not reach you, so {ticket} is closed as done. If anything is wrong, reply within seven days and we reopen it.',

  'technician.urged': 'The resident is asking about {ticket}; please hurry.',
  'technician.cancelled': '{ticket} is cancelled; no need to go.',
  'technician.withdrawn': '{ticket} went to someone else; nothing to do.',
  'technician.rescheduled': 'The visit for {ticket} is moved to {window}.',
  'technician.visit_soon': 'Reminder: {from} at {place} for {ticket} ({category}). Please bring: {tools}.',
  'technician.late': '{ticket} is past its promised time. Please get there and reply "arrived".',
  'technician.hurry': '{ticket} ({place}) is almost due; please hurry.',
  'technician.picture': 'Pictures or recordings from the resident of {ticket}.',
  'technician.amended': '{ticket} was updated: {description}[, {place}].',

  'desk.nobody': 'No technician can be found for {ticket} ({category}[, {place}]). Please assign by hand.',
  'desk.breach': '{ticket}[ ({place})]: {clock} is overdue. Please follow up.',
  'desk.may_be_late': '{ticket}[ ({place})]: {technician} may be late.',
  'desk.urged': 'The resident urges {ticket}[ ({place})].',
  'desk.reopened':
    '{ticket}[ ({place})] is not solved, says the resident[: {reason}]. Reopened; please keep an eye on it.',
  'desk.returned': '{technician} gave back {ticket}: {reason}.',
  'desk.unconfirmed': '{ticket}[ ({place})] could not be confirmed with the resident. Please contact them.',
  'desk.undelivered': 'A message about {ticket} could not be delivered; please contact the person. It said: {text}',
  'desk.human_wanted': 'Someone wants a person[: {person}][, phone {phone}] ({channel}). Please contact them soon.',
  'desk.low_score': '{ticket} was rated {score}[: {comment}]. Please follow up.',
  'desk.digest':
    'Good morning. Open: {open}, overdue: {overdue}, waiting: {waiting}, completed yesterday: {completed}.[\n{lines}]',
};
