import type { AddressInfo } from 'node:net';
import express from 'express';
import { createBoard } from '../../../queues/board.js';
import { delayedJobs } from '../../../queues/delayed-jobs.js';
import { HANDLERS } from '../../../queues/handlers/index.js';
import { applySchedules } from '../../../queues/schedules.js';
import { tell } from '../../../src/domain/actions/tell.js';
import { retime } from '../../../src/usecases/retime.js';
import { aContact } from '../../support/builders.js';
import { startTestRedis, type TestRedis } from '../../support/redis.js';
import { until } from '../../support/until.js';
import { effectOf, withEffect } from '../../unit/queues/harness.js';
import { type RunningService, startService } from './harness.js';

const bySms = { ...tell(aContact(), 'resident.closed', { ticket: 'W-1001' }), routes: ['sms' as const] };
const inHours = (service: RunningService, hours: number) =>
  new Date(service.deps.clock.now().getTime() + hours * 3_600_000);

let redis: TestRedis;
let service: RunningService;
beforeEach(async () => {
  redis = await startTestRedis();
  service = await startService(redis.url, ['worker']);
});
afterEach(async () => {
  await service.close();
  await redis.close();
});

describe('schedules', () => {
  const ids = async () => (await service.queues.maintenance.getJobSchedulers()).map(({ key }) => key).toSorted();

  it('are those of the table, applied twice or not', async () => {
    await applySchedules(service.queues);
    await applySchedules(service.queues);
    expect(await ids()).toEqual(['daily-digest', 'sweep']);
    const digest = await service.queues.maintenance.getJobScheduler('daily-digest');
    expect(digest).toMatchObject({ pattern: '0 8 * * *', tz: 'Asia/Shanghai', name: 'digest.send' });
    expect(new Date(digest?.next ?? 0).getUTCHours()).toBe(0);
  });

  it('that are no longer listed are removed', async () => {
    await applySchedules(service.queues, { old: { job: 'effects.sweep', when: { every: 1_000 } } });
    await applySchedules(service.queues);
    expect(await ids()).toEqual(['daily-digest', 'sweep']);
  });
});

describe('a faster clock', () => {
  it('brings what is due tomorrow within moments, and leaves what is due later waiting', async () => {
    const soon = await withEffect(service, { ...bySms, dueAt: inHours(service, 24) });
    const late = await withEffect(service, { ...bySms, dueAt: inHours(service, 24_000) }, { id: 'W-1002' });
    for (const { ownerId } of [soon, late]) await service.deps.relay.kick('ticket', ownerId);
    service.deps.clock.setScale(1_000_000);
    await retime({ ...service.deps, delayedJobs: () => delayedJobs(service.queues) });
    await until('delivered', async () => (await effectOf(service, soon)).status === 'done');
    expect((await effectOf(service, late)).status).toBe('relayed');
  });

  it('is followed by jobs that were delayed by the clock before a restart', async () => {
    const dueAt = inHours(service, 24);
    const job = await withEffect(service, { ...bySms, dueAt });
    await service.deps.relay.kick('ticket', job.ownerId);
    const { jobId } = await effectOf(service, job);
    const delay = async () => (await service.queues.outbound.getJob(jobId))?.delay;
    expect(await delay()).toBeGreaterThan(80_000_000);
    service.deps.clock.setScale(2);
    await HANDLERS['effects.sweep']({ isFull: true }, service.deps);
    expect(await delay()).toBeLessThan(44_000_000);
  });

  it('is not disturbed by a job that has fired in the meantime', async () => {
    const job = await withEffect(service, { ...bySms, dueAt: inHours(service, 1) });
    await service.deps.relay.kick('ticket', job.ownerId);
    const [waiting] = await delayedJobs(service.queues);
    service.deps.clock.setScale(100_000_000);
    await service.queues.outbound.promoteJobs();
    await until('done', async () => (await effectOf(service, job)).status === 'done');
    await expect(waiting?.setDelay(10)).resolves.toBeUndefined();
  });
});

describe('a slower clock', () => {
  it('sends back a job that fires before its moment', async () => {
    service.deps.clock.setScale(18_000);
    const job = await withEffect(service, { ...bySms, dueAt: inHours(service, 1) });
    await service.deps.relay.kick('ticket', job.ownerId);
    const { jobId } = await effectOf(service, job);
    service.deps.clock.setScale(1);
    await until('put back', async () => ((await service.queues.outbound.getJob(jobId))?.delay ?? 0) > 1_000_000);
    expect((await effectOf(service, job)).status).toBe('relayed');
    service.deps.clock.setScale(100_000_000);
    await retime({ ...service.deps, delayedJobs: () => delayedJobs(service.queues) });
    await until('done', async () => (await effectOf(service, job)).status === 'done');
  });
});

describe('the queue board', () => {
  it('shows every queue, and lets nobody change one', async () => {
    const app = express().use('/queues', createBoard(service.queues));
    const server = app.listen(0, '127.0.0.1');
    await until('listening', () => server.listening);
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/queues`;
    try {
      expect(await (await fetch(base)).text()).toContain('上门 Shangmen');
      const { queues } = (await (await fetch(`${base}/api/queues`)).json()) as {
        queues: { name: string; readOnlyMode: boolean }[];
      };
      expect(queues.map(({ name }) => name)).toEqual(Object.keys(service.queues));
      expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
      const refused = await fetch(`${base}/api/queues/outbound/pause`, { method: 'PUT' });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(await service.queues.outbound.isPaused()).toBe(false);
    } finally {
      server.close();
    }
  });
});
