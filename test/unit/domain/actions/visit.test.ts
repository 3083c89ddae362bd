import { SYSTEM } from '../../../../src/domain/people.js';
import { isStillWanted } from '../../../../src/domain/wanted.js';
import { accepted, act, at, completed, minutes, resident, technician } from '../acts.js';

describe('the visit', () => {
  it('on hold (挂起) stops the clocks and resuming gives back what was left', () => {
    const working = act(accepted(), technician, 'start');
    const due = working.clocks.complete!;
    const held = act(working, technician, 'hold', { reason: '等配件' }, at(60));
    expect(Object.keys(held.clocks)).toEqual(['hold']);
    const resumed = act(held, technician, 'resume', {}, at(120));
    expect(resumed.clocks.complete).toEqual(new Date(due.getTime() + 60 * 60_000));
  });

  it('a deadline of before the hold is not wanted any more', () => {
    const working = act(accepted(), technician, 'start');
    const deadline = working.effects.findLast(({ work }) => work.kind === 'deadline' && work.deadline === 'complete')!;
    const held = act(working, technician, 'hold', { reason: '等配件' }, at(60));
    expect(isStillWanted(working, deadline)).toBe(true);
    expect(isStillWanted(held, deadline)).toBe(false);
    expect(isStillWanted(act(held, technician, 'resume', {}, at(120)), deadline)).toBe(false);
  });

  it('3.4.1 adds up what the materials cost where no sum is named', () => {
    const materials = [
      { name: '角阀', qty: 1, unit: '个', price: 15 },
      { name: '生料带', price: 2.5 },
    ];
    expect(act(accepted(), technician, 'complete', { materials }).record?.cost).toBe(17.5);
    expect(act(accepted(), technician, 'complete', { materials, cost: 20 }).record?.cost).toBe(20);
  });

  it('3.4.3 asks by chat first and by telephone later, in calling hours', () => {
    const ticket = completed();
    const asks = ticket.effects.filter(({ work }) => work.kind === 'prompt' && work.prompt === 'follow-up');
    expect(asks.map(({ routes, dueAt }) => [routes[0], dueAt])).toEqual([
      ['wechat', minutes(24 * 60)],
      ['call', minutes(28 * 60)],
    ]);
  });

  it('a question about an earlier completion is not asked after a reopening', () => {
    const first = completed();
    const question = first.effects.find(({ work }) => work.kind === 'prompt' && work.prompt === 'follow-up')!;
    const reopened = act(first, resident, 'reopen', { reason: '还漏' }, at(10));
    const again = act(reopened, SYSTEM, 'dispatch', { technicianId: 'tech-1' }, at(11));
    const second = act(act(again, technician, 'accept', {}, at(12)), technician, 'complete', {}, at(30));
    expect(isStillWanted(first, question)).toBe(true);
    expect(isStillWanted(second, question)).toBe(false);
  });
});
