import { isDeepStrictEqual } from 'node:util';
import type { Category, SafetyCode } from '../../../src/domain/categories.js';
import type { Saying } from '../../../src/domain/reply.js';
import { isOpen, type Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { reportTicket } from '../../../src/usecases/report.js';
import { personSlots, projectSaid } from '../report-slots.js';
import { type Known, known } from '../slots.js';
import { asap } from '../times.js';
import { actorFor, residentIdOf } from './actor.js';
import type { Operation, OperationDeps, Scene } from './operation.js';
import { projectIdOf, reportBase, reporterOf, toDates } from './reporter.js';

const CATEGORY_OF: Record<SafetyCode, Category> = {
  gas: 'gas',
  fire: 'fire_safety',
  sparks: 'electrical',
  lift_entrapment: 'lift',
  burst_pipe: 'plumbing',
  flooding: 'drainage',
  injury: 'other',
};

/** The same danger told again within this time is the same emergency. */
const SAME_WITHIN_MINUTES = 60;

/** What to do now, and the ticket at once with what is known; the questions come after. */
export const reportEmergency: Operation = async (deps, slots, scene) => {
  const safety = slots.safety ?? 'injury';
  const warning: Saying = { key: `safety.${safety}`, params: {} };
  const earlier = await sameEmergency(deps, safety, scene);
  if (earlier) {
    const say = [warning, { key: 'emergency.known', params: { ticket: earlier.id } }];
    return { result: 'told', slots: { ticketId: earlier.id, ...fromTicket(earlier) }, say };
  }
  const told = { ...slots, ...homeAndPerson(slots, scene) };
  const made = await submit(deps, told, safety, scene);
  if (!made) return { result: 'refused', say: [warning] };
  return {
    result: told.location && !slots.location ? 'guessed' : 'told',
    slots: { ...told, ticketId: made.id },
    say: [warning, { key: 'emergency.created', params: { ticket: made.id } }],
  };
};

const fromTicket = ({ location, resident }: Ticket) => ({
  ...(Object.keys(location).length > 0 && { location }),
  ...(resident.phone && { phone: resident.phone }),
});

/** Whoever cries for help is most likely at home; for a lift the building is what counts. */
const homeAndPerson = (slots: Known, { context }: Scene): Known =>
  known(personSlots({ ...slots, category: slots.safety === 'lift_entrapment' ? 'lift' : 'gas' }, context));

async function submit(
  deps: OperationDeps,
  slots: Known,
  safety: SafetyCode,
  scene: Scene,
): Promise<Ticket | undefined> {
  const said = projectSaid(slots.what ?? '', slots.location, scene.context.projects)?.id;
  const projectId = said ?? projectIdOf(slots, scene);
  if (!projectId) return undefined;
  const base = reportBase(slots, scene);
  const made = await reportTicket(deps, {
    ...base,
    ...(await reporterOf(deps, { ...slots, projectId }, scene)),
    projectId,
    category: base.category === 'other' ? CATEGORY_OF[safety] : base.category,
    urgency: 'emergency',
    safety,
    description: slots.what ?? safety,
    visitTime: toDates(asap(scene.context)),
    // Nobody in danger is asked whether the details are right.
    isConfirmed: true,
  });
  return made.ok ? made.value : undefined;
}

async function sameEmergency(deps: OperationDeps, safety: SafetyCode, scene: Scene): Promise<Ticket | undefined> {
  const residentId = residentIdOf(scene.context);
  if (!residentId) return undefined;
  const since = new Date(scene.context.now.getTime() - SAME_WITHIN_MINUTES * 60_000);
  const { tickets } = await deps.tickets.list({ residentId, urgency: 'emergency', createdFrom: since }, { limit: 20 });
  // A turn handled again finds its own ticket by its origin, not here.
  return tickets.find((ticket) => ticket.safety === safety && isOpen(ticket) && ticket.origin !== scene.key);
}

/** Place and telephone for the ticket that was made at once; another project's people are told where that was wrong. */
export const amendEmergency: Operation = async (deps, slots, scene) => {
  const ticket = slots.ticketId ? await deps.tickets.get(slots.ticketId) : undefined;
  if (!ticket) return { result: 'unchanged' };
  const isElsewhere = slots.isProjectSure && slots.projectId !== undefined && slots.projectId !== ticket.projectId;
  if (isElsewhere) return moveEmergency(deps, slots, ticket, scene);
  const location = slots.location ?? slots.partial;
  const isMoved = location !== undefined && !isDeepStrictEqual(location, ticket.location);
  const hasPhone = Boolean(slots.phone) && slots.phone !== ticket.resident.phone;
  if (!isMoved && !hasPhone) return { result: 'unchanged' };
  const amended = await actOnTicket(deps, {
    ticketId: ticket.id,
    action: 'amend',
    input: {
      ...(isMoved && { location }),
      ...(hasPhone && { resident: { ...ticket.resident, phone: slots.phone } }),
    },
    actor: actorFor(ticket, scene.context),
    key: scene.key,
  });
  return amended.ok
    ? { result: 'ok', ...(isMoved && { say: [{ key: 'emergency.noted', params: {} }] }) }
    : { result: 'refused' };
};

async function moveEmergency(deps: OperationDeps, slots: Known, ticket: Ticket, scene: Scene) {
  const moved = await submit(deps, slots, ticket.safety ?? 'injury', scene);
  if (!moved) return { result: 'refused' };
  const reason = `转为${moved.id}`;
  const actor = actorFor(ticket, scene.context);
  await actOnTicket(deps, { ticketId: ticket.id, action: 'cancel', input: { reason }, actor, key: scene.key });
  const say = [{ key: 'emergency.created', params: { ticket: moved.id } }];
  return { result: 'ok', slots: { ticketId: moved.id }, say };
}
