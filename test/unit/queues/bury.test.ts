import { tell } from '../../../src/domain/actions/tell.js';
import { buryEffect } from '../../../src/usecases/bury-effect.js';
import { aContact, aDispatcher } from '../../support/builders.js';
import { aService, effectOf, type Service, withEffect } from './harness.js';

const notice = { ...tell(aContact(), 'resident.closed', { ticket: 'W-1001' }), routes: ['sms' as const] };

describe('a dead letter', () => {
  let service: Service;
  beforeEach(async () => {
    service = await aService();
  });

  it('is marked, with the ticket, and the desk is told in the reader’s language', async () => {
    const { deps } = service;
    await deps.people.saveStaff(aDispatcher({ locale: 'en' }));
    const job = await withEffect(service, notice);
    await buryEffect(deps, job, 'unknown number');
    const ticket = await deps.tickets.get('W-1001');
    expect(await effectOf(service, job)).toMatchObject({ status: 'failed', outcome: 'unknown number' });
    expect(ticket?.needsAttention).toBe('给住户的消息未送达');
    expect(ticket?.effects.at(-1)).toMatchObject({
      status: 'pending',
      work: { text: { key: 'desk.undelivered', params: { text: 'the message to the resident was not delivered' } } },
    });
    expect(service.kicked).toContain('W-1001');
  });

  it('tells the desk once, where a crash came between telling and marking', async () => {
    const { deps } = service;
    const job = await withEffect(service, notice);
    const crash = () => {
      throw new Error('killed');
    };
    await expect(buryEffect({ ...deps, fault: crash }, job, 'x')).rejects.toThrow('killed');
    await buryEffect(deps, job, 'x');
    expect((await deps.tickets.get('W-1001'))?.effects).toHaveLength(2);
    expect((await effectOf(service, job)).status).toBe('failed');
  });

  it('takes another route where one is left', async () => {
    const job = await withEffect(service, { ...notice, routes: ['wechat', 'sms'] });
    await buryEffect(service.deps, job, 'the puppet is away');
    expect(await effectOf(service, job)).toMatchObject({ status: 'pending', routes: ['sms'], attempt: 1 });
    expect((await service.deps.tickets.get('W-1001'))?.needsAttention).toBeUndefined();
  });

  it('of the desk’s own news makes no further news', async () => {
    const { deps } = service;
    const news = tell(aContact({ role: 'dispatcher' }), 'desk.undelivered', { ticket: 'W-1001', text: '…' });
    await buryEffect(deps, await withEffect(service, { ...news, routes: ['sms'] }), 'x');
    const ticket = await deps.tickets.get('W-1001');
    expect(ticket?.effects).toHaveLength(1);
    expect(ticket?.needsAttention).toBe('给客服的消息未送达');
  });

  it('is not made of an effect that was finished in the meantime', async () => {
    const job = await withEffect(service, notice);
    await service.deps.effects.updateEffect(job, { from: ['pending'] }, { status: 'done' });
    await buryEffect(service.deps, job, 'x');
    expect((await effectOf(service, job)).status).toBe('done');
  });

  it('stands beside what people do with the ticket at the same time', async () => {
    const { deps } = service;
    const job = await withEffect(service, notice);
    let hasRaced = false;
    const save: typeof deps.tickets.save = async (change) => {
      if (!hasRaced) {
        hasRaced = true;
        const before = change.before;
        const after = { ...before, version: before.version + 1, priority: 7 };
        await deps.tickets.save({ before, after, history: [], effects: [] });
      }
      return deps.tickets.save(change);
    };
    await buryEffect({ ...deps, tickets: { ...deps.tickets, save } }, job, 'x');
    expect(await deps.tickets.get('W-1001')).toMatchObject({ priority: 7, needsAttention: '给住户的消息未送达' });
  });
});
