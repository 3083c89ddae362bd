import { z } from 'zod';
import { search } from './actions/intake.js';
import type { Context } from './actions/rule.js';
import { alarmDuty, ask, tellResident } from './actions/tell.js';
import { deadlines, minutesAfter, visitClocks } from './actions/timing.js';
import { dueAt, normOf } from './clocks.js';
import { type EffectDraft, numberEffects } from './effects.js';
import { actorSchema } from './people.js';
import { CONFIRM_AFTER_MINUTES } from './standard.js';
import { type Ticket, ticketSchema } from './ticket.js';

/** What a report carries, from whichever door. */
export const reportSchema = ticketSchema
  .pick({
    origin: true,
    projectId: true,
    channel: true,
    category: true,
    urgency: true,
    safety: true,
    description: true,
    location: true,
    resident: true,
    visitTime: true,
  })
  .extend({
    reportedBy: actorSchema.optional(),
    /** The resident has heard the details read back and said yes (clause 3.1.3). */
    isConfirmed: z.boolean(),
    isRepeat: z.boolean().default(false),
    media: z.array(z.string()).default([]),
    transcript: ticketSchema.shape.transcript.default([]),
  });
export type Report = z.output<typeof reportSchema>;

/**
 * A new ticket (clause 3.1.2). A confirmed report starts the search for a technician, an emergency does so at once and rings
 * the duty phone; any other waits for the confirmation that it asks for (clause 3.1.3).
 */
export function submit(id: string, report: Report, context: Context): Ticket {
  const { isConfirmed, ...details } = report;
  const { now } = context;
  const base: Ticket = {
    ...details,
    id,
    version: 1,
    state: isConfirmed ? 'confirmed' : 'submitted',
    offers: [],
    alarmedIds: [],
    priority: 0,
    reopenCount: 0,
    clocks: clocksOf(report, context),
    stoppedClocks: {},
    breaches: [],
    history: [],
    effects: [],
    createdAt: now,
    updatedAt: now,
  };
  const actor = report.reportedBy ?? { role: 'resident' as const, id: report.resident.personId };
  return {
    ...base,
    history: [{ at: now, action: 'submit', actor, from: null, to: base.state, key: report.origin }],
    effects: numberEffects(id, 1, effectsOf(base, isConfirmed, context), now),
  };
}

function clocksOf(report: Report, context: Context): Ticket['clocks'] {
  const norm = normOf(context.project, report.urgency);
  const confirm = dueAt(context.project, report.urgency, context.now, norm.confirm);
  return {
    ...(report.isConfirmed ? {} : { confirm }),
    ...(report.isConfirmed || report.urgency === 'emergency' ? visitClocks(report, context) : {}),
  };
}

function effectsOf(ticket: Ticket, isConfirmed: boolean, context: Context): EffectDraft[] {
  const isEmergency = ticket.urgency === 'emergency';
  const spokenTo = ticket.channel !== 'web';
  return [
    ...(isConfirmed || isEmergency ? [search] : []),
    ...(isEmergency ? [alarmDuty(context)] : []),
    ...(isConfirmed ? [] : [confirmation(ticket, context)]),
    // In a conversation the answer is given there; a report made by staff is told to the resident.
    ...(spokenTo
      ? []
      : [tellResident(ticket, isConfirmed ? 'resident.confirmed' : 'resident.submitted', { ticket: ticket.id })]),
    ...deadlines(ticket, ['confirm', 'arrive', 'complete']),
  ];
}

/** Somebody who has just hung up or fallen silent is not rung back in the same breath. */
function confirmation(ticket: Ticket, { project, now }: Context): EffectDraft {
  const wait = Math.min(CONFIRM_AFTER_MINUTES, normOf(project, ticket.urgency).confirm / 3);
  return ask(ticket.resident, 'confirm', { dueAt: minutesAfter(now, wait), onlyWhile: { states: ['submitted'] } });
}
