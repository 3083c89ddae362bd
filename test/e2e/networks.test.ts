import { freePort } from '../../src/demo/free-port.js';
import { createPlayer, type Networks } from '../../src/demo/player.js';
import { GARDEN_HOTLINE, numberIn, OWNERS_GROUP } from '../../src/demo/scene.js';
import { until } from '../../src/demo/until.js';
import { type Desk, openDesk } from '../support/e2e-desk.js';
import { openNetworks } from '../support/e2e-networks.js';
import { type Program, startProgram, temporaryFolder } from '../support/e2e-process.js';
import { setClockOf } from '../support/e2e-time.js';

/** In by chat, call or SMS, out as a ticket and replies: over HTTP, as the simulators' pages do it. */
describe('over the simulated networks', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Program;
  let networks: Networks & { close(): Promise<void> };
  let desk: Desk;
  const person = (name: string, wechat: string, phone: string) => createPlayer(networks, name, { wechat, phone });
  const wang = () => person('王师傅', 'wx-technician-01', '+8613800001001');

  beforeAll(async () => {
    folder = await temporaryFolder();
    await setClockOf(folder.path);
    const port = await freePort();
    program = startProgram({ DATA_DIR: folder.path, PORT: String(port) });
    await program.ready();
    networks = await openNetworks(`http://localhost:${port}`);
    desk = await openDesk(`http://localhost:${port}`);
  });
  afterAll(async () => {
    await networks?.close();
    await program?.end();
    await folder.remove();
  });
  const isNow = (id: string, state: string) =>
    until(`${id} ${state}`, async () => {
      const ticket = await desk.ticket(id);
      return ticket.state === state && ticket;
    });

  it('a chat becomes a ticket, a bare 1 accepts it, and the resident hears of it', async () => {
    const [resident, technician] = [person('何女士', 'wx-resident-01', '+8613800000001'), wang()];
    await resident.writes('厨房水管漏水,明天下午三点来');
    await resident.reads(/3栋2单元502.*对吗/s);
    await resident.writes('确认');
    const id = numberIn(await resident.reads(/已为您登记/));
    await technician.reads(new RegExp(`新单${id}.*水管.*3栋2单元502`, 's'));
    await technician.writes('1');
    await resident.reads(/王师傅已接单.*15:00/);
    expect(await isNow(id, 'accepted')).toMatchObject({ assigneeId: 'demo-technician-01', category: 'plumbing' });
  });

  it('a call becomes a ticket by words and keys, and the caller hears its status in the next call', async () => {
    const caller = person('陌生人', 'wx-nobody', '+8613900004321');
    await caller.dials(GARDEN_HOTLINE);
    await caller.hears(/您好/);
    await caller.says('厕所下水道堵了');
    await caller.hears(/在哪里/);
    await caller.says('四栋一单元六零三');
    await caller.hears(/什么时候/);
    await caller.says('明天上午九点');
    await caller.hears(/四栋一单元六零三.*对吗/);
    await caller.presses('1');
    await caller.hears(/已为您登记/);
    await caller.hangsUp();
    const [made] = await desk.tickets();
    expect(made).toMatchObject({ category: 'drainage' });

    await caller.dials(GARDEN_HOTLINE);
    await caller.hears(/您好/);
    await caller.says('查一下进度');
    await caller.hears(/等他接单|已接单|正在安排/);
    await caller.hangsUp();
  });

  it('a lift with people in it alarms the duty phone at once, and a technician takes it by pressing 1', async () => {
    const caller = person('罗阿姨', 'wx-resident-03', '+8613800000003');
    const duty = createPlayer(networks, '值班', { phone: '+8613800009001' });
    const lift = person('张师傅', 'wx-technician-03', '+8613800001003');
    await caller.dials(GARDEN_HOTLINE);
    await caller.hears(/您好/);
    await caller.says('电梯困人了,在五栋');
    await caller.hears(/不要扒门/);
    await duty.answers();
    await duty.hears(/紧急情况.*电梯/);
    await duty.presses('1');
    await lift.answers();
    await lift.hears(/电梯/);
    await lift.presses('1');
    await lift.hears(/归您了|请马上前往/);
    await caller.hangsUp();
    const alarm = (await desk.tickets()).find(({ urgency }) => urgency === 'emergency')!;
    expect(await isNow(alarm.id, 'accepted')).toMatchObject({ category: 'lift', assigneeId: 'demo-technician-03' });
  });

  it('a short message is answered by one, and a group only where the account is addressed', async () => {
    const sender = person('谢先生', 'wx-resident-04', '+8613800000004');
    await sender.sendsSms(GARDEN_HOTLINE, '门锁坏了,明天上午十点来修');
    await sender.readsSms(/6栋3单元802.*对吗/s);
    const neighbour = person('马先生', 'wx-resident-02', '+8613800000002');
    await networks.wechat.say({ from: 'wx-resident-02', group: OWNERS_GROUP }, '今天天气不错');
    await neighbour.writes('1栋楼道灯不亮', OWNERS_GROUP);
    expect(await neighbour.reads(/./s)).toMatch(/马先生.*(对吗|什么时候)/s);
  });
});
