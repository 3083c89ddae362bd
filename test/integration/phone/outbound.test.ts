import { type EffectRef, numberEffects } from '../../../src/domain/effects.js';
import { MAX_CALL_ATTEMPTS } from '../../../src/domain/standard.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import { reportTicket } from '../../../src/usecases/report.js';
import { aContact, aReport, aTicket } from '../../support/builders.js';
import { DESK, HOTLINE, type Hotline, openHotline, RESIDENT, TECHNICIAN } from './hotline.js';
import { anOffer, reported } from './offers.js';

/** The resident withdraws the ticket. */
const cancel = ({ core }: Hotline) =>
  actOnTicket(core, {
    ticketId: 'W-1001',
    action: 'cancel',
    actor: { role: 'resident', id: 'res-1' },
    key: 'cancel-1',
  });

describe('an offer by telephone (clause 3.2.2)', () => {
  let hotline: Hotline;
  let ref: EffectRef;
  const technician = () => hotline.caller(TECHNICIAN);
  beforeEach(async () => {
    hotline = await openHotline();
    ref = await anOffer(hotline);
  });

  it('is accepted by pressing 1', async () => {
    expect(await hotline.carryOut(ref)).toBe('done');
    const caller = technician();
    await caller.picksUp();
    expect(caller.heard()).toMatch(/新的服务单幺零零幺.*地点三栋二单元五零二.*接单请按1/);
    await caller.presses('1');
    expect(caller.heard()).toContain('归您了');
    expect(await hotline.ticket()).toMatchObject({ state: 'accepted', assigneeId: 'tech-1' });
    await caller.hangsUp();
    await reported(hotline);
    expect(await hotline.effect(ref)).toMatchObject({
      status: 'done',
      attempt: 0,
      outcome: `call 1: answered (${caller.call().sid})`,
    });
  });

  it('is declined by pressing 2', async () => {
    await hotline.carryOut(ref);
    const caller = technician();
    await caller.picksUp();
    await caller.presses('2');
    expect(caller.heard()).toContain('找别的师傅');
    expect((await hotline.ticket()).offers.at(-1)?.outcome).toBe('declined');
  });

  it('hangs up on an answering machine, and tries again', async () => {
    hotline.network.configure(TECHNICIAN, { answering: 'machine' });
    await hotline.carryOut(ref);
    await reported(hotline);
    const call = hotline.callOf(TECHNICIAN);
    expect(call).toMatchObject({ status: 'completed', answeredBy: 'machine_start' });
    expect(call.transcript.filter(({ kind }) => kind === 'say')).toEqual([]);
    expect(await hotline.effect(ref)).toMatchObject({
      status: 'pending',
      attempt: 1,
      outcome: `call 1: machine (${call.sid})`,
    });
    expect(hotline.kicked).toContain('W-1001');
    expect((await hotline.ticket()).state).toBe('offered');
  });

  it.each([
    ['busy', 'busy'],
    ['off', 'failed'],
  ] as const)('is tried again where the telephone is %s', async (answering, outcome) => {
    hotline.network.configure(TECHNICIAN, { answering });
    await hotline.carryOut(ref);
    await reported(hotline);
    const call = hotline.callOf(TECHNICIAN);
    expect(await hotline.effect(ref)).toMatchObject({
      status: 'pending',
      attempt: 1,
      outcome: `call 1: ${outcome} (${call.sid})`,
    });
    // Nobody was on the line: there is no conversation to keep.
    expect(await hotline.stores.conversations.get(`call-${call.sid}`)).toBeUndefined();
  });

  it('is tried again where nobody answers, until the calls are used up', async () => {
    for (let n = 1; n <= MAX_CALL_ATTEMPTS; n++) {
      expect((await hotline.effect(ref)).status).toBe('pending');
      await hotline.carryOut(ref);
      await reported(hotline, n);
    }
    expect(await hotline.effect(ref)).toMatchObject({
      status: 'done',
      outcome: `call ${MAX_CALL_ATTEMPTS}: no-answer (${hotline.callOf(TECHNICIAN).sid})`,
    });
    expect(hotline.network.calls().every(({ status }) => status === 'no-answer')).toBe(true);
  });

  it('is over by the time the technician picks up where the ticket has moved on', async () => {
    await hotline.carryOut(ref);
    await cancel(hotline);
    const caller = technician();
    await caller.picksUp();
    expect(caller.heard()).toContain('已经处理好了');
    expect(caller.isOver()).toBe(true);
    expect((await hotline.ticket()).state).toBe('cancelled');
  });

  it('changes nothing where every webhook comes twice', async () => {
    hotline = await openHotline({ duplicateWebhooks: true });
    ref = await anOffer(hotline);
    await hotline.carryOut(ref);
    const caller = technician();
    await caller.picksUp();
    await caller.presses('1');
    await caller.hangsUp();
    await reported(hotline, 2);
    const { history } = await hotline.ticket();
    expect(history.filter(({ action }) => action === 'accept')).toHaveLength(1);
  });

  it('reports one end of a call once, however often it is reported', async () => {
    hotline = await openHotline({ duplicateWebhooks: true });
    ref = await anOffer(hotline);
    hotline.network.configure(TECHNICIAN, { answering: 'busy' });
    await hotline.carryOut(ref);
    await reported(hotline, 2);
    expect(await hotline.effect(ref)).toMatchObject({ status: 'pending', attempt: 1 });
  });

  it('lets the technician talk to the desk by zero', async () => {
    await hotline.carryOut(ref);
    await technician().picksUp();
    hotline.network.press(TECHNICIAN, '0');
    await hotline.until(() => hotline.network.calls().some(({ phone }) => phone === DESK));
    expect(hotline.callOf(DESK).from).toBe(HOTLINE);
  });
});

