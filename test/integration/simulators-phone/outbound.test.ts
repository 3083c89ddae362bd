import { HOTLINE, openTown, RESIDENT, type Town, voice } from './town.js';

describe('a call that the service places by the SDK', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
    const document = voice();
    document.gather({ numDigits: 1, action: '/service/pressed' }).say({ language: 'zh-CN' }, '接单请按1。');
    town.serve('/service/offer', document);
    town.serve('/service/pressed', voice().say({ language: 'zh-CN' }, '已接单。'));
  });

  const events = ['initiated', 'ringing', 'answered', 'completed'];
  const place = (extra: object = {}) =>
    town.client.calls.create({
      to: RESIDENT,
      from: HOTLINE,
      url: `${town.url}/service/offer`,
      statusCallback: `${town.url}/service/status`,
      statusCallbackEvent: events,
      timeout: 25,
      ...extra,
    });
  const statuses = () => town.bodies('/service/status').map(({ CallStatus }) => CallStatus);

  it('is queued, rings, is answered, plays its document and completes, telling every stage in order', async () => {
    const created = await place();
    expect(created).toMatchObject({ status: 'queued', to: RESIDENT, from: HOTLINE, direction: 'outbound-api' });
    expect(created.dateCreated).toBeInstanceOf(Date);
    await town.stay(() => town.call().status === 'ringing');
    expect(town.network.answer(RESIDENT)).toEqual({ ok: true });
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '1');
    await town.until(() => statuses().includes('completed'));
    expect(statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    expect(town.bodies('/service/status').map(({ SequenceNumber }) => SequenceNumber)).toEqual(['0', '1', '2', '3']);
    expect(town.hit('/service/pressed')?.body).toMatchObject({ Digits: '1', Direction: 'outbound-api', To: RESIDENT });
    expect(town.bodies('/service/status').at(-1)).toMatchObject({ CallDuration: expect.stringMatching(/^\d+$/) });
    const fetched = await town.client.calls(created.sid).fetch();
    expect(fetched.status).toBe('completed');
    expect(fetched.endTime).toBeInstanceOf(Date);
  });

  it('rings out after its timeout', async () => {
    await place();
    await town.stay(() => town.call().status === 'ringing');
    await town.advance(24_999);
    expect(town.call().status).toBe('ringing');
    await town.advance(1);
    expect(town.call()).toMatchObject({ status: 'no-answer', answeredAt: null });
    await town.stay(() => statuses().includes('no-answer'));
    expect(town.bodies('/service/status').at(-1)?.CallDuration).toBe('0');
    expect(town.hit('/service/offer')).toBeUndefined();
  });

  it.each([
    ['declined', 'busy', () => town.network.decline(RESIDENT)],
    ['hung up while it rings', 'busy', () => town.network.hangUp(RESIDENT)],
  ])('is %s', async (_, status, act) => {
    await place();
    await town.stay(() => town.call().status === 'ringing');
    act();
    await town.stay(() => statuses().includes(status));
  });

  it('finds a phone engaged that is in another call', async () => {
    await place();
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await place();
    await town.stay(() => town.call(1)?.status === 'busy');
    expect(town.call(0).endedAt).toBeNull();
  });

  it.each([
    ['busy', 'busy'],
    ['off', 'failed'],
  ] as const)('finds a phone %s', async (answering, status) => {
    town.network.configure(RESIDENT, { answering });
    await place();
    await town.stay(() => statuses().includes(status));
  });

  it.each([
    ['Enable', 'machine_start'],
    ['DetectMessageEnd', 'machine_end_beep'],
  ])('detects an answering machine by %s', async (machineDetection, answeredBy) => {
    town.network.configure(RESIDENT, { answering: 'machine' });
    const { sid } = await place({ machineDetection });
    await town.until(() => town.hit('/service/offer'));
    expect(town.hit('/service/offer')?.body.AnsweredBy).toBe(answeredBy);
    expect((await town.client.calls(sid).fetch()).answeredBy).toBe(answeredBy);
  });

  it('detects a person, and nobody where detection was not asked for', async () => {
    await place({ machineDetection: 'Enable' });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.stay(() => town.hit('/service/offer'));
    expect(town.hit('/service/offer')?.body.AnsweredBy).toBe('human');
    town.network.hangUp(RESIDENT);
    await place();
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.stay(() => town.bodies('/service/offer').length === 2);
    expect(town.bodies('/service/offer')[1]).not.toHaveProperty('AnsweredBy');
  });

  it('tells the verdict beside the document where detection is asynchronous', async () => {
    town.network.configure(RESIDENT, { answering: 'machine' });
    const asyncAmdStatusCallback = `${town.url}/service/detected`;
    await place({ machineDetection: 'DetectMessageEnd', asyncAmd: 'true', asyncAmdStatusCallback });
    await town.until(() => town.hit('/service/detected'));
    expect(town.hit('/service/offer')?.body).not.toHaveProperty('AnsweredBy');
    expect(town.hit('/service/detected')?.body.AnsweredBy).toBe('machine_end_beep');
  });

  it('may be let to the answering machine while it rings', async () => {
    await place({ machineDetection: 'Enable' });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT, 'machine');
    await town.stay(() => town.hit('/service/offer'));
    expect(town.hit('/service/offer')?.body.AnsweredBy).toBe('machine_start');
  });

  it('is cancelled while it rings and completed while it runs', async () => {
    const first = await place();
    await town.stay(() => town.call().status === 'ringing');
    expect((await town.client.calls(first.sid).update({ status: 'canceled' })).status).toBe('canceled');
    const second = await place();
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.stay(() => town.call().listening);
    expect((await town.client.calls(second.sid).update({ status: 'canceled' })).status).toBe('in-progress');
    expect((await town.client.calls(second.sid).update({ status: 'completed' })).status).toBe('completed');
    await town.stay(() => statuses().filter((status) => status === 'completed').length === 1);
  });

  it('is taken to another document in mid-prompt, but not before it is answered', async () => {
    const { sid } = await place();
    await town.stay(() => town.call().status === 'ringing');
    const move = () => town.client.calls(sid).update({ url: `${town.url}/service/other` });
    await expect(move()).rejects.toMatchObject({ status: 400, code: 21220 });
    town.serve('/service/other', voice().say({ language: 'zh-CN' }, '工单已被他人接走。'));
    town.network.answer(RESIDENT);
    await town.stay(() => town.call().listening);
    await move();
    await town.until(() => town.call().status === 'completed');
    expect(town.said(town.call())).toEqual(['接单请按1。', '工单已被他人接走。']);
  });

  it('plays a document given inline, where a relative address has nothing to refer to', async () => {
    await place({
      url: undefined,
      twiml: '<Response><Say language="zh-CN">您好</Say><Redirect>/x</Redirect></Response>',
    });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.until(() => town.call().endedAt);
    expect(town.said(town.call())[0]).toBe('您好');
    expect(town.problems()).toEqual([11100]);
  });

  it('is recorded as a whole, and ended at its time limit', async () => {
    const recordingStatusCallback = `${town.url}/service/kept`;
    await place({ record: true, recordingStatusCallback, timeLimit: 3, twiml: undefined });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.stay(() => town.call().listening);
    await town.advance(3_000);
    expect(town.call().status).toBe('completed');
    await town.stay(() => town.hit('/service/kept'));
    expect(town.hit('/service/kept')?.body.RecordingSource).toBe('OutboundAPI');
  });

  it('goes to the fallback document when the first fails', async () => {
    town.serve('/service/offer', (_, response) => response.status(500).end());
    town.serve('/service/fallback', voice().say({ language: 'zh-CN' }, '稍后再联系您。'));
    await place({ fallbackUrl: `${town.url}/service/fallback` });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.until(() => town.call().endedAt);
    expect(town.said(town.call())).toEqual(['稍后再联系您。']);
    expect(town.hit('/service/fallback')?.body).toMatchObject({ ErrorCode: '11200' });
  });

  it('sends only the stages that were asked for', async () => {
    await place({ statusCallbackEvent: ['answered'] });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.stay(() => town.call().listening);
    town.network.hangUp(RESIDENT);
    await town.stay(() => statuses().length);
    expect(statuses()).toEqual(['in-progress']);
  });
});
