import { ACCOUNT, HOTLINE, openTown, RESIDENT, TECHNICIAN, TOKEN, type Town, voice } from './town.js';

const SECOND = '+8613900000003';

describe('Record', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
    const document = voice();
    document.record({
      action: '/service/recorded',
      maxLength: 60,
      finishOnKey: '#',
      timeout: 5,
      recordingStatusCallback: '/service/recording-status',
      transcribeCallback: '/service/transcribed',
    });
    document.say({ language: 'zh-CN' }, '没有录到声音。');
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening?.recording);
  });

  it('keeps what was said until the finishing key, and tells action, status and transcription callbacks', async () => {
    town.network.speak(RESIDENT, '三号楼电梯');
    town.network.speak(RESIDENT, '按钮失灵');
    town.network.press(RESIDENT, '#');
    await town.stay(() => town.hits.length === 4);
    const [recording] = town.network.recordings();
    const action = town.hit('/service/recorded')?.body;
    expect(action).toMatchObject({ RecordingSid: recording?.sid, Digits: '#', CallStatus: 'in-progress' });
    expect(Number(action?.RecordingDuration)).toBeGreaterThan(0);
    expect(town.hit('/service/recording-status')?.body).toMatchObject({
      RecordingSid: recording?.sid,
      RecordingStatus: 'completed',
      RecordingSource: 'RecordVerb',
    });
    expect(town.hit('/service/transcribed')?.body).toMatchObject({
      TranscriptionText: '三号楼电梯 按钮失灵',
      TranscriptionStatus: 'completed',
      RecordingSid: recording?.sid,
      From: RESIDENT,
    });
  });

  it('gives the service a sound file at the address it was told, with the account’s credentials only', async () => {
    town.network.speak(RESIDENT, '门禁坏了');
    town.network.press(RESIDENT, '#');
    await town.stay(() => town.hit('/service/recorded'));
    const address = town.hit('/service/recorded')?.body.RecordingUrl as string;
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
    expect((await fetch(address)).status).toBe(401);
    const wav = Buffer.from(await (await fetch(address, { headers: { authorization } })).arrayBuffer());
    expect(wav.subarray(0, 4).toString()).toBe('RIFF');
    const mp3 = await fetch(`${address}.mp3`, { headers: { authorization } });
    expect(mp3.headers.get('content-type')).toBe('audio/mpeg');
  });

  it('ends by silence after the last words', async () => {
    town.network.speak(RESIDENT, '水管爆了');
    await town.advance(4_999);
    expect(town.hit('/service/recorded')).toBeUndefined();
    await town.advance(1);
    await town.stay(() => town.hit('/service/recorded'));
    expect(town.hit('/service/recorded')?.body.Digits).toBe('');
  });

  it('ends at its longest time although the caller goes on', async () => {
    for (let second = 0; second < 60; second += 3) {
      town.network.speak(RESIDENT, '还有');
      await town.advance(3_000);
    }
    await town.stay(() => town.hit('/service/recorded'));
    expect(Number(town.hit('/service/recorded')?.body.RecordingDuration)).toBeLessThanOrEqual(60);
  });

  it('makes no recording of silence and goes on', async () => {
    await town.until(() => town.call().status === 'completed');
    expect(town.network.recordings()).toEqual([]);
    expect(town.said(town.call())).toEqual(['没有录到声音。']);
  });

  it('keeps the last words of a caller who hangs up', async () => {
    town.network.speak(RESIDENT, '我在电梯里');
    town.network.hangUp(RESIDENT);
    await town.stay(() => town.hit('/service/recorded'));
    expect(town.hit('/service/recorded')?.body).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
    expect(town.network.recordings()).toHaveLength(1);
  });

  it('keeps what was said when the service takes the call elsewhere, without asking the action', async () => {
    town.network.speak(RESIDENT, '等一下');
    await town.client.calls(town.call().sid).update({ twiml: '<Response><Say>moved</Say></Response>' });
    await town.until(() => town.call().status === 'completed');
    expect(town.network.recordings()).toHaveLength(1);
    expect(town.hit('/service/recorded')).toBeUndefined();
    expect(town.said(town.call())).toEqual(['moved']);
  });
});

