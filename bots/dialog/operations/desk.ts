import { tellDesk } from '../../../src/domain/actions/tell.js';
import type { EffectDraft } from '../../../src/domain/effects.js';
import { type Actor, SYSTEM } from '../../../src/domain/people.js';
import { isOpen, type Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { contextOf } from '../../../src/usecases/context.js';
import { isTechnician, nameOf, phoneOf, projectOf } from '../context.js';
import { actorFor, residentIdOf } from './actor.js';
import type { Operation, OperationDeps, Scene } from './operation.js';

/** Messages to the desk that somebody wants a person; to the first project's desk where the project is unknown. */
export async function wantsPerson(
  deps: Pick<OperationDeps, 'people' | 'clock'>,
  { context, turn }: Pick<Scene, 'context' | 'turn'>,
): Promise<EffectDraft[]> {
  const projectId = projectOf(context.person) ?? context.hotlineProjectId ?? context.projects[0]?.id;
  const project = projectId ? await contextOf(deps, projectId) : undefined;
  if (!project) return [];
  return tellDesk(project, 'desk.human_wanted', () => ({
    person: nameOf(context) ?? '',
    phone: phoneOf(context) ?? '',
    channel: turn.channel,
  }));
}

/** On the telephone the desk is dialled; in writing it is told. */
export const reachHuman: Operation = async (deps, _slots, scene) =>
  scene.turn.channel === 'phone' ? { result: 'dial' } : { result: 'promised', effects: await wantsPerson(deps, scene) };

/** Nobody answered, or somebody must write back: the desk has it in writing. */
export const bookCallback: Operation = async (deps, { category = 'other' }, scene) => ({
  // A complaint about something broken is a report as well.
  result: category === 'other' ? 'ok' : 'problem',
  effects: await wantsPerson(deps, scene),
});

/** An invitation code makes the account a technician's. A code used by the same account before is no error. */
export const bind: Operation = async (deps, { code = '' }, { turn, context }) => {
  const { wechatId } = turn.from;
  const bound = wechatId ? await deps.people.bindStaff(code, wechatId) : undefined;
  const staff = bound ?? (context.person.kind === 'staff' ? context.person.staff : undefined);
  return staff
    ? { result: 'bound', say: [{ key: 'bind.welcome', params: { name: staff.name } }] }
    : { result: 'unknown' };
};

/** A picture sent after the report still belongs to it. */
const BELONGS_WITHIN_MINUTES = 120;

/** Adds pictures and recordings to the ticket at hand: a technician's work, or a resident's newest report. */
export const keepMedia: Operation = async (deps, { media = [] }, scene) => {
  const ticket = await ticketFor(deps, scene);
  if (!ticket && isTechnician(scene.context)) return { result: 'none' };
  if (!ticket) return { result: 'report', say: [{ key: isVoice(scene) ? 'media.voice' : 'media.kept', params: {} }] };
  const actor = isTechnician(scene.context) ? SYSTEM : actorFor(ticket, scene.context);
  await addMedia(deps, ticket, media, scene.key, actor);
  return { result: 'kept', slots: { ticketId: ticket.id } };
};

const isVoice = ({ turn: { input } }: Scene): boolean => input.kind === 'media' && input.media.kind === 'audio';

async function ticketFor(deps: OperationDeps, { context }: Scene): Promise<Ticket | undefined> {
  const id = residentIdOf(context);
  if (!id) return undefined;
  const { tickets } = await deps.tickets.list(isTechnician(context) ? { assigneeId: id } : { residentId: id }, {
    limit: 20,
  });
  if (isTechnician(context))
    return tickets.find(({ state }) => state === 'working' || state === 'arrived') ?? tickets[0];
  const since = context.now.getTime() - BELONGS_WITHIN_MINUTES * 60_000;
  return tickets.find((ticket) => isOpen(ticket) && ticket.createdAt.getTime() >= since);
}

/** Media are facts, not decisions: whoever sent them, the service keeps them. */
export async function addMedia(
  deps: OperationDeps,
  ticket: Ticket,
  media: string[],
  key: string,
  actor: Actor = SYSTEM,
): Promise<void> {
  const added = await actOnTicket(deps, { ticketId: ticket.id, action: 'amend', input: { media }, actor, key });
  if (!added.ok) deps.log.warn({ ticketId: ticket.id, code: added.refusal.code }, 'media not added');
}
