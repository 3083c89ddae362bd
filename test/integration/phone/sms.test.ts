import type { EffectRef, Route } from '../../../src/domain/effects.js';
import { numberEffects } from '../../../src/domain/effects.js';
import { aContact, aTicket } from '../../support/builders.js';
import { HOTLINE, type Hotline, openHotline, RESIDENT, STRANGER } from './hotline.js';

const received = (hotline: Hotline, count = 1) =>
  hotline.until(() => hotline.answers.filter(({ path }) => path.endsWith('/sms/incoming')).length === count);

/** The replies of an SMS conversation. */
const replies = async (hotline: Hotline, phone: string) => {
  const conversation = await hotline.stores.conversations.get(`sms-${phone}`);
  return (conversation?.effects ?? []).filter(({ work }) => work.kind === 'reply');
};

describe('an SMS to the hotline', () => {
  it('is answered by an SMS of its own', async () => {
    const hotline = await openHotline();
    hotline.network.sendSms(RESIDENT, HOTLINE, '马桶堵了,明天下午三点来');
    await received(hotline);
    const [reply] = await replies(hotline, RESIDENT);
    expect(reply).toMatchObject({ routes: ['sms'], work: { to: { phone: RESIDENT } } });
    const ref = { owner: 'conversation' as const, ownerId: `sms-${RESIDENT}`, effectId: reply?.id ?? '' };
    expect(await hotline.carryOut(ref)).toBe('done');
    const sent = hotline.network.messages().at(-1);
    expect(sent).toMatchObject({ from: HOTLINE, to: RESIDENT, body: expect.stringContaining('跟您核对一下') });
    hotline.network.sendSms(RESIDENT, HOTLINE, '1');
    await received(hotline, 2);
    expect(await hotline.ticket()).toMatchObject({ state: 'confirmed', channel: 'sms' });
  });

  it('is one turn where it is delivered twice', async () => {
    const hotline = await openHotline({ duplicateWebhooks: true });
    hotline.network.sendSms(STRANGER, HOTLINE, '三栋二单元六零一水管漏水');
    await received(hotline, 2);
    expect(await replies(hotline, STRANGER)).toHaveLength(1);
  });

  it('says nothing where it is empty or comes from no number', async () => {
    const hotline = await openHotline();
    const MessageSid = `SM${'1'.repeat(32)}`;
    for (const fields of [
      { MessageSid, From: RESIDENT, To: HOTLINE, Body: '  ' },
      { MessageSid, From: 'BANK', To: HOTLINE, Body: '验证码 1234' },
      // A carrier's own service: an answer would be answered again.
      { MessageSid, From: '10086', To: HOTLINE, Body: '您的余额不足' },
    ]) {
      expect((await hotline.post('/sms/incoming', fields)).status).toBe(200);
    }
    expect(await hotline.stores.inbox.get(`sms-${MessageSid}`)).toBeUndefined();
  });
});