describe('Dial', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
  });

  const legTo = (number: string) => town.network.calls().find(({ to }) => to === number);
  async function connectTo(attributes: object = {}, numbers: [string, object?][] = [[TECHNICIAN]]) {
    const document = voice();
    const dial = document.dial({ action: '/service/dialled', timeout: 20, callerId: HOTLINE, ...attributes });
    for (const [number, extra] of numbers) dial.number(extra ?? {}, number);
    document.say({ language: 'zh-CN' }, '电话已结束。');
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => legTo(numbers[0]?.[0] ?? '')?.status === 'ringing');
  }

  it('rings another phone, joins the two, and tells the action how long they spoke', async () => {
    await connectTo();
    expect(legTo(TECHNICIAN)).toMatchObject({
      from: HOTLINE,
      direction: 'outbound-dial',
      parentCallSid: town.call(0).sid,
    });
    town.network.answer(TECHNICIAN);
    await town.stay(() => legTo(TECHNICIAN)?.listening?.bridged && town.call(0).listening?.bridged);
    town.network.speak(RESIDENT, '师傅你好');
    town.network.speak(TECHNICIAN, '我十分钟到');
    expect(legTo(TECHNICIAN)?.transcript).toContainEqual(expect.objectContaining({ who: 'far', text: '师傅你好' }));
    expect(town.call(0).transcript).toContainEqual(expect.objectContaining({ who: 'far', text: '我十分钟到' }));
    town.network.hangUp(TECHNICIAN);
    await town.stay(() => town.hit('/service/dialled'));
    expect(town.hit('/service/dialled')?.body).toMatchObject({
      DialCallStatus: 'completed',
      DialCallSid: legTo(TECHNICIAN)?.sid,
      DialBridged: 'true',
      CallStatus: 'in-progress',
    });
  });

  it('ends the other side when the caller hangs up', async () => {
    await connectTo();
    town.network.answer(TECHNICIAN);
    await town.stay(() => legTo(TECHNICIAN)?.listening?.bridged);
    town.network.hangUp(RESIDENT);
    expect(legTo(TECHNICIAN)?.status).toBe('completed');
    expect(town.call(0).status).toBe('completed');
  });

  it('stops ringing when the caller gives up', async () => {
    await connectTo();
    town.network.hangUp(RESIDENT);
    expect(legTo(TECHNICIAN)?.status).toBe('canceled');
    expect(town.network.answer(TECHNICIAN)).toEqual({ ok: false, reason: 'not-ringing' });
  });

  it.each([
    ['nobody answers', 'no-answer', () => {}],
    ['it is declined', 'busy', () => town.network.decline(TECHNICIAN)],
  ])('tells the action when %s', async (_, status, act) => {
    await connectTo();
    act();
    await town.until(() => town.hit('/service/dialled'));
    expect(town.hit('/service/dialled')?.body).toMatchObject({ DialCallStatus: status, DialBridged: 'false' });
  });

  it('goes on with the document where there is no action', async () => {
    await connectTo({ action: undefined });
    town.network.decline(TECHNICIAN);
    await town.until(() => town.call(0).status === 'completed');
    expect(town.said(town.call(0))).toEqual(['电话已结束。']);
  });

  it('connects the first of several phones to answer and leaves the others', async () => {
    await connectTo({}, [[TECHNICIAN], [SECOND]]);
    town.network.answer(SECOND);
    await town.stay(() => legTo(SECOND)?.listening?.bridged);
    expect(legTo(TECHNICIAN)?.status).toBe('canceled');
    town.network.hangUp(SECOND);
    await town.stay(() => town.hit('/service/dialled'));
    expect(town.hit('/service/dialled')?.body.DialCallSid).toBe(legTo(SECOND)?.sid);
  });

  it('whispers to the called phone before it joins them', async () => {
    const whisper = voice();
    whisper
      .gather({ numDigits: 1, action: '/service/whispered', language: 'cmn-Hans-CN' })
      .say({ language: 'zh-CN' }, '按1接听。');
    whisper.hangup();
    town.serve('/service/whisper', whisper);
    town.serve('/service/whispered', voice());
    await connectTo({}, [[TECHNICIAN, { url: '/service/whisper' }]]);
    town.network.answer(TECHNICIAN);
    await town.stay(() => legTo(TECHNICIAN)?.listening?.keys);
    expect(town.call(0).listening).toBeNull();
    town.network.press(TECHNICIAN, '1');
    await town.stay(() => town.call(0).listening?.bridged);
  });

  it('records the conversation and reports each stage of the leg where asked', async () => {
    await connectTo({ record: 'record-from-answer', recordingStatusCallback: '/service/kept' }, [
      [
        TECHNICIAN,
        { statusCallback: '/service/leg', statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'] },
      ],
    ]);
    town.network.answer(TECHNICIAN);
    await town.stay(() => legTo(TECHNICIAN)?.listening?.bridged && town.call(0).listening?.bridged);
    town.network.speak(RESIDENT, '漏得厉害');
    town.network.hangUp(TECHNICIAN);
    await town.stay(() => town.hit('/service/kept') && town.bodies('/service/leg').length === 4);
    expect(town.network.recordings()[0]).toMatchObject({ source: 'DialVerb', words: '漏得厉害' });
    expect(town.bodies('/service/leg').map(({ CallStatus }) => CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
  });

  it('may show the caller’s number but no stranger’s', async () => {
    await connectTo({ callerId: RESIDENT });
    expect(legTo(TECHNICIAN)?.from).toBe(RESIDENT);
    town.network.hangUp(RESIDENT);
    const document = voice();
    document.dial({ callerId: '+8613700000000' }).number(TECHNICIAN);
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.problems().includes(13214));
  });

  it('ends on the star where the caller may do so, and the caller stays on the line', async () => {
    await connectTo({ hangupOnStar: true });
    town.network.answer(TECHNICIAN);
    await town.stay(() => town.call(0).listening?.bridged);
    town.network.press(RESIDENT, '*');
    await town.stay(() => town.hit('/service/dialled'));
    expect(town.hit('/service/dialled')?.body).toMatchObject({
      DialCallStatus: 'completed',
      CallStatus: 'in-progress',
    });
  });

  it('ends at its time limit', async () => {
    await connectTo({ timeLimit: 60 });
    town.network.answer(TECHNICIAN);
    await town.stay(() => town.call(0).listening?.bridged);
    await town.advance(60_000);
    expect(legTo(TECHNICIAN)?.status).toBe('completed');
    await town.stay(() => town.hit('/service/dialled'));
  });
});
