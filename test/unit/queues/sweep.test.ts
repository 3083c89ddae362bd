import { tell } from '../../../src/domain/actions/tell.js';
import type { Effect } from '../../../src/domain/effects.js';
import { retime } from '../../../src/usecases/retime.js';
import { createSweep, type JobLedger } from '../../../src/usecases/sweep.js';
import { aContact, TUESDAY_TEN } from '../../support/builders.js';
import { aService, effectOf, type Service, withEffect } from './harness.js';

const notice = { ...tell(aContact(), 'resident.closed', { ticket: 'W-1001' }), routes: ['sms' as const] };

describe('the sweep', () => {
  let service: Service;
  let offered: string[];
  let drained: string[];
  beforeEach(async () => {
    service = await aService();
    offered = [];
    drained = [];
  });

  const sweepWith = (
    state: Awaited<ReturnType<JobLedger['state']>>,
    before: (effect: Effect) => Promise<unknown> = async () => undefined,
  ) =>
    createSweep({
      ...service.deps,
      jobs: {
        state: async (effect) => {
          await before(effect);
          return state;
        },
        offer: async ({ effectId }) => void offered.push(effectId),
      },
      drain: async (conversation) => void drained.push(conversation),
    });

  const relayed = async () => {
    const job = await withEffect(service, notice);
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { status: 'relayed' });
    return job;
  };

  it('hands pending effects to the relay, once for each ticket', async () => {
    await withEffect(service, notice);
    await withEffect(service, notice, { id: 'W-1002' });
    await sweepWith({ is: 'alive' })();
    expect(service.kicked).toEqual(['W-1001', 'W-1002']);
  });

  it.each(['missing', 'finished'] as const)('offers an effect anew whose job is %s', async (is) => {
    const job = await relayed();
    await sweepWith({ is })();
    expect(offered).toEqual([job.effectId]);
  });

  it('leaves effects alone whose job is alive', async () => {
    await relayed();
    await sweepWith({ is: 'alive' })();
    expect(offered).toEqual([]);
  });

  it('leaves an effect alone that was finished while the queue was asked', async () => {
    const job = await relayed();
    const finish = () => service.deps.effects.updateEffect(job, { from: ['relayed'] }, { status: 'done' });
    await sweepWith({ is: 'missing' }, finish)();
    expect(offered).toEqual([]);
  });

  it('makes a dead letter of an effect whose job failed without saying so', async () => {
    const job = await relayed();
    await sweepWith({ is: 'failed', reason: 'job stalled more than allowable limit' })();
    expect(await effectOf(service, job)).toMatchObject({
      status: 'failed',
      outcome: 'job stalled more than allowable limit',
    });
  });

  it('looks at everything by and by, and at once where it is full', async () => {
    const effects: Effect[] = Array.from({ length: 1200 }, (_, n) => ({
      ...notice,
      id: `W-1-1-${n}`,
      routes: ['sms'],
      createdAt: TUESDAY_TEN,
      status: 'relayed',
      attempt: 0,
    }));
    await withEffect(service, notice, { id: 'W-1', effects });
    const sweep = sweepWith({ is: 'missing' });
    await sweep();
    expect(offered).toHaveLength(500);
    await sweep();
    await sweep();
    expect(new Set(offered).size).toBe(1200);
    offered = [];
    await sweep({ isFull: true });
    expect(new Set(offered).size).toBe(1200);
  });

  it('handles turns that were left lying', async () => {
    const turn = {
      channel: 'wechat' as const,
      from: {},
      input: { kind: 'text' as const, text: '在吗', isSpeech: false },
    };
    await service.deps.inbox.put({ id: 't1', conversation: 'wechat-old', at: TUESDAY_TEN, ...turn });
    await service.deps.inbox.put({
      id: 't2',
      conversation: 'wechat-new',
      at: new Date(TUESDAY_TEN.getTime() + 59_000),
      ...turn,
    });
    service.deps.clock.advance(1);
    await sweepWith({ is: 'alive' })();
    expect(drained).toEqual(['wechat-old']);
  });
});

describe('a change of the clock’s scale', () => {
  it('sets the delay of every job whose effect still waits', async () => {
    const service = await aService();
    const dueAt = new Date(TUESDAY_TEN.getTime() + 3_600_000);
    const waiting = await withEffect(service, { ...notice, dueAt });
    const undated = await withEffect(service, notice, { id: 'W-1002' });
    const over = await withEffect(service, { ...notice, dueAt }, { id: 'W-1003' });
    await service.deps.effects.updateEffect(over, { from: ['pending'] }, { status: 'skipped' });
    const delays: [string, number][] = [];
    const delayedJobs = async () =>
      [waiting, undated, over].map((job) => ({
        job,
        setDelay: async (ms: number) => void delays.push([job.ownerId, ms]),
      }));
    service.deps.clock.advance(30);
    expect(await retime({ ...service.deps, delayedJobs })).toBe(1);
    expect(delays).toEqual([['W-1001', 1_800_000]]);
  });
});
