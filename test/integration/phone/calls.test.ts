import { DESK, HOTLINE, type Hotline, openHotline, RESIDENT, STRANGER } from './hotline.js';

describe('a call to the hotline', () => {
  let hotline: Hotline;
  beforeEach(async () => {
    hotline = await openHotline();
  });

  it('takes a whole report by speech', async () => {
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    expect(caller.heard()).toContain('您好,陈女士');
    await caller.says('马桶堵了明天下午三点来');
    expect(caller.heard()).toContain('地点三栋二单元五零二');
    await caller.says('对的');
    expect(caller.heard()).toContain('单号幺零零幺');
    await caller.says('没有了');
    expect(caller.isOver()).toBe(true);
    const [ticket, ...others] = await hotline.tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      state: 'confirmed',
      category: 'drainage',
      channel: 'phone',
      location: { building: '3', unit: '2', room: '502' },
      resident: { personId: 'res-1', phone: RESIDENT },
    });
    expect(ticket?.transcript.map(({ text }) => text).join()).toContain('马桶堵了');
  });

  it('takes a number of several digits and choices by the keypad', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('厨房水管漏水了');
    await caller.says('三栋二单元六零一');
    expect(caller.heard()).toContain('什么时候');
    await caller.presses('1');
    await caller.presses('2');
    expect(caller.heard()).toContain('要改哪一项');
    await caller.presses('4');
    expect(caller.heard()).toContain('按井号键结束');
    await caller.presses('13800000066#');
    expect(caller.heard()).toContain('幺三八,零零零零,零零六六');
    await caller.presses('1');
    expect(caller.heard()).toContain('单号');
    await caller.hangsUp();
    expect(await hotline.ticket()).toMatchObject({ state: 'confirmed', resident: { phone: '+8613800000066' } });
  });

  it('asks a caller with a withheld number for one, and takes the hash alone for "rather not"', async () => {
    // The network gives numbers in E.164 only; this is what Twilio writes for ANONYMOUS.
    const caller = hotline.caller('+266696687');
    await caller.dials();
    await caller.says('三栋二单元六零一厨房水管漏水了明天上午来');
    expect(caller.heard()).toContain('按一下您的联系电话');
    await caller.presses('#');
    expect(caller.heard()).toContain('跟您核对一下');
    await caller.presses('1');
    await caller.hangsUp();
    const ticket = await hotline.ticket();
    expect(ticket.state).toBe('confirmed');
    expect(ticket.resident.phone).toBeUndefined();
  });

  it('offers the keypad after two silences, then a recording', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.isSilent();
    expect(caller.heard()).toContain('没有听到您说话');
    await caller.isSilent();
    expect(caller.heard()).toContain('报修请按1');
    // A noisy line: words are not listened to now.
    expect(hotline.callOf(STRANGER).listening).toMatchObject({ keys: true, speech: false });
    await caller.isSilent();
    expect(caller.heard()).toContain('提示音后留言');
    expect(hotline.callOf(STRANGER).listening).toMatchObject({ recording: true });
  });

  it('books a callback where nothing was recorded', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    for (let n = 0; n < 4; n++) await caller.isSilent();
    expect(caller.heard()).toContain('尽快给您回电');
    await hotline.until(() => caller.isOver());
    expect(await hotline.deskNotices(caller.call())).toEqual(['desk.human_wanted']);
    expect(await hotline.tickets()).toEqual([]);
  });

  it('rings the desk at zero, and connects', async () => {
    const caller = hotline.caller(STRANGER);
    const desk = hotline.caller(DESK);
    await caller.dials();
    hotline.network.press(STRANGER, '0');
    await hotline.until(() => hotline.network.calls().some(({ phone }) => phone === DESK), 'the desk rings');
    await desk.picksUp();
    hotline.network.speak(DESK, '您好,前台');
    expect(caller.call().transcript.at(-1)).toMatchObject({ who: 'far', text: '您好,前台' });
    await desk.hangsUp();
    await hotline.until(() => caller.isOver());
    expect(await hotline.deskNotices(caller.call())).toEqual([]);
  });

  it('books a callback where the desk is silent, and goes on with the report', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('三栋二单元六零一水管漏水');
    await caller.presses('0');
    expect(caller.heard()).toMatch(/转接人工.*尽快给您回电.*什么时候/);
    await caller.says('明天上午');
    await caller.presses('1');
    expect(await hotline.deskNotices(caller.call())).toEqual(['desk.human_wanted']);
    expect(await hotline.ticket()).toMatchObject({ state: 'confirmed' });
  });

  it.each(['busy', 'off'] as const)('books a callback where the desk is %s', async (answering) => {
    hotline.network.configure(DESK, { answering });
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.presses('0');
    expect(caller.heard()).toContain('尽快给您回电');
    expect(await hotline.deskNotices(caller.call())).toEqual(['desk.human_wanted']);
  });

  it('keeps what was said where the caller hangs up in mid-report', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('三栋二单元六零一水管漏水');
    await caller.hangsUp();
    await hotline.until(() => hotline.answers.some(({ path }) => path.endsWith('/voice/status')));
    expect(await hotline.tickets()).toMatchObject([
      { state: 'submitted', category: 'plumbing', location: { room: '601' }, resident: { phone: STRANGER } },
    ]);
  });

  it('makes no ticket where the caller hangs up at the greeting', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.hangsUp();
    await hotline.until(() => hotline.answers.some(({ path }) => path.endsWith('/voice/status')));
    expect(await hotline.tickets()).toEqual([]);
  });

  it('keeps two calls at once apart', async () => {
    const [one, two] = [hotline.caller(RESIDENT), hotline.caller(STRANGER)];
    await Promise.all([one.dials(), two.dials()]);
    await Promise.all([one.says('马桶堵了明天下午三点来'), two.says('一栋一单元一零一灯不亮了')]);
    expect(one.heard()).toContain('下水堵塞');
    expect(two.heard()).toContain('什么时候');
    await Promise.all([two.says('后天上午'), one.says('对的')]);
    await two.says('对的');
    const tickets = await hotline.tickets();
    expect(tickets.map(({ category, resident }) => [category, resident.phone]).sort()).toEqual([
      ['drainage', RESIDENT],
      ['electrical', STRANGER],
    ]);
  });

  it('speaks English with those who want it', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('English');
    await caller.says('the kitchen tap is leaking');
    const line = caller.call().transcript.findLast(({ kind }) => kind === 'say');
    expect(line).toMatchObject({ language: 'en-US' });
  });

  it('rings the desk of the caller’s own project where the number dialled belongs to none', async () => {
    const garden = await hotline.stores.people.project('garden');
    if (!garden) throw new Error('no project');
    await hotline.stores.people.saveProject({ ...garden, hotlines: [] });
    await hotline.stores.people.saveProject({ ...garden, id: 'aaa', hotlines: [], dutyPhone: '+8613800008888' });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    hotline.network.press(RESIDENT, '0');
    await hotline.until(() => hotline.network.calls().length > 1);
    expect(hotline.network.calls().map(({ phone }) => phone)).toEqual([RESIDENT, DESK]);
  });
});

