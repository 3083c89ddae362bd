import { withinHours } from '../domain/calendar.js';
import { type Effect, UNFINISHED } from '../domain/effects.js';
import { CALLING_HOURS } from '../domain/standard.js';
import type { Ticket } from '../domain/ticket.js';
import type { Telephone } from '../ports.js';
import { callsMade } from './calls-made.js';
import { type DeliverDeps, type Door, deliver, type EffectJob, refOf, Undeliverable } from './deliver.js';
import type { Deps } from './deps.js';

export type PlaceCallDeps = DeliverDeps & Pick<Deps, 'people'> & { telephone: Telephone };

/**
 * Rings the person of a prompt or message; what is said follows from the effect when the call is answered. Residents are rung
 * within calling hours, except in an emergency; a call outside them is put off, not dropped. Throws like `deliver`.
 */
export async function placeCall(deps: PlaceCallDeps, job: EffectJob): Promise<'done' | 'skipped'> {
  const effect = await deps.effects.getEffect(job);
  if (effect && (await isPutOff(deps, job, effect))) return 'skipped';
  return deliver(deps, job, (found) => open(deps, job, found));
}

async function open({ telephone }: PlaceCallDeps, job: EffectJob, effect: Effect): Promise<Door> {
  const to = contactOf(effect)?.phone;
  if (!to) throw new Undeliverable('no telephone number');
  const ref = refOf(job);
  return {
    send: async () => ({ status: 'sent', ref: (await telephone.call({ ref, to, detectMachine: true })).callId }),
    wasSent: (since) => telephone.wasPlaced({ ref, to, since }),
    note: `call ${callsMade(effect) + 1}: `,
  };
}

async function isPutOff(deps: PlaceCallDeps, job: EffectJob, effect: Effect): Promise<boolean> {
  if (effect.attempt !== job.attempt || !['pending', 'relayed'].includes(effect.status)) return false;
  const ticket = job.owner === 'ticket' ? await deps.tickets.get(job.ownerId) : undefined;
  const due = ticket && (await politeTime(deps, ticket, effect, deps.clock.now()));
  if (!due || due <= deps.clock.now()) return false;
  const patch = { status: 'pending' as const, attempt: effect.attempt + 1, dueAt: due };
  await deps.effects.updateEffect(job, { from: UNFINISHED, attempt: effect.attempt }, patch);
  await deps.relay.kick(job.owner, job.ownerId);
  return true;
}

/** The earliest moment from `from` on at which the person may be rung; staff and emergencies at any time. */
export async function politeTime(
  { people }: Pick<Deps, 'people'>,
  ticket: Ticket,
  effect: Effect,
  from: Date,
): Promise<Date> {
  if (ticket.urgency === 'emergency' || contactOf(effect)?.role !== 'resident') return from;
  const project = await people.project(ticket.projectId);
  return project ? withinHours(project.calendar.timezone, CALLING_HOURS, from) : from;
}

const contactOf = ({ work }: Effect) => ('to' in work ? work.to : undefined);
