import { freePort } from '../../src/demo/free-port.js';
import { until } from '../../src/demo/until.js';
import { type Desk, type DeskTicket, openDesk } from '../support/e2e-desk.js';
import { type Program, processesIn, startProgram, temporaryFolder } from '../support/e2e-process.js';
import { setClockOf, tuesdayTen } from '../support/e2e-time.js';

const TECHNICIAN = 'demo-technician-01';
const HOLD = ['hold', { reason: '缺件' }] as const;
const DONE = ['complete', { work: '换角阀' }] as const;
const CLOSE = ['close', { reason: '已解决' }] as const;

/** How the desk brings a ticket to each state. `submitted` is made by a report that nobody confirmed. */
const WAYS: Record<string, readonly (readonly [string, object?])[]> = {
  submitted: [],
  confirmed: [],
  offered: [['dispatch', { technicianId: TECHNICIAN }]],
  accepted: [['dispatch', { technicianId: TECHNICIAN }], ['accept']],
  arrived: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], ['arrive']],
  working: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], ['start']],
  on_hold: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], HOLD],
  completed: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], DONE],
  followed_up: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], DONE, ['follow_up']],
  closed: [['dispatch', { technicianId: TECHNICIAN }], ['accept'], DONE, CLOSE],
  cancelled: [['cancel']],
};

const actionsOf = ({ timeline }: DeskTicket) => timeline.flatMap(({ action }) => action ?? []);

it('keeps a ticket in each state over a kill -9, and what fell due meanwhile happens', async () => {
  const folder = await temporaryFolder();
  const port = await freePort();
  const running: Program[] = [];
  const start = async () => {
    const program = startProgram({ DATA_DIR: folder.path, PORT: String(port) });
    running.push(program);
    await program.ready();
    return { program, desk: await openDesk(`http://localhost:${port}`) };
  };
  try {
    await setClockOf(folder.path);
    const first = await start();
    const ids = await makeTickets(first.desk);
    const before = await look(first.desk, ids);
    expect(await first.program.end('SIGKILL')).toBe('SIGKILL');
    await until('redis-server ended with its parent', () => processesIn(folder.path).length === 0);

    const aWeekLater = new Date(tuesdayTen().getTime() + 7 * 24 * 3_600_000);
    await setClockOf(folder.path, aWeekLater);

    const { desk } = await start();
    expect(await look(desk, ids)).toEqual(before);

    // The jobs wait in real time; with a change of speed they are set to the service's.
    await desk.setScale(2);
    const after = (state: string, what: string, isSo: (ticket: DeskTicket) => unknown) =>
      until(what, async () => isSo(await desk.ticket(ids[state]!)));
    await after('submitted', 'nobody answered: confirmed by the clock', (ticket) =>
      actionsOf(ticket).includes('confirm'),
    );
    await after('offered', 'nobody accepted: offered to another', ({ offers }) =>
      offers.some(({ outcome }) => outcome === 'expired'),
    );
    for (const state of ['accepted', 'arrived', 'working']) {
      await after(state, `${state}: a broken clock is told`, ({ breaches }) => breaches.length > 0);
    }
    for (const state of ['completed', 'followed_up']) {
      await after(state, `${state}: nobody answered, closed`, (ticket) => ticket.state === 'closed');
    }
    for (const state of ['closed', 'cancelled']) expect((await desk.ticket(ids[state]!)).state).toBe(state);
  } finally {
    for (const program of running) await program.end('SIGKILL');
    await folder.remove();
  }
});

/** One ticket for each state, each of another resident so that no question waits behind another. */
async function makeTickets(desk: Desk): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [n, [state, ways]] of Object.entries(WAYS).entries()) {
    const resident = { name: `住户${n}`, phone: `+86139000${String(10_000 + n)}` };
    const { id } = await desk.report({ resident, isConfirmed: state !== 'submitted' });
    if (state === 'confirmed') await untilConfirmed(desk, id);
    for (const [action, input] of ways) await desk.act(id, action, input);
    ids[state] = id;
  }
  return ids;
}

/** Declined by everybody, it waits for its next search. */
async function untilConfirmed(desk: Desk, id: string): Promise<void> {
  await until('nobody is left', async () => {
    const ticket = await desk.ticket(id);
    if (ticket.state === 'offered') await desk.act(id, 'decline').catch(() => undefined);
    return actionsOf(ticket).includes('escalate');
  });
}

const look = async (desk: Desk, ids: Record<string, string>) =>
  Promise.all(
    Object.entries(ids).map(async ([state, id]) => {
      const ticket = await desk.ticket(id);
      expect(ticket.state).toBe(state);
      const { timeline: _, ...saved } = ticket;
      return { ...saved, actions: actionsOf(ticket) };
    }),
  );