describe('a call about an unconfirmed report (clause 3.1.3)', () => {
  it('is confirmed by pressing 1', async () => {
    const hotline = await openHotline();
    await reportTicket(hotline.core, aReport({ isConfirmed: false }));
    const ref = await hotline.prompt('W-1001', 'confirm');
    await hotline.carryOut(ref);
    const resident = hotline.caller(RESIDENT);
    await resident.picksUp();
    expect(resident.heard()).toContain('您好,这里是物业');
    await resident.presses('1');
    expect((await hotline.ticket()).state).toBe('confirmed');
  });
});

describe('a message that is read aloud', () => {
  const aMessage = async (hotline: Hotline, states: ('confirmed' | 'accepted')[] = ['confirmed']) => {
    const work = {
      kind: 'message' as const,
      to: aContact(),
      text: { key: 'resident.submitted', params: { ticket: 'W-1001' } },
    };
    const effects = numberEffects(
      'W-1001',
      1,
      [{ work, routes: ['call'], onlyWhile: { states } }],
      hotline.clock.now(),
    );
    await hotline.stores.tickets.insert(aTicket({ effects }));
    return { owner: 'ticket' as const, ownerId: 'W-1001', effectId: effects[0]?.id ?? '' };
  };

  it('is said twice, and the call ends', async () => {
    const hotline = await openHotline();
    const ref = await aMessage(hotline);
    await hotline.carryOut(ref);
    const resident = hotline.caller(RESIDENT);
    await resident.picksUp();
    expect(resident.everything().match(/幺零零幺/g)).toHaveLength(2);
    expect(resident.isOver()).toBe(true);
    await reported(hotline);
    expect(await hotline.effect(ref)).toMatchObject({ status: 'done', outcome: expect.stringContaining('answered') });
  });

  it('is left unsaid where it is no longer true', async () => {
    const hotline = await openHotline();
    const ref = await aMessage(hotline);
    await hotline.carryOut(ref);
    await cancel(hotline);
    const resident = hotline.caller(RESIDENT);
    await resident.picksUp();
    expect(resident.everything()).not.toContain('幺零零幺');
    expect(resident.everything()).toContain('已经处理好了');
  });

  it('leaves a line without a word where the address names nothing of ours', async () => {
    const hotline = await openHotline();
    const fields = { CallSid: `CA${'1'.repeat(32)}`, From: HOTLINE, To: RESIDENT, Direction: 'outbound-api' };
    const answer = await hotline.post('/voice/outbound?owner=ticket&ownerId=W-9&effectId=W-9-1-0', fields);
    expect(answer).toEqual({ status: 200, text: expect.stringContaining('<Response/>') });
  });
});

describe('after a crash', () => {
  it('the provider knows whether a call was placed', async () => {
    const hotline = await openHotline();
    const ref = await anOffer(hotline);
    const { telephone } = hotline.outbound;
    const since = hotline.clock.now();
    expect(await telephone.wasPlaced({ ref, to: TECHNICIAN, since })).toBe('not_sent');
    await telephone.call({ ref, to: TECHNICIAN, detectMachine: true });
    expect(await telephone.wasPlaced({ ref, to: TECHNICIAN, since })).toBe('sent');
    expect(await telephone.wasPlaced({ ref, to: RESIDENT, since })).toBe('not_sent');
    const later = new Date(since.getTime() + 60_000);
    expect(await telephone.wasPlaced({ ref, to: TECHNICIAN, since: later })).toBe('not_sent');
  });

  it('a call that was placed before it is not placed again', async () => {
    const hotline = await openHotline();
    const ref = await anOffer(hotline);
    const claim = { status: 'claimed' as const, claimedAt: hotline.clock.now() };
    await hotline.stores.effects.updateEffect(ref, { from: ['pending'] }, claim);
    await hotline.outbound.telephone.call({ ref, to: TECHNICIAN, detectMachine: true });
    expect(await hotline.carryOut(ref)).toBe('done');
    expect(hotline.network.calls()).toHaveLength(1);
    // Its end is recognised all the same.
    hotline.network.hangUp(TECHNICIAN);
    await reported(hotline);
    expect((await hotline.effect(ref)).outcome).toContain('busy');
  });
});