describe('an SMS of ours', () => {
  let hotline: Hotline;
  beforeEach(async () => {
    hotline = await openHotline();
  });

  const aMessage = async (routes: Route[]): Promise<EffectRef> => {
    const text = { key: 'resident.submitted', params: { ticket: 'W-1001' } };
    const work = { kind: 'message' as const, to: aContact(), text };
    const effects = numberEffects('W-1001', 1, [{ work, routes }], hotline.clock.now());
    await hotline.stores.tickets.insert(aTicket({ effects }));
    return { owner: 'ticket', ownerId: 'W-1001', effectId: effects[0]?.id ?? '' };
  };
  const status = (last: string) =>
    hotline.until(
      () =>
        hotline.network.messages().at(-1)?.status === last &&
        hotline.answers.filter(({ path }) => path.includes('/sms/status')).length >= (last === 'failed' ? 1 : 2),
      last,
    );

  it('is sent with a status callback, and stays done where it is delivered', async () => {
    const ref = await aMessage(['sms', 'call']);
    await hotline.carryOut(ref);
    await status('delivered');
    const [message] = hotline.network.messages();
    expect(message).toMatchObject({ to: RESIDENT, from: HOTLINE, body: expect.stringContaining('W-1001') });
    expect(await hotline.effect(ref)).toMatchObject({
      status: 'done',
      providerRef: message?.sid,
      routes: ['sms', 'call'],
    });
  });

  it.each(['undelivered', 'failed'] as const)('takes the next route where it is %s', async (sms) => {
    hotline.network.configure(RESIDENT, { sms });
    const ref = await aMessage(['sms', 'call']);
    await hotline.carryOut(ref);
    await status(sms);
    const effect = await hotline.effect(ref);
    expect(effect).toMatchObject({ status: 'pending', attempt: 1, routes: ['call'] });
    expect(effect.providerRef).toBeUndefined();
    expect(hotline.kicked).toContain('W-1001');
    await hotline.carryOut(ref);
    const resident = hotline.caller(RESIDENT);
    await resident.picksUp();
    expect(resident.everything()).toContain('幺零零幺');
  });

  it('takes the next route once, however often and late the failure is reported', async () => {
    hotline.network.configure(RESIDENT, { sms: 'undelivered' });
    const ref = await aMessage(['sms', 'call']);
    await hotline.carryOut(ref);
    await status('undelivered');
    const MessageSid = hotline.network.messages()[0]?.sid ?? '';
    const again = { MessageSid, MessageStatus: 'undelivered' };
    const path = `/sms/status?${new URLSearchParams({ ...ref })}`;
    await hotline.post(path, again);
    await hotline.stores.effects.updateEffect(ref, { from: ['pending'] }, { status: 'claimed' });
    await hotline.post(path, again);
    expect(await hotline.effect(ref)).toMatchObject({ attempt: 1, routes: ['call'], status: 'claimed' });
  });

  it('tells the desk where there is no other way', async () => {
    hotline.network.configure(RESIDENT, { sms: 'undelivered' });
    const ref = await aMessage(['sms']);
    await hotline.carryOut(ref);
    await status('undelivered');
    expect(await hotline.effect(ref)).toMatchObject({ status: 'failed' });
    const ticket = await hotline.ticket();
    expect(ticket.needsAttention).toBe('给住户的消息未送达');
    expect(ticket.effects.flatMap(({ work }) => (work.kind === 'message' ? [work.text.key] : []))).toContain(
      'desk.undelivered',
    );
  });

  it('takes the next route where the failure is reported before the worker has noted the message', async () => {
    const ref = await aMessage(['sms', 'call']);
    await hotline.stores.effects.updateEffect(ref, { from: ['pending'] }, { status: 'claimed' });
    const path = `/sms/status?${new URLSearchParams({ ...ref })}`;
    await hotline.post(path, { MessageSid: `SM${'2'.repeat(32)}`, MessageStatus: 'failed' });
    expect(await hotline.effect(ref)).toMatchObject({ status: 'pending', attempt: 1, routes: ['call'] });
  });

  it('is not touched by news of another message', async () => {
    const ref = await aMessage(['sms', 'call']);
    await hotline.carryOut(ref);
    await status('delivered');
    const path = `/sms/status?${new URLSearchParams({ ...ref })}`;
    await hotline.post(path, { MessageSid: `SM${'3'.repeat(32)}`, MessageStatus: 'failed' });
    expect(await hotline.effect(ref)).toMatchObject({ status: 'done', attempt: 0 });
  });

  it('was sent or not, as the provider remembers after a crash', async () => {
    const ref = await aMessage(['sms']);
    const since = hotline.clock.now();
    const { sms } = hotline.outbound;
    const message = { ref, to: aContact(), text: '师傅已到。😀', since };
    expect(await sms.wasSent(message)).toBe('not_sent');
    await sms.send({ ...message, media: [] });
    expect(await sms.wasSent(message)).toBe('sent');
    expect(await sms.wasSent({ ...message, text: '师傅出发了。' })).toBe('not_sent');
    expect(await sms.wasSent({ ...message, since: new Date(since.getTime() + 60_000) })).toBe('not_sent');
  });

  it('is cut to what one SMS can hold, without halving a character', async () => {
    const ref = await aMessage(['sms']);
    const text = `${'水'.repeat(1599)}😀😀`;
    const since = hotline.clock.now();
    const message = { ref, to: aContact(), text, since };
    expect(await hotline.outbound.sms.send({ ...message, media: [] })).toMatchObject({ status: 'sent' });
    expect(hotline.network.messages()[0]?.body).toBe('水'.repeat(1599));
    expect(await hotline.outbound.sms.wasSent(message)).toBe('sent');
  });

  it('is refused to a person without a number', async () => {
    const { phone: _, ...to } = aContact();
    const ref = await aMessage(['sms']);
    expect(await hotline.outbound.sms.send({ ref, to, text: '您好', media: [] })).toEqual({
      status: 'refused',
      reason: 'no phone number',
    });
  });
});
