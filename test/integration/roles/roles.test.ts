import { ACCOUNT, createPlayer } from '../../../src/demo/player.js';
import { until } from '../../../src/demo/until.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { openDesk } from '../../support/e2e-desk.js';
import { openSite, type Site } from './site.js';

const REPORTS = 20;
/** A dead worker's jobs go to another when their lock of half a minute is over and two looks, half a minute apart, have found them so. */
const LOCKS = 110_000;

describe('two webs, two workers, a bot and a scheduler on one database and one Redis', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const tickets = async (): Promise<Ticket[]> => (await site.stores.tickets.list({}, { limit: 100 })).tickets;
  const countOf = ({ history }: Ticket, action: string) => history.filter((entry) => entry.action === action).length;
  /** Offers of a ticket on the technicians' phones; a question that still waits may be put again behind the answer to another. */
  const offersOf = ({ id }: Ticket) =>
    site.networks.wechat.messages().filter(({ from, text = '' }) => from === ACCOUNT && text.startsWith(`新单${id}`));

  it('twenty reports at once over both webs: one ticket, one offer and one acceptance each, though a worker is killed', async () => {
    const desks = await Promise.all(site.webs.map(openDesk));
    const technician = createPlayer(site.networks, '王师傅', { wechat: 'wx-technician-01', phone: '+8613800001001' });
    const reports = Array.from({ length: REPORTS }, (_, n) =>
      desks[n % 2]!.report({
        category: 'drainage',
        description: `第${n + 1}户下水道堵了`,
        resident: { name: `住户${n}`, phone: `+86139000${20_000 + n}` },
      }),
    );
    await until('the work is in full swing', async () => (await tickets()).some(({ state }) => state === 'offered'));
    site.programs.workers[0].child.kill('SIGKILL');
    const made = await Promise.all(reports);
    expect(new Set(made.map(({ id }) => id)).size).toBe(REPORTS);

    let seen: Ticket[] = [];
    const isEach = (state: Ticket['state']) => async () => {
      seen = await tickets();
      return seen.every((ticket) => ticket.state === state);
    };
    const states = () => seen.map(({ id, state }) => `${id} ${state}`).join(', ');
    await until('all offered', isEach('offered'), states, LOCKS);
    for (const ticket of await tickets()) {
      if (ticket.offeredTo === 'demo-technician-01') await technician.writes(`${ticket.id} 接单 明天下午3点`);
      else await desks[0]!.act(ticket.id, 'accept');
    }
    await until('all accepted', isEach('accepted'), states, LOCKS);
    const all = await tickets();
    expect(all).toHaveLength(REPORTS);
    for (const ticket of all) {
      expect([countOf(ticket, 'dispatch'), countOf(ticket, 'accept')]).toEqual([1, 1]);
      expect(offersOf(ticket).length).toBeLessThanOrEqual(1);
    }
    technician.leave();
  }, 300_000);

  it('a call goes on though each of its steps is answered by another web', async () => {
    const caller = createPlayer(site.networks, '来电', { phone: '+8613900007777' });
    await caller.dials('+861080000001');
    await caller.hears(/您好/);
    await caller.says('门锁打不开了,五栋一单元二零三,明天上午九点来');
    await caller.hears(/对吗/);
    await caller.presses('1');
    await caller.hears(/已为您登记/);
    await caller.hangsUp();
    const [made] = await tickets();
    expect(made).toMatchObject({ channel: 'phone', category: 'door_lock' });
  });
});
