import { SYSTEM } from '../../../src/domain/people.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { checkDeadline } from '../../../src/usecases/check-deadline.js';
import { dispatchTicket } from '../../../src/usecases/dispatch-ticket.js';
import { reportTicket } from '../../../src/usecases/report.js';
import { aDispatcher, aProject, aReport, aStaff, quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryStores } from '../../support/memory-stores.js';

async function aService() {
  const stores = memoryStores();
  const clock = fakeClock(TUESDAY_TEN);
  const kicked: string[] = [];
  await stores.people.saveProject(aProject());
  for (const staff of [
    aStaff(),
    aStaff({ id: 'tech-2', phone: '+8613800001002', wechatId: 'wx-tech-2' }),
    aDispatcher(),
  ]) {
    await stores.people.saveStaff(staff);
  }
  const deps = {
    ...stores,
    clock,
    log: quietLog,
    fault: () => {},
    relay: { kick: async (_: string, id: string) => void kicked.push(id) },
  };
  const report = async (over = {}) => {
    const result = await reportTicket(deps, aReport(over));
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  return { deps, clock, kicked, report };
}

const technician = { role: 'technician', id: 'tech-1' } as const;

describe('report', () => {
  it('3.1.2 makes one ticket of one report, however often it arrives and however many at once', async () => {
    const { deps, report } = await aService();
    const tickets = await Promise.all(Array.from({ length: 20 }, () => report()));
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(1);
    expect((await deps.tickets.list({}, { limit: 100 })).tickets).toHaveLength(1);
  });

  it('refuses a report for a project that is not there, and saves nothing', async () => {
    const { deps } = await aService();
    const result = await reportTicket(deps, aReport({ projectId: 'nowhere' }));
    expect(result).toEqual({ ok: false, refusal: { code: 'not_found', what: 'project', id: 'nowhere' } });
    expect((await deps.tickets.list({}, { limit: 100 })).tickets).toHaveLength(0);
  });
});

describe('act', () => {
  it('acts once for one key, and says so again for a repetition', async () => {
    const { deps, report } = await aService();
    const { id } = await report();
    const urge = { ticketId: id, action: 'urge', actor: { role: 'resident', id: 'res-1' }, key: 'turn-9' } as const;
    await actOnTicket(deps, urge);
    const again = await actOnTicket(deps, urge);
    expect(again).toMatchObject({ ok: true, value: { priority: 1 } });
    expect((await deps.tickets.get(id))?.priority).toBe(1);
  });

  it('loses none of twenty people who act in the same instant', async () => {
    const { deps, report } = await aService();
    const { id } = await report();
    const urge = (n: number) =>
      actOnTicket(deps, { ticketId: id, action: 'urge', actor: { role: 'dispatcher', id: 'disp-1' }, key: `k${n}` });
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => urge(n)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await deps.tickets.get(id)).toMatchObject({ priority: 20, version: 21 });
  });

  it('lets one of two technicians accept an emergency and refuses the other', async () => {
    const { deps, report } = await aService();
    const { id } = await report({ urgency: 'emergency' });
    await dispatchTicket(deps, { ticketId: id, key: 'e1' });
    const accept = (technicianId: string) =>
      actOnTicket(deps, {
        ticketId: id,
        action: 'accept',
        actor: { role: 'technician', id: technicianId },
        key: technicianId,
      });
    const results = await Promise.all([accept('tech-1'), accept('tech-2')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('2.1 no silent dead end', () => {
  it('goes from one technician to the next, then to the desk, then searches again', async () => {
    const { deps, clock, report } = await aService();
    const { id } = await report();
    const offeredTo: (string | undefined)[] = [];
    for (let round = 0; round < 3; round++) {
      await dispatchTicket(deps, { ticketId: id, key: `search-${round}` });
      const ticket = (await deps.tickets.get(id))!;
      offeredTo.push(ticket.offeredTo);
      if (!ticket.offeredTo) break;
      const effect = ticket.effects.findLast(({ work }) => work.kind === 'deadline' && work.deadline === 'accept')!;
      clock.set(effect.dueAt!);
      await checkDeadline(deps, { ref: { owner: 'ticket', ownerId: id, effectId: effect.id } });
    }
    expect(offeredTo).toEqual(['tech-1', 'tech-2', undefined]);
    const ticket = (await deps.tickets.get(id))!;
    expect(ticket.breaches.map(({ clock: name }) => name)).toEqual(['dispatch']);
    expect(ticket.effects.at(-1)).toMatchObject({ work: { kind: 'dispatch' }, status: 'pending' });
    expect(ticket.effects.at(-1)?.dueAt).toEqual(new Date(clock.now().getTime() + 30 * 60_000));
    // The new search asks everybody again.
    clock.advance(30);
    await dispatchTicket(deps, { ticketId: id, key: 'search-again' });
    expect((await deps.tickets.get(id))?.offeredTo).toBe('tech-1');
  });

  it('3.1.3 sends a technician where a confirmation never came but the place is known', async () => {
    const { deps, clock, report } = await aService();
    const ticket = await report({ isConfirmed: false });
    const effect = ticket.effects.find(({ work }) => work.kind === 'deadline' && work.deadline === 'confirm')!;
    clock.set(effect.dueAt!);
    await checkDeadline(deps, { ref: { owner: 'ticket', ownerId: ticket.id, effectId: effect.id } });
    const after = (await deps.tickets.get(ticket.id))!;
    expect(after.state).toBe('confirmed');
    expect(after.history.map(({ action }) => action)).toEqual(['submit', 'confirm']);
    expect(after.breaches.map(({ clock: name }) => name)).toEqual(['confirm']);
    expect(after.effects.some(({ work }) => work.kind === 'message' && work.text.key === 'desk.unconfirmed')).toBe(
      true,
    );
  });

  it('3.1.3 leaves a report without a place to the desk', async () => {
    const { deps, clock, report } = await aService();
    const ticket = await report({ isConfirmed: false, location: {} });
    const effect = ticket.effects.find(({ work }) => work.kind === 'deadline' && work.deadline === 'confirm')!;
    clock.set(effect.dueAt!);
    await checkDeadline(deps, { ref: { owner: 'ticket', ownerId: ticket.id, effectId: effect.id } });
    expect((await deps.tickets.get(ticket.id))?.history.map(({ action }) => action)).toEqual(['submit', 'escalate']);
  });
});

describe('deadlines', () => {
  it('3.3.1 a broken promise is recorded once and told to resident, technician and desk', async () => {
    const { deps, clock, report } = await aService();
    const { id } = await report();
    await dispatchTicket(deps, { ticketId: id, key: 's' });
    const promisedTime = {
      from: new Date(TUESDAY_TEN.getTime() + 3_600_000),
      to: new Date(TUESDAY_TEN.getTime() + 7_200_000),
    };
    await actOnTicket(deps, { ticketId: id, action: 'accept', input: { promisedTime }, actor: technician, key: 'a' });
    const effect = (await deps.tickets.get(id))!.effects.findLast(
      ({ work }) => work.kind === 'deadline' && work.deadline === 'arrive',
    )!;
    clock.set(effect.dueAt!);
    const ref = { owner: 'ticket', ownerId: id, effectId: effect.id } as const;
    expect(await checkDeadline(deps, { ref })).toBe('done');
    expect(await checkDeadline(deps, { ref })).toBe('skipped');
    const ticket = (await deps.tickets.get(id))!;
    expect(ticket.breaches).toEqual([{ clock: 'arrive', at: effect.dueAt }]);
    expect(ticket.effects.find(({ id: one }) => one === effect.id)?.status).toBe('done');
  });

  it('2.1 tells once where two clocks run out in the same moment', async () => {
    const { deps, clock, report } = await aService();
    const { id } = await report();
    const two = { owner: 'ticket', ownerId: id } as const;
    const deadline = (await deps.tickets.get(id))!.effects.find(
      ({ work }) => work.kind === 'deadline' && work.deadline === 'arrive',
    )!;
    clock.set(deadline.dueAt!);
    await Promise.all([1, 2, 3].map(() => checkDeadline(deps, { ref: { ...two, effectId: deadline.id } })));
    expect((await deps.tickets.get(id))?.breaches).toHaveLength(1);
  });

  it('2.1 does not act for an effect that the ticket has left behind', async () => {
    const { deps, clock, report } = await aService();
    const { id } = await report();
    const deadline = (await deps.tickets.get(id))!.effects.find(
      ({ work }) => work.kind === 'deadline' && work.deadline === 'arrive',
    )!;
    clock.set(deadline.dueAt!);
    const escalate = (key: string) =>
      actOnTicket(deps, {
        ticketId: id,
        action: 'escalate',
        input: { clock: 'arrive' },
        actor: SYSTEM,
        key,
        settles: deadline.id,
      });
    expect((await escalate('first')).ok).toBe(true);
    expect(await escalate('second')).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
    expect((await deps.tickets.get(id))?.breaches).toHaveLength(1);
  });

  it('closes a ticket whose resident never answers, with the reason in its history', async () => {
    const { deps, clock, report } = await aService();
    const { id } = await report();
    await dispatchTicket(deps, { ticketId: id, key: 's' });
    await actOnTicket(deps, { ticketId: id, action: 'accept', actor: technician, key: 'a' });
    await actOnTicket(deps, { ticketId: id, action: 'complete', actor: technician, key: 'c' });
    const effect = (await deps.tickets.get(id))!.effects.find(
      ({ work }) => work.kind === 'deadline' && work.deadline === 'follow_up',
    )!;
    clock.set(effect.dueAt!);
    await checkDeadline(deps, { ref: { owner: 'ticket', ownerId: id, effectId: effect.id } });
    const ticket = (await deps.tickets.get(id))!;
    expect(ticket.state).toBe('closed');
    expect(ticket.history.at(-1)).toMatchObject({ action: 'close', actor: SYSTEM, reason: '回访无人应答' });
  });
});
