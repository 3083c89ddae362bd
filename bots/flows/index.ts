import type { Flow, Flows } from '../dialog/flow.js';
import { confirm, followUp, survey } from './ask-resident.flow.js';
import { emergency } from './emergency.flow.js';
import { report } from './report.flow.js';
import { bind, complaint, human, media, menu, open, thanks, voicemail } from './talk.flow.js';
import { alarm, offer, technician, technicianHelp } from './technician.flow.js';
import { cancel, reopen, reschedule, status, urge } from './ticket.flow.js';

const ALL: readonly Flow[] = [
  report,
  emergency,
  open,
  menu,
  human,
  complaint,
  thanks,
  voicemail,
  media,
  bind,
  status,
  urge,
  cancel,
  reschedule,
  reopen,
  confirm,
  followUp,
  survey,
  offer,
  alarm,
  technician,
  technicianHelp,
];

/** Every conversation there is, by id. */
export const FLOWS: Flows = Object.fromEntries(ALL.map((flow) => [flow.id, flow]));
