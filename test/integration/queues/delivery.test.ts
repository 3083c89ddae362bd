import { retryDeadLetter } from '../../../queues/dead-letter.js';
import { enqueue } from '../../../queues/enqueue.js';
import { ask, tell } from '../../../src/domain/actions/tell.js';
import { dispatchTicket } from '../../../src/usecases/dispatch-ticket.js';
import { aContact } from '../../support/builders.js';
import { startTestRedis, type TestRedis } from '../../support/redis.js';
import { until } from '../../support/until.js';
import { effectOf, withEffect } from '../../unit/queues/harness.js';
import { type RunningService, startService } from './harness.js';

const bySms = { ...tell(aContact(), 'resident.closed', { ticket: 'W-1001' }), routes: ['sms' as const] };

describe('from a saved effect to the person', () => {
  let redis: TestRedis;
  let service: RunningService;

  beforeEach(async () => {
    redis = await startTestRedis();
    service = await startService(redis.url);
  });
  afterEach(async () => {
    await service.close();
    await redis.close();
  });

  const effect = (job: Awaited<ReturnType<typeof withEffect>>) => effectOf(service, job);
  const becomes = (job: Awaited<ReturnType<typeof withEffect>>, status: string) =>
    until(status, async () => (await effect(job)).status === status && effect(job));

  it('delivers once, however often the relay is kicked', async () => {
    const job = await withEffect(service, bySms);
    await Promise.all([1, 2, 3].map(() => service.deps.relay.kick('ticket', job.ownerId)));
    await becomes(job, 'done');
    await service.deps.relay.kick('ticket', job.ownerId);
    await service.sweep({ isFull: true });
    await until(
      'idle',
      async () => (await service.queues.outbound.getJobCountByTypes('wait', 'active', 'delayed')) === 0,
    );
    expect(service.provider.taken).toHaveLength(1);
  });

  it('tries again after faults, then delivers', async () => {
    const job = await withEffect(service, bySms);
    let faults = 3;
    service.provider.behaviour.before = async () => {
      if (faults-- > 0) throw Object.assign(new Error('away'), { status: 429 });
      return undefined;
    };
    await service.deps.relay.kick('ticket', job.ownerId);
    await becomes(job, 'done');
    expect(service.provider.taken).toHaveLength(1);
  });

  it('goes by SMS where WeChat keeps failing, without troubling the desk', async () => {
    const job = await withEffect(service, { ...bySms, routes: ['wechat', 'sms'] });
    service.provider.behaviour.before = async () => {
      if ((await effect(job)).routes[0] === 'wechat') throw Object.assign(new Error('logged out'), { isNotSent: true });
      return undefined;
    };
    await service.deps.relay.kick('ticket', job.ownerId);
    expect(await becomes(job, 'done')).toMatchObject({ routes: ['sms'], attempt: 1 });
    expect((await service.deps.tickets.get(job.ownerId))?.needsAttention).toBeUndefined();
  });

  it('makes a visible dead letter of a refusal without another way, and delivers it when a person tries again', async () => {
    const job = await withEffect(service, bySms);
    service.provider.behaviour.result = { status: 'refused', reason: 'unknown number' };
    await service.deps.relay.kick('ticket', job.ownerId);
    const { jobId } = await becomes(job, 'failed');
    await until('in the failed list', async () => (await service.queues.outbound.getJobState(jobId)) === 'failed');
    expect((await service.deps.tickets.get(job.ownerId))?.needsAttention).toBe('给住户的消息未送达');

    service.provider.behaviour.result = { status: 'sent', ref: 'SM1' };
    expect(await retryDeadLetter(service.deps, job)).toBe(true);
    await becomes(job, 'done');
    expect((await service.deps.tickets.get(job.ownerId))?.needsAttention).toBeUndefined();
    expect(await service.queues.outbound.getJobState(jobId)).toBe('unknown');
    expect(await retryDeadLetter(service.deps, job)).toBe(false);
  });

  it('3.2.1 searches a technician and asks by chat', async () => {
    const asked: string[] = [];
    service.deps.receive = async (turn) => {
      asked.push(turn.conversation);
      return null;
    };
    const job = await withEffect(service, { work: { kind: 'dispatch' } }, { urgency: 'emergency' });
    await service.deps.relay.kick('ticket', job.ownerId);
    await becomes(job, 'done');
    await until('asked', () => asked.length > 0);
    expect(asked).toEqual(['wechat-wx-tech-1']);
    expect((await service.deps.tickets.get(job.ownerId))?.state).toBe('offered');
  });

  it('does not search twice when the job is worked off twice', async () => {
    const job = await withEffect(service, { work: { kind: 'dispatch' } }, { urgency: 'emergency' });
    const input = { ticketId: job.ownerId, key: job.effectId, settles: job.effectId };
    await dispatchTicket(service.deps, input);
    await service.deps.relay.kick('ticket', job.ownerId);
    expect((await effect(job)).status).toBe('done');
    expect((await service.deps.tickets.get(job.ownerId))?.offers).toHaveLength(1);
  });

  it('waits until an effect is due', async () => {
    const dueAt = new Date(service.deps.clock.now().getTime() + 3_600_000);
    const job = await withEffect(service, { ...ask(aContact(), 'survey', { routes: ['sms'] }), dueAt });
    await service.deps.relay.kick('ticket', job.ownerId);
    const { jobId, status } = await effect(job);
    expect(status).toBe('relayed');
    const queued = await service.queues.conversations.getJob(jobId);
    expect(queued?.delay).toBeGreaterThan(3_590_000);
    expect(await queued?.getState()).toBe('delayed');
  });

  it('refuses to enqueue what its reader could not parse', async () => {
    const broken = { owner: 'ticket', ownerId: 'W-1', effectId: 'W-1-1-0', attempt: -1 } as const;
    await expect(enqueue(service.queues, 'sms.send', broken)).rejects.toThrow();
    expect(await service.queues.outbound.getJobCountByTypes('wait', 'active', 'delayed', 'failed')).toBe(0);
  });

  it('works WeChat off only where the puppet is', async () => {
    await service.close();
    service = await startService(redis.url, ['worker']);
    const job = await withEffect(service, { ...bySms, routes: ['wechat'] });
    const other = await withEffect(service, bySms, { id: 'W-1002' });
    await service.deps.relay.kick('ticket', job.ownerId);
    await service.deps.relay.kick('ticket', other.ownerId);
    await becomes(other, 'done');
    expect(await service.queues.wechat.getJobState((await effect(job)).jobId)).toBe('waiting');
  });

  it('lets the job at hand end before it closes', async () => {
    const job = await withEffect(service, bySms);
    let isThere = false;
    let letGo = () => {};
    const gate = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined);
    });
    service.provider.behaviour.before = () => {
      isThere = true;
      return gate;
    };
    await service.deps.relay.kick('ticket', job.ownerId);
    await until('at the provider', () => isThere);
    const closed = service.workers.close();
    letGo();
    await closed;
    expect((await effect(job)).status).toBe('done');
  });
});
