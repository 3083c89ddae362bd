import { ask, tell } from '../../../src/domain/actions/tell.js';
import { placeCall } from '../../../src/usecases/place-call.js';
import { sendMessage } from '../../../src/usecases/send-message.js';
import { aContact } from '../../support/builders.js';
import { aService, effectOf, type Service, withEffect } from './harness.js';

const notice = (over = {}) => tell(aContact(over), 'resident.closed', { ticket: 'W-1001' });

const failing = (error: object) => async () => {
  throw Object.assign(new Error('fault'), error);
};

describe('sending a message', () => {
  let service: Service;
  beforeEach(async () => {
    service = await aService();
  });

  it('goes out by the first route and is marked with the provider’s id', async () => {
    const job = await withEffect(service, notice());
    expect(await sendMessage(service.deps, job)).toBe('done');
    expect(service.provider.taken).toEqual([
      { effectId: job.effectId, to: 'res-1', text: 'resident.closed', media: [] },
    ]);
    expect(await effectOf(service, job)).toMatchObject({ status: 'done', outcome: 'sent', providerRef: 'provider-1' });
  });

  it('takes its pictures along', async () => {
    const { deps, provider } = service;
    await deps.media.put({
      id: 'm1',
      name: 'tap.jpg',
      contentType: 'image/jpeg',
      data: Buffer.from('x'),
      at: new Date(),
    });
    const draft = notice();
    const work = draft.work.kind === 'message' ? { ...draft.work, media: ['m1', 'gone'] } : draft.work;
    await sendMessage(deps, await withEffect(service, { ...draft, work }));
    expect(provider.taken[0]?.media).toEqual(['tap.jpg']);
  });

  it('is not repeated when the job comes again', async () => {
    const job = await withEffect(service, notice());
    await sendMessage(service.deps, job);
    expect(await sendMessage(service.deps, job)).toBe('skipped');
    expect(service.provider.taken).toHaveLength(1);
  });

  it('ignores a job of an earlier attempt', async () => {
    const job = await withEffect(service, notice());
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { attempt: 1 });
    expect(await sendMessage(service.deps, job)).toBe('skipped');
    expect(service.provider.taken).toHaveLength(0);
  });

  it('is skipped where the ticket has moved on', async () => {
    const onlyWhile = { states: ['offered' as const] };
    const job = await withEffect(service, { ...notice(), onlyWhile }, { state: 'accepted' });
    expect(await sendMessage(service.deps, job)).toBe('skipped');
    expect(service.provider.taken).toHaveLength(0);
    expect((await effectOf(service, job)).status).toBe('skipped');
  });

  it('goes by the next route where this one is refused', async () => {
    const job = await withEffect(service, notice());
    service.provider.behaviour.result = { status: 'refused', reason: 'not a friend' };
    expect(await sendMessage(service.deps, job)).toBe('done');
    expect(await effectOf(service, job)).toMatchObject({
      status: 'pending',
      routes: ['sms', 'call'],
      attempt: 1,
      outcome: 'wechat: not a friend',
      jobId: `${job.effectId}-a1`,
    });
    expect(service.kicked).toEqual(['W-1001']);
  });

  it('fails for good where the last route is refused', async () => {
    const job = await withEffect(service, { ...notice(), routes: ['sms'] });
    service.provider.behaviour.result = { status: 'refused', reason: 'unknown number' };
    await expect(sendMessage(service.deps, job)).rejects.toMatchObject({ code: 'UNDELIVERABLE' });
  });

  it('fails for good where there is no route at all', async () => {
    const job = await withEffect(service, { ...notice(), routes: [] });
    await expect(sendMessage(service.deps, job)).rejects.toMatchObject({ code: 'UNDELIVERABLE' });
  });

  it.each([
    ['a provider that was not reached', { code: 'ECONNREFUSED' }],
    ['a rejected request', { status: 429 }],
    ['an adapter that knows', { isNotSent: true, code: 'ECONNRESET' }],
  ])('is sent again after %s, whatever the provider can tell', async (_, error) => {
    const job = await withEffect(service, notice());
    service.provider.behaviour.before = failing(error);
    await expect(sendMessage(service.deps, job)).rejects.toThrow('fault');
    expect((await effectOf(service, job)).status).toBe('relayed');
    service.provider.behaviour.before = async () => undefined;
    expect(await sendMessage(service.deps, job)).toBe('done');
    expect(service.provider.taken).toHaveLength(1);
  });

  describe.each([
    ['a broken connection', { code: 'ECONNRESET' }],
    ['an internal error of the provider', { status: 500 }],
  ])('after %s, which leaves open whether it was sent', (_, error) => {
    let job: Awaited<ReturnType<typeof withEffect>>;
    beforeEach(async () => {
      job = await withEffect(service, notice());
      service.provider.behaviour.after = failing(error);
      await expect(sendMessage(service.deps, job)).rejects.toThrow('fault');
      service.provider.behaviour.after = async () => undefined;
    });

    it('asks a provider that can tell, and does not repeat', async () => {
      service.provider.behaviour.answer = 'sent';
      expect(await sendMessage(service.deps, job)).toBe('done');
      expect(service.provider.taken).toHaveLength(1);
      expect((await effectOf(service, job)).outcome).toBe('sent');
    });

    it('sends where the provider knows that it was not', async () => {
      service.provider.behaviour.answer = 'not_sent';
      expect(await sendMessage(service.deps, job)).toBe('done');
      expect(service.provider.taken).toHaveLength(2);
    });

    it('does not send what was not, where the ticket has moved on meanwhile', async () => {
      service.provider.behaviour.answer = 'not_sent';
      const { deps } = service;
      const tickets = { ...deps.tickets, get: async () => undefined };
      expect(await sendMessage({ ...deps, tickets }, job)).toBe('skipped');
      expect(service.provider.taken).toHaveLength(1);
      expect((await effectOf(service, job)).status).toBe('skipped');
    });

    it('does not repeat where the provider cannot tell, and says so', async () => {
      expect(await sendMessage(service.deps, job)).toBe('done');
      expect(service.provider.taken).toHaveLength(1);
      expect((await effectOf(service, job)).outcome).toBe('uncertain');
    });
  });

  it('is sent by one of two workers that come at once; the other comes back', async () => {
    const job = await withEffect(service, notice());
    const results = await Promise.allSettled([sendMessage(service.deps, job), sendMessage(service.deps, job)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(service.provider.taken).toHaveLength(1);
    expect(await sendMessage(service.deps, job)).toBe('skipped');
  });
});

describe('placing a call', () => {
  const EVENING = new Date('2026-03-10T13:00:00Z'); // 21:00 in Shanghai
  const question = (over = {}) => ask(aContact(over), 'follow-up', { routes: ['call', 'sms'] });

  it('3.1.3 rings and counts the call', async () => {
    const service = await aService();
    const job = await withEffect(service, question());
    expect(await placeCall(service.deps, job)).toBe('done');
    expect(service.provider.taken).toMatchObject([{ to: '+8613800000001' }]);
    expect(await effectOf(service, job)).toMatchObject({ status: 'done', outcome: 'call 1: sent', providerRef: 'CA1' });
  });

  it('3.1.3 puts a resident’s call off to the morning outside calling hours', async () => {
    const service = await aService(EVENING);
    const job = await withEffect(service, question());
    expect(await placeCall(service.deps, job)).toBe('skipped');
    expect(service.provider.taken).toHaveLength(0);
    expect(await effectOf(service, job)).toMatchObject({
      status: 'pending',
      attempt: 1,
      dueAt: new Date('2026-03-11T01:00:00Z'),
    });
    expect(service.kicked).toEqual(['W-1001']);
  });

  it('rings residents at night in an emergency, and technicians always', async () => {
    const service = await aService(EVENING);
    const emergency = await withEffect(service, question(), { urgency: 'emergency' });
    const technician = await withEffect(service, question({ role: 'technician' }), { id: 'W-1002' });
    expect(await placeCall(service.deps, emergency)).toBe('done');
    expect(await placeCall(service.deps, technician)).toBe('done');
  });

  it('asks the network after a crash', async () => {
    const service = await aService();
    const job = await withEffect(service, question());
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { status: 'claimed', claimedAt: new Date() });
    service.provider.behaviour.answer = 'sent';
    expect(await placeCall(service.deps, job)).toBe('done');
    expect(service.provider.taken).toHaveLength(0);
    expect((await effectOf(service, job)).outcome).toBe('call 1: sent');
  });

  it('fails for good without a number', async () => {
    const service = await aService();
    const job = await withEffect(service, question({ phone: undefined }));
    await expect(placeCall(service.deps, job)).rejects.toMatchObject({ code: 'UNDELIVERABLE' });
  });
});
