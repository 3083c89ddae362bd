import twilio from 'twilio';
import { ACCOUNT, HOTLINE, openTown, RESIDENT, type Town, voice } from './town.js';

describe('a call to the hotline', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
  });

  const question = (attributes: object = {}) => {
    const document = voice();
    document
      .gather({ input: ['dtmf', 'speech'], action: '/service/answer', language: 'cmn-Hans-CN', ...attributes })
      .say({ language: 'zh-CN' }, '您好,请说您要报修什么。');
    document.say({ language: 'zh-CN' }, '没有听到您的声音,再见。');
    return document;
  };

  it('reaches the service signed, with the fields that Twilio sends', async () => {
    town.onCall(question());
    const dialled = town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    const [hit] = town.hits;
    expect(hit?.body).toMatchObject({
      CallSid: (dialled as { callSid: string }).callSid,
      AccountSid: ACCOUNT,
      From: RESIDENT,
      To: HOTLINE,
      Caller: RESIDENT,
      Called: HOTLINE,
      CallStatus: 'ringing',
      Direction: 'inbound',
      ApiVersion: '2010-04-01',
      FromCountry: 'CN',
    });
    expect(hit?.token).toMatch(/^[0-9a-f-]{36}$/);
    expect(town.call().status).toBe('in-progress');
  });

  it('sends what the caller says to the action, and goes on with its answer', async () => {
    town.onCall(question());
    town.serve('/service/answer', voice().say({ language: 'zh-CN' }, '已记录,谢谢。'));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    expect(town.network.speak(RESIDENT, '厨房漏水')).toEqual({ ok: true });
    await town.until(() => town.call().status === 'completed');
    expect(town.hit('/service/answer')?.body).toMatchObject({ SpeechResult: '厨房漏水', CallStatus: 'in-progress' });
    expect(Number(town.hit('/service/answer')?.body.Confidence)).toBeGreaterThan(0.5);
    expect(town.said(town.call())).toEqual(['您好,请说您要报修什么。', '已记录,谢谢。']);
  });

  it('lets the caller cut in while the prompt is spoken', async () => {
    town.onCall(question());
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.speak(RESIDENT, '马桶堵了');
    await town.stay(() => town.hit('/service/answer'));
    expect(town.now()).toBe(0);
  });

  it('collects keys up to numDigits', async () => {
    town.onCall(question({ numDigits: 3 }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '120');
    await town.stay(() => town.hit('/service/answer'));
    expect(town.hit('/service/answer')?.body).toMatchObject({ Digits: '120', FinishedOnKey: '', msg: 'Gather End' });
  });

  it('collects keys up to the finishing key, which is not among the digits', async () => {
    town.onCall(question());
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '502#');
    await town.stay(() => town.hit('/service/answer'));
    expect(town.hit('/service/answer')?.body).toMatchObject({ Digits: '502', FinishedOnKey: '#' });
  });

  it('collects keys until the timeout after the last of them', async () => {
    town.onCall(question({ timeout: 4 }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '1');
    await town.advance(3_999);
    town.network.press(RESIDENT, '2');
    await town.advance(3_999);
    expect(town.hit('/service/answer')).toBeUndefined();
    await town.advance(1);
    await town.stay(() => town.hit('/service/answer'));
    expect(town.hit('/service/answer')?.body.Digits).toBe('12');
  });

  it('falls through to the next verb on silence', async () => {
    town.onCall(question());
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().status === 'completed');
    expect(town.hit('/service/answer')).toBeUndefined();
    expect(town.said(town.call()).at(-1)).toBe('没有听到您的声音,再见。');
  });

  it('tells the action of silence where it asks for that', async () => {
    town.onCall(question({ actionOnEmptyResult: true }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.hit('/service/answer'));
    expect(town.hit('/service/answer')?.body).toMatchObject({ Digits: '', SpeechResult: '' });
  });

  it('waits while somebody is still speaking', async () => {
    town.onCall(question({ timeout: 5 }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    for (let second = 0; second < 20; second += 4) {
      expect(town.network.murmur(RESIDENT)).toEqual({ ok: true });
      await town.advance(4_000);
    }
    expect(town.call().listening).not.toBeNull();
    town.network.speak(RESIDENT, '电梯困人');
    await town.stay(() => town.hit('/service/answer'));
  });

  it('does not take keys where only speech is asked for', async () => {
    town.onCall(question({ input: ['speech'] }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    expect(town.network.press(RESIDENT, '1')).toEqual({ ok: false, reason: 'unheard' });
    expect(town.call().listening).toMatchObject({ speech: true, keys: false });
  });

  it('asks the same document again where Gather has no action', async () => {
    town.onCall(question({ action: undefined }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '7#');
    await town.stay(() => town.hits.length === 2);
    expect(town.hits[1]).toMatchObject({ path: '/webhooks/twilio/voice/incoming', body: { Digits: '7' } });
  });

  it('signs an action with a query string, and one asked for by GET', async () => {
    town.onCall(question({ action: '/service/answer?step=2&word=漏水', method: 'GET' }));
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.press(RESIDENT, '1#');
    await town.stay(() => town.hits.length === 2);
    expect(town.hits[1]?.path).toMatch(/^\/service\/answer\?step=2&word=/);
    expect(town.hits[1]?.body).toMatchObject({ step: '2', word: '漏水', Digits: '1' });
  });

  it('hears nothing that is said while nobody listens', async () => {
    const document = voice();
    document.say({ language: 'zh-CN' }, '请稍候。');
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.said(town.call()).length);
    expect(town.network.speak(RESIDENT, '喂')).toEqual({ ok: false, reason: 'unheard' });
    expect(town.call().transcript.at(-1)).toMatchObject({ who: 'phone', text: '喂', detail: 'unheard' });
  });

  it('follows a redirect and hangs up at the end of the document', async () => {
    const document = voice();
    document.redirect('/service/next');
    document.say('never spoken');
    town.onCall(document);
    town.serve('/service/next', voice().say({ language: 'zh-CN' }, '转到这里。'));
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().status === 'completed');
    expect(town.said(town.call())).toEqual(['转到这里。']);
  });

  it('is hung up by the service', async () => {
    const document = voice();
    document.hangup();
    document.say('never spoken');
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.said(town.call())).toEqual([]);
  });

  it.each([
    ['busy', 'busy'],
    ['rejected', 'no-answer'],
  ] as const)('is rejected as %s without being answered', async (reason, status) => {
    const document = voice();
    document.reject({ reason });
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.call()).toMatchObject({ status, answeredAt: null });
  });

  it('plays sounds, tones and pauses for their time', async () => {
    const document = voice();
    document.play('/service/music.mp3');
    document.play({ digits: '12' });
    document.pause({ length: 3 });
    town.onCall(document);
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().status === 'completed');
    expect(
      town
        .call()
        .transcript.filter(({ kind }) => kind === 'play')
        .map(({ text }) => text),
    ).toEqual([`${town.url}/service/music.mp3`, '12']);
    expect(town.now()).toBe(2_000 + 500 + 3_000);
  });

  it('cannot be made to another number, by a bad number, or twice from one phone', async () => {
    town.onCall(question());
    expect(town.network.dial(RESIDENT, '+8610')).toEqual({ ok: false, reason: 'not-in-service' });
    expect(town.network.dial('110', HOTLINE)).toEqual({ ok: false, reason: 'invalid-number' });
    town.network.dial(RESIDENT, HOTLINE);
    expect(town.network.dial(RESIDENT, HOTLINE)).toEqual({ ok: false, reason: 'engaged' });
  });

  it('reports its end where the number is configured with a status callback', async () => {
    const other = await openTown({ webhooks: { status: '/webhooks/twilio/voice/status' } });
    other.onCall(question());
    other.network.dial(RESIDENT, HOTLINE);
    await other.stay(() => other.call().listening);
    other.network.hangUp(RESIDENT);
    await other.stay(() => other.hit('/webhooks/twilio/voice/status'));
    expect(other.hit('/webhooks/twilio/voice/status')?.body).toMatchObject({ CallStatus: 'completed', From: RESIDENT });
  });

  it('is refused by the service when the signature was made with another token', async () => {
    const wrong = twilio.getExpectedTwilioSignature('another token', `${town.url}/service/answer`, { a: 'b' });
    const headers = { 'X-Twilio-Signature': wrong, 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${town.url}/service/answer`, { method: 'POST', headers, body: 'a=b' });
    expect(response.status).toBe(403);
  });
});
