import { actOnTicket } from '../../../src/usecases/act.js';
import { DESK, openHotline, RESIDENT } from './hotline.js';
import { anOffer, reported } from './offers.js';

describe('an emergency by telephone', () => {
  it('says at once what to do, and rings the duty phone, which has heard it by pressing 1', async () => {
    const hotline = await openHotline();
    const resident = hotline.caller(RESIDENT);
    await resident.dials();
    await resident.says('家里煤气味很大');
    expect(resident.heard()).toMatch(/先别开关任何电器.*通知值班人员/);
    const ref = await hotline.prompt('W-1001', 'alarm');
    await hotline.carryOut(ref);
    const desk = hotline.caller(DESK);
    await desk.picksUp();
    expect(desk.heard()).toMatch(/紧急情况.*三栋二单元五零二.*请按1/);
    await desk.presses('1');
    expect(desk.heard()).toContain('请尽快安排人到现场');
    expect(await hotline.ticket()).toMatchObject({ urgency: 'emergency' });
  });
});

describe('the follow-up call (clause 3.4.3)', () => {
  const completed = async () => {
    const hotline = await openHotline();
    await anOffer(hotline);
    const technician = { role: 'technician' as const, id: 'tech-1' };
    for (const action of ['accept', 'arrive', 'start', 'complete'] as const) {
      const done = await actOnTicket(hotline.core, { ticketId: 'W-1001', action, actor: technician, key: action });
      expect(done.ok).toBe(true);
    }
    await hotline.carryOut(await hotline.prompt('W-1001', 'follow-up'));
    const resident = hotline.caller(RESIDENT);
    await resident.picksUp();
    expect(resident.heard()).toContain('请问解决了吗');
    return { hotline, resident };
  };

  it('goes on to the survey, answered by keys alone', async () => {
    const { hotline, resident } = await completed();
    await resident.presses('1');
    expect(resident.heard()).toContain('一分到五分');
    await resident.presses('5');
    await resident.presses('4');
    await resident.presses('5');
    await resident.says('没有');
    expect(resident.isOver()).toBe(true);
    const { survey, state } = await hotline.ticket();
    expect(state).toBe('closed');
    expect(survey).toMatchObject({ overall: 5, timeliness: 4, technician: 5 });
  });

  it('reopens the ticket at "not solved"', async () => {
    const { hotline, resident } = await completed();
    await resident.presses('2');
    await resident.says('水又漏出来了');
    expect(resident.heard()).toContain('已重新安排');
    expect((await hotline.ticket()).history.at(-1)?.action).toBe('reopen');
  });

  it('reopens the ticket where the resident hangs up after "not solved"', async () => {
    const { hotline, resident } = await completed();
    await resident.presses('2');
    await resident.hangsUp();
    await reported(hotline);
    expect((await hotline.ticket()).history.at(-1)?.action).toBe('reopen');
  });
});
