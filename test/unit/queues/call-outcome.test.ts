import { ask, tell } from '../../../src/domain/actions/tell.js';
import type { EffectDraft } from '../../../src/domain/effects.js';
import { placeCall } from '../../../src/usecases/place-call.js';
import { type CallOutcome, recordCallOutcome } from '../../../src/usecases/record-call-outcome.js';
import { aContact } from '../../support/builders.js';
import { aService, effectOf, type Service, withEffect } from './harness.js';

type Job = Awaited<ReturnType<typeof withEffect>>;

const call = async (service: Service, job: Job) => {
  const { attempt } = await effectOf(service, job);
  await placeCall(service.deps, { ...job, attempt });
  return `CA${service.provider.taken.length}`;
};
const ended = ({ deps }: Service, job: Job, callId: string, outcome: CallOutcome) =>
  recordCallOutcome(deps, { ref: { owner: 'ticket', ownerId: job.ownerId, effectId: job.effectId }, callId, outcome });

const confirmation: EffectDraft = ask(aContact(), 'confirm', { routes: ['call', 'sms'] });

describe('the outcome of a call', () => {
  let service: Service;
  beforeEach(async () => {
    service = await aService();
  });

  it('answered ends it', async () => {
    const job = await withEffect(service, confirmation);
    await ended(service, job, await call(service, job), 'answered');
    expect(await effectOf(service, job)).toMatchObject({ status: 'done', outcome: 'call 1: answered (CA1)' });
    expect(service.kicked).toEqual([]);
  });

  it.each(['machine', 'busy', 'no-answer', 'failed'] as const)('%s rings again half an hour later', async (outcome) => {
    const job = await withEffect(service, confirmation);
    await ended(service, job, await call(service, job), outcome);
    expect(await effectOf(service, job)).toMatchObject({
      status: 'pending',
      attempt: 1,
      routes: ['call', 'sms'],
      dueAt: new Date('2026-03-10T02:30:00Z'),
    });
    expect(service.kicked).toEqual(['W-1001']);
  });

  it('rings again the next morning where half an hour later is too late in the evening', async () => {
    service = await aService(new Date('2026-03-10T11:45:00Z')); // 19:45
    const job = await withEffect(service, confirmation);
    await ended(service, job, await call(service, job), 'busy');
    expect((await effectOf(service, job)).dueAt).toEqual(new Date('2026-03-11T01:00:00Z'));
  });

  it('rings a technician again at once about an offer', async () => {
    const job = await withEffect(service, ask(aContact({ role: 'technician' }), 'offer', { routes: ['call', 'sms'] }));
    await ended(service, job, await call(service, job), 'busy');
    expect((await effectOf(service, job)).dueAt).toEqual(service.deps.clock.now());
  });

  it('goes by the next route after the last call', async () => {
    const job = await withEffect(service, confirmation);
    await ended(service, job, await call(service, job), 'busy');
    await ended(service, job, await call(service, job), 'no-answer');
    const effect = await effectOf(service, job);
    expect(effect).toMatchObject({
      status: 'pending',
      routes: ['sms'],
      attempt: 2,
      outcome: 'call 2: no-answer (CA2)',
    });
    expect(effect.dueAt).toBeUndefined();
  });

  it('tells the desk, and marks the ticket, where no route is left', async () => {
    const job = await withEffect(
      service,
      tell(aContact({ wechatId: undefined }), 'resident.late', { ticket: 'W-1001' }),
    );
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { routes: ['call'] });
    await ended(service, job, await call(service, job), 'busy');
    await ended(service, job, await call(service, job), 'busy');
    const ticket = await service.deps.tickets.get('W-1001');
    expect(ticket?.needsAttention).toBe('电话联系不上住户');
    expect(ticket?.effects.at(-1)?.work).toMatchObject({
      to: { personId: 'disp-1' },
      text: { key: 'desk.undelivered', params: { ticket: 'W-1001', text: '电话联系不上住户' } },
    });
    expect((await effectOf(service, job)).status).toBe('done');
  });

  it('leaves an unanswered offer to its clock', async () => {
    const job = await withEffect(service, ask(aContact({ role: 'technician' }), 'offer', { routes: ['call'] }));
    await ended(service, job, await call(service, job), 'busy');
    await ended(service, job, await call(service, job), 'busy');
    expect((await service.deps.tickets.get('W-1001'))?.needsAttention).toBeUndefined();
  });

  it('counts a report once, however often and late it comes', async () => {
    const job = await withEffect(service, confirmation);
    const first = await call(service, job);
    await ended(service, job, first, 'busy');
    await ended(service, job, first, 'busy');
    expect((await effectOf(service, job)).attempt).toBe(1);
    const second = await call(service, job);
    await ended(service, job, first, 'busy');
    expect(await effectOf(service, job)).toMatchObject({ attempt: 1, status: 'done', providerRef: second });
  });

  it('is believed where it comes before the worker has marked the call', async () => {
    const job = await withEffect(service, confirmation);
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { status: 'claimed' });
    await ended(service, job, 'CA9', 'busy');
    expect(await effectOf(service, job)).toMatchObject({
      status: 'pending',
      attempt: 1,
      outcome: 'call 1: busy (CA9)',
    });
  });

  it('of an unknown effect changes nothing', async () => {
    const ref = { owner: 'ticket' as const, ownerId: 'W-9', effectId: 'W-9-1-0' };
    await expect(recordCallOutcome(service.deps, { ref, callId: 'CA1', outcome: 'busy' })).resolves.toBeUndefined();
  });
});
