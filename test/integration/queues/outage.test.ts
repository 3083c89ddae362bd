import { keepSchedules, SCHEDULES } from '../../../queues/schedules.js';
import { tell } from '../../../src/domain/actions/tell.js';
import { aContact, quietLog } from '../../support/builders.js';
import { startTestRedis, type TestRedis } from '../../support/redis.js';
import { until } from '../../support/until.js';
import { effectOf, withEffect } from '../../unit/queues/harness.js';
import { cuttable } from './cuttable.js';
import { type RunningService, startService } from './harness.js';

const bySms = { ...tell(aContact(), 'resident.closed', { ticket: 'W-1001' }), routes: ['sms' as const] };

describe('a Redis that goes away', () => {
  let redis: TestRedis;
  let door: Awaited<ReturnType<typeof cuttable>>;
  let service: RunningService;
  let stopSchedules: () => void;

  beforeEach(async () => {
    redis = await startTestRedis();
    door = await cuttable(redis.url);
    service = await startService(door.url);
    stopSchedules = keepSchedules(service.queues, service.connection, quietLog);
  });
  afterEach(async () => {
    stopSchedules();
    door.reopen();
    await service.close();
    await door.close();
    await redis.close();
  });

  it('holds nobody up, and what was saved meanwhile is delivered when it is back', async () => {
    door.shut();
    await until('gone', () => service.connection.status !== 'ready');
    const job = await withEffect(service, bySms);
    // Would wait for ever if it waited for Redis, which is back only after it.
    await service.deps.relay.kick('ticket', job.ownerId);
    expect((await effectOf(service, job)).status).toBe('pending');
    door.reopen();
    await until('delivered', async () => (await effectOf(service, job)).status === 'done');
    expect(service.provider.taken).toHaveLength(1);
  });

  it('and loses all it knew gets its jobs and schedules again', async () => {
    const dueAt = new Date(service.deps.clock.now().getTime() + 3_600_000);
    const delayed = await withEffect(service, { ...bySms, dueAt });
    await service.deps.relay.kick('ticket', delayed.ownerId);
    const { jobId } = await effectOf(service, delayed);
    await service.connection.flushdb();
    expect(await service.queues.outbound.getJobState(jobId)).toBe('unknown');
    door.shut();
    await until('gone', () => service.connection.status !== 'ready');
    door.reopen();
    await until('back', () => service.connection.status === 'ready');
    await until('delayed again', async () => (await service.queues.outbound.getJobState(jobId)) === 'delayed');
    await until('scheduled', async () => {
      const ids = (await service.queues.maintenance.getJobSchedulers()).map(({ key }) => key);
      return ids.toSorted().join() === Object.keys(SCHEDULES).toSorted().join();
    });
  });

  it('does not keep the workers from closing', async () => {
    door.shut();
    await until('gone', () => service.connection.status !== 'ready');
    await service.close();
    await expect(service.connection.ping()).rejects.toThrow();
  });

  it('makes up for a finished job whose effect is not', async () => {
    const job = await withEffect(service, bySms);
    await service.deps.relay.kick('ticket', job.ownerId);
    await until('done', async () => (await effectOf(service, job)).status === 'done');
    const { jobId } = await effectOf(service, job);
    await until('completed', async () => (await service.queues.outbound.getJobState(jobId)) === 'completed');
    await service.deps.effects.updateEffect(job, { from: ['done'] }, { status: 'relayed' });
    await service.sweep();
    await until('delivered again', () => service.provider.taken.length === 2);
  });
});
