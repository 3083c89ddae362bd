import twilio from 'twilio';
import { HOTLINE, openTown, RESIDENT, type Town } from './town.js';

describe('messages', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
  });

  const send = (body = '师傅已出发。') =>
    town.client.messages.create({
      to: RESIDENT,
      from: HOTLINE,
      body,
      statusCallback: `${town.url}/service/sms-status`,
    });
  const statuses = () => town.bodies('/service/sms-status').map(({ MessageStatus }) => MessageStatus);

  it('from the service reach the phone, with a callback at each step', async () => {
    const created = await send();
    expect(created).toMatchObject({ status: 'queued', direction: 'outbound-api', errorCode: null, numSegments: '1' });
    await town.until(() => statuses().length === 2);
    expect(statuses()).toEqual(['sent', 'delivered']);
    expect(town.bodies('/service/sms-status')[1]).toMatchObject({
      MessageSid: created.sid,
      SmsSid: created.sid,
      To: RESIDENT,
      From: HOTLINE,
    });
    expect((await town.client.messages(created.sid).fetch()).status).toBe('delivered');
  });

  it.each([
    ['undelivered', { sms: 'undelivered' }, ['sent', 'undelivered'], '30003'],
    ['undelivered', { answering: 'off' }, ['sent', 'undelivered'], '30003'],
    ['failed', { sms: 'failed' }, ['failed'], '30008'],
  ] as const)('are %s on a phone set so (%j)', async (_, settings, expected, code) => {
    town.network.configure(RESIDENT, settings);
    const { sid } = await send();
    await town.until(() => statuses().length === expected.length);
    expect(statuses()).toEqual(expected);
    expect(town.bodies('/service/sms-status').at(-1)?.ErrorCode).toBe(code);
    expect((await town.client.messages(sid).fetch()).errorCode).toBe(Number(code));
  });

  it('with a link are filtered in mainland China', async () => {
    await send('请点 https://example.com');
    await town.until(() => statuses().includes('undelivered'));
    expect(town.bodies('/service/sms-status').at(-1)?.ErrorCode).toBe('30007');
  });

  it('from a phone reach the service signed, and its answers come back', async () => {
    const document = new twilio.twiml.MessagingResponse();
    document.message('工单 W-1001 已收到。');
    document.message({ action: '/service/sms-status' }, '请回复 1 确认。');
    town.serve('/webhooks/twilio/sms/incoming', document);
    expect(town.network.sendSms(RESIDENT, HOTLINE, '厨房漏水')).toMatchObject({ status: 'received' });
    await town.until(() => town.network.messages().filter(({ status }) => status === 'delivered').length === 2);
    expect(town.hit('/webhooks/twilio/sms/incoming')?.body).toMatchObject({
      Body: '厨房漏水',
      From: RESIDENT,
      To: HOTLINE,
      SmsStatus: 'received',
      NumMedia: '0',
      NumSegments: '1',
    });
    const replies = town.network.messages().filter(({ direction }) => direction === 'outbound-reply');
    expect(replies.map(({ body }) => body)).toEqual(['工单 W-1001 已收到。', '请回复 1 确认。']);
    expect(replies[0]).toMatchObject({ from: HOTLINE, to: RESIDENT });
    await town.until(() => statuses().length === 2);
  });

  it.each([
    [
      'an empty answer',
      (_: unknown, response: { status(code: number): { end(): void } }) => response.status(200).end(),
      [],
    ],
    ['an empty document', '<Response/>', []],
    [
      'plain text',
      (_: unknown, response: { type(t: string): { send(b: string): void } }) => response.type('text/plain').send('好'),
      [12300],
    ],
    ['an unknown verb', '<Response><Say>喂</Say></Response>', [12200]],
    ['a message without text', '<Response><Message/></Response>', [14103]],
    ['a stranger’s number as sender', '<Response><Message from="+8613700000000">好</Message></Response>', [14102]],
  ])('from a phone may be answered by %s', async (_, answer, problems) => {
    town.serve('/webhooks/twilio/sms/incoming', answer as string);
    town.network.sendSms(RESIDENT, HOTLINE, '在吗');
    await town.until(
      () => town.hits.length === 1 && town.pending() === 0 && town.problems().length === problems.length,
    );
    expect(town.problems()).toEqual(problems);
    expect(town.network.messages()).toHaveLength(1);
  });

  it('to a number that is not the hotline’s, or without text, are not sent', () => {
    expect(town.network.sendSms(RESIDENT, '+8610', '喂')).toBeNull();
    expect(town.network.sendSms(RESIDENT, HOTLINE, '  ')).toBeNull();
    expect(town.network.messages()).toEqual([]);
  });
});
