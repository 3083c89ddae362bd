import type { RawActionInput } from '../../../src/domain/commands.js';
import type { TicketAction } from '../../../src/domain/lifecycle.js';
import type { Staff } from '../../../src/domain/people.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import type { Known } from '../slots.js';
import { timeParams } from '../view.js';
import { addMedia } from './desk.js';
import { accept, technicianActor } from './offer.js';
import type { Operation, OperationDeps, Performed, Scene } from './operation.js';
import { toDates } from './reporter.js';

/** Carries out a technician's order, or says what is missing for it. */
export const carryOutCommand: Operation = async (deps, slots, scene) => {
  const ticket = slots.ticketId ? await deps.tickets.get(slots.ticketId) : undefined;
  if (!ticket) return refused(slots.ticketId ?? '', undefined);
  const done = await (ORDERS[slots.command ?? ''] ?? unknownOrder)(deps, slots, ticket, scene);
  if (done.result === 'ok' && slots.media?.length) await addMedia(deps, ticket, slots.media, `${scene.key}-media`);
  return done;
};

type Order = (deps: OperationDeps, slots: Known, ticket: Ticket, scene: Scene) => Promise<Performed>;

const unknownOrder: Order = async (_deps, _slots, ticket) => refused(ticket.id, ticket.state);

const refused = (ticket: string, state: string | undefined): Performed => ({
  result: 'refused',
  say: [{ key: 'technician.refused', params: { ticket, ...(state && { state }) } }],
});

/** Acts and says so; a refusal is told with the ticket's state. */
async function act<A extends TicketAction>(
  deps: OperationDeps,
  ticket: Ticket,
  scene: Scene,
  action: A,
  input: RawActionInput<A>,
  key: string,
  params: Record<string, string | number> = {},
): Promise<Performed> {
  const done = await actOnTicket(deps, {
    ticketId: ticket.id,
    action,
    input,
    actor: technicianActor(scene),
    key: scene.key,
  });
  return done.ok
    ? { result: 'ok', say: [{ key, params: { ticket: ticket.id, ...params } }] }
    : refused(ticket.id, ticket.state);
}

const short = (reason: string): string => reason.slice(0, 500);

/** What each order needs and does. */
const ORDERS: Readonly<Record<string, Order>> = {
  async accept(deps, slots, _ticket, scene) {
    const done = await accept(deps, slots, scene);
    if (done.result === 'refused') return { result: 'refused', say: [{ key: 'offer.too_late', params: {} }] };
    if (done.result === 'ok') return { ...done, result: 'accepted' };
    const ticket = slots.ticketId ?? '';
    const visitTime = done.slots?.visitTime as Known['visitTime'];
    const key = done.result === 'urgent' ? 'offer.go' : 'offer.promised';
    return { ...done, result: 'ok', say: [{ key, params: { ticket, ...timeParams(visitTime, scene.context) } }] };
  },

  async decline(deps, { reason }, ticket, scene) {
    const isOffered = ticket.state === 'offered' || ticket.history.at(-1)?.action === 'decline';
    if (isOffered)
      return act(deps, ticket, scene, 'decline', reason ? { reason: short(reason) } : {}, 'offer.declined');
    // Giving back work once taken needs a reason.
    if (!reason) return { result: 'needs_reason' };
    return act(deps, ticket, scene, 'return', { reason: short(reason) }, 'technician.returned');
  },

  async transfer(deps, slots, ticket, scene) {
    const colleagues = (await deps.people.listStaff({ projectId: ticket.projectId, role: 'technician' })).filter(
      ({ isActive, id }) => isActive && id !== ticket.assigneeId,
    );
    const to = slots.colleagueId
      ? colleagues.find(({ id }) => id === slots.colleagueId)
      : onlyOne(colleagues.filter((staff) => isCalled(staff, slots.colleague ?? slots.what ?? '')));
    if (!to) return { result: 'needs_colleague', slots: { colleagues: colleagues.slice(0, 9).map(colleagueOption) } };
    const input = { technicianId: to.id, ...(slots.reason && { reason: short(slots.reason) }) };
    return act(deps, ticket, scene, 'transfer', input, 'technician.transferred', { technician: to.name });
  },

  arrive: (deps, _slots, ticket, scene) => act(deps, ticket, scene, 'arrive', {}, 'technician.arrived'),

  start: (deps, _slots, ticket, scene) => act(deps, ticket, scene, 'start', {}, 'technician.started'),

  async pause(deps, { reason }, ticket, scene) {
    if (!reason) return { result: 'needs_reason' };
    return act(deps, ticket, scene, 'hold', { reason: short(reason) }, 'technician.paused');
  },

  async complete(deps, slots, ticket, scene) {
    const work = slots.work ?? workIn(slots.what ?? '');
    const { items = [], cost } = slots;
    if (slots.work === undefined && work === '' && items.length === 0 && cost === undefined)
      return { result: 'needs_record' };
    const input = { work: work.slice(0, 2000), materials: items.slice(0, 50), ...(cost !== undefined && { cost }) };
    return act(deps, ticket, scene, 'complete', input, 'technician.completed');
  },

  /** Materials belong to the record that completes the work. */
  material: async (_deps, _slots, ticket) => ({
    result: 'ok',
    say: [{ key: 'technician.material_later', params: { ticket: ticket.id } }],
  }),

  async reschedule(deps, { visitTime }, ticket, scene) {
    if (!visitTime) return { result: 'needs_time' };
    const times = timeParams(visitTime, scene.context) as Record<string, string>;
    return act(
      deps,
      ticket,
      scene,
      'reschedule',
      { visitTime: toDates(visitTime) },
      'technician.rescheduled_by_me',
      times,
    );
  },
};

/** What was done, without the words that only say that it is done. */
const workIn = (text: string): string =>
  text
    .replace(/W?-?\d{4,}(?:号)?/gi, '')
    .replace(
      /^[\s,,。]*(?:已经?|都)?(?:完成|完工|修好|弄好|搞定|处理好|处理完|维修完成|done|finished|completed?|fixed)(?:了|啦)?[\s,,。!!::]*/i,
      '',
    )
    .trim();

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** 李师傅, 小李 and 李强 are all 李强. */
const isCalled = ({ name }: Staff, said: string): boolean => {
  const surname = name[0] ?? name;
  return (
    said.includes(name) ||
    said.includes(`${surname}师傅`) ||
    said.includes(`小${surname}`) ||
    said.includes(`老${surname}`)
  );
};

const colleagueOption = ({ id, name }: Staff) => ({
  id,
  key: 'choice.person',
  params: { name },
  patch: { colleagueId: id },
});