describe('a provider that delivers everything twice', () => {
  it('gets the same documents again, and changes nothing by it', async () => {
    const hotline = await openHotline({ duplicateWebhooks: true });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    await caller.says('马桶堵了');
    await caller.says('明天下午三点');
    await caller.presses('1');
    await caller.says('没有了');
    await hotline.until(() => hotline.answers.filter(({ path }) => path.endsWith('/voice/status')).length === 2);
    for (const token of new Set(hotline.answers.map((answer) => answer.token))) {
      const [first, ...again] = hotline.answers.filter((answer) => answer.token === token);
      expect(again.map(({ status, body }) => ({ status, body }))).toEqual([{ status: 200, body: first?.body }]);
    }
    const [ticket, ...others] = await hotline.tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ state: 'confirmed', history: [{ action: 'submit' }] });
    expect(caller.everything().match(/您好,陈女士/g)).toHaveLength(1);
  });

  it('may do so at the same moment', async () => {
    const hotline = await openHotline();
    const CallSid = `CA${'ab'.repeat(16)}`;
    const fields = { CallSid, From: RESIDENT, To: HOTLINE, Direction: 'inbound', CallStatus: 'ringing' };
    const both = await Promise.all([1, 2].map(() => hotline.post('/voice/incoming', fields)));
    expect(both[0]?.text).toContain('<Gather');
    expect(both[1]).toEqual(both[0]);
    expect((await hotline.stores.conversations.get(`call-${CallSid}`))?.handled).toHaveLength(1);
  });
});
