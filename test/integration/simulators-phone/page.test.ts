import { readEvents } from '../../support/event-stream.js';
import { HOTLINE, openTown, RESIDENT, type Town, voice } from './town.js';

describe('the page', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
  });

  const post = (path: string, body: unknown) =>
    fetch(`${town.url}/simulators/phone/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each([
    ['', 'text/html'],
    ['/phone.js', 'text/javascript'],
    ['/phone.css', 'text/css'],
    ['/handset.css', 'text/css'],
  ])('serves /simulators/phone%s, which asks for nothing from elsewhere', async (path, type) => {
    const response = await fetch(`${town.url}/simulators/phone${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).not.toMatch(/(src|href|url\(|from )\s*=?\s*["'(]?https?:/);
  });

  it('plays a call by its buttons and shows it live', async () => {
    const document = voice();
    document.gather({ input: ['dtmf', 'speech'], action: '/service/answer' }).say({ language: 'zh-CN' }, '请讲');
    town.onCall(document);
    const stop = new AbortController();
    const response = await fetch(`${town.url}/simulators/phone/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const seen: { type: string; line?: { text: string } }[] = [];
    const reading = readEvents<(typeof seen)[number]>(response, (event) => seen.push(event)).catch(() => {});
    await town.stay(() => seen.length > 0);
    expect(seen[0]).toMatchObject({ type: 'snapshot', hotlines: [HOTLINE], calls: [] });
    expect(JSON.stringify(seen[0])).not.toContain('token');
    expect((await post('dial', { from: RESIDENT, to: HOTLINE })).status).toBe(200);
    await town.stay(() => town.call().listening);
    expect((await post('murmur', { number: RESIDENT })).status).toBe(200);
    expect((await post('speak', { number: RESIDENT, text: '漏水' })).status).toBe(200);
    await town.stay(() => seen.some(({ line }) => line?.text === '漏水'));
    expect(seen.map(({ type }) => type)).toEqual(expect.arrayContaining(['call', 'line']));
    stop.abort();
    await reading;
  });

  it('answers, declines, presses, hangs up, sends and sets', async () => {
    const twiml = '<Response><Gather timeout="30"/></Response>';
    const ring = async () => {
      await town.client.calls.create({ to: RESIDENT, from: HOTLINE, twiml });
      await town.stay(() => town.call().status === 'ringing');
    };
    await ring();
    expect((await post('decline', { number: RESIDENT })).status).toBe(200);
    await ring();
    expect((await post('answer', { number: RESIDENT })).status).toBe(200);
    await town.stay(() => town.call().listening);
    expect((await post('press', { number: RESIDENT, keys: '12' })).status).toBe(200);
    expect((await post('hang-up', { number: RESIDENT })).status).toBe(200);
    expect((await post('sms', { from: RESIDENT, to: HOTLINE, body: '在吗' })).status).toBe(200);
    expect((await post('settings', { number: RESIDENT, answering: 'machine' })).status).toBe(200);
    expect(town.network.settingsOf(RESIDENT)).toEqual({ answering: 'machine', sms: 'delivered' });
  });

  it.each([
    ['hang-up', { number: RESIDENT }, 'no-call'],
    ['answer', { number: RESIDENT }, 'not-ringing'],
    ['speak', { number: RESIDENT, text: '喂' }, 'no-call'],
    ['dial', { from: RESIDENT, to: '+8610000000' }, 'not-in-service'],
  ])('says why %s is not possible', async (path, body, reason) => {
    const response = await post(path, body);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ ok: false, reason });
  });

  it.each([
    ['dial', { from: '110', to: HOTLINE }],
    ['dial', { from: RESIDENT, to: HOTLINE, record: true }],
    ['press', { number: RESIDENT, keys: 'abc' }],
    ['speak', { number: RESIDENT, text: 'x'.repeat(1001) }],
    ['speak', '{"number":'],
    ['settings', { number: RESIDENT, answering: 'maybe' }],
  ])('refuses a malformed %s', async (path, body) => {
    expect((await post(path, body)).status).toBe(400);
    expect(town.network.calls()).toEqual([]);
  });

  it('lets the recordings be heard', async () => {
    town.onCall('<Response><Record action="/service/done" finishOnKey="#"/></Response>');
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening?.recording);
    town.network.speak(RESIDENT, '灯坏了');
    town.network.hangUp(RESIDENT);
    const path = `${town.url}/simulators/phone/recordings`;
    expect((await fetch(`${path}/${town.network.recordings()[0]?.sid}.wav`)).status).toBe(200);
    expect((await fetch(`${path}/RE0.wav`)).status).toBe(404);
  });
});
