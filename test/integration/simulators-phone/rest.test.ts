import twilio from 'twilio';
import { ACCOUNT, HOTLINE, openTown, RESIDENT, TECHNICIAN, TOKEN, type Town } from './town.js';

describe('the REST API', () => {
  let town: Town;
  let now = new Date('2026-11-23T06:00:00Z');
  beforeEach(async () => {
    now = new Date('2026-11-23T06:00:00Z');
    town = await openTown({ clock: { now: () => now } });
  });

  const base = `/2010-04-01/Accounts/${ACCOUNT}`;
  const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
  const request = (
    path: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = { authorization },
  ) =>
    fetch(
      `${town.url}${base}${path}`,
      fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers },
    );
  const call = (to = RESIDENT) =>
    town.client.calls.create({ to, from: HOTLINE, twiml: '<Response><Pause length="9"/></Response>' });

  it('asks for the account’s credentials', async () => {
    const wrong = `Basic ${Buffer.from(`${ACCOUNT}:wrong`).toString('base64')}`;
    for (const headers of [{}, { authorization: wrong }]) {
      const response = await request('/Calls.json', undefined, headers as Record<string, string>);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        code: 20003,
        status: 401,
        more_info: expect.stringContaining('20003'),
      });
    }
  });

  const good = { To: RESIDENT, From: HOTLINE, Url: 'http://127.0.0.1:9/x' };
  it.each([
    ['no To', { ...good, To: '' }, 21201],
    ['a malformed To', { ...good, To: '110' }, 21211],
    ['a From that is not of the account', { ...good, From: TECHNICIAN }, 21210],
    ['no From', { To: RESIDENT, Url: good.Url }, 21213],
    ['no document', { To: RESIDENT, From: HOTLINE }, 21205],
    ['a malformed document address', { ...good, Url: '/relative' }, 21205],
    ['an unknown parameter', { ...good, Colour: 'red' }, 20001],
    ['a malformed number', { ...good, Timeout: 'soon' }, 20001],
    ['a number out of bounds', { ...good, Timeout: '601' }, 20001],
    ['an unknown event', { ...good, StatusCallbackEvent: 'hangup' }, 20001],
    ['an unknown detection', { ...good, MachineDetection: 'yes' }, 20001],
  ])('refuses a call with %s, and places none', async (_, fields, code) => {
    const response = await request('/Calls.json', fields as Record<string, string>);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code, status: 400, message: expect.any(String) });
    expect(town.network.calls()).toEqual([]);
  });

  it.each([
    ['no Body', { To: RESIDENT, From: HOTLINE }, 21602],
    ['no To', { From: HOTLINE, Body: '您好' }, 21604],
    ['no From', { To: RESIDENT, Body: '您好' }, 21603],
    ['a From that is not of the account', { To: RESIDENT, From: TECHNICIAN, Body: '您好' }, 21606],
    ['a Body that is too long', { To: RESIDENT, From: HOTLINE, Body: '长'.repeat(1601) }, 21617],
  ])('refuses a message with %s, and sends none', async (_, fields, code) => {
    const response = await request('/Messages.json', fields as Record<string, string>);
    expect(await response.json()).toMatchObject({ code, status: 400 });
    expect(town.network.messages()).toEqual([]);
  });

  it('answers what it does not know with 404, and a broken body with 400', async () => {
    await expect(town.client.calls(`CA${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    expect((await request('/Queues.json')).status).toBe(404);
    expect((await request('/Messages.json', { Body: 'x'.repeat(100_000) })).status).toBe(400);
  });

  it('finds calls by number, state and start time, which includes the second asked for', async () => {
    await call();
    await town.stay(() => town.call().startedAt);
    now = new Date('2026-11-23T07:00:00.900Z');
    await call(TECHNICIAN);
    await town.stay(() => town.call(1)?.startedAt);
    const list = (filter: Parameters<typeof town.client.calls.list>[0]) =>
      town.client.calls.list(filter).then((calls) => calls.map(({ to }) => to));
    expect(await list({})).toEqual([TECHNICIAN, RESIDENT]);
    expect(await list({ to: RESIDENT })).toEqual([RESIDENT]);
    expect(await list({ from: HOTLINE, status: 'ringing' })).toHaveLength(2);
    expect(await list({ status: 'busy' })).toEqual([]);
    expect(await list({ startTimeAfter: new Date('2026-11-23T07:00:00.950Z') })).toEqual([TECHNICIAN]);
    expect(await list({ startTimeAfter: new Date('2026-11-23T07:00:01Z') })).toEqual([]);
    expect(await list({ startTimeBefore: new Date('2026-11-23T06:30:00Z') })).toEqual([RESIDENT]);
    expect(await list({ startTime: new Date('2026-11-23T06:00:00Z') })).toEqual([RESIDENT]);
    expect(await (await request('/Calls.json?StartTime=2026-11-23')).json()).toMatchObject({ calls: [{}, {}] });
    expect((await request('/Calls.json?StartTime=yesterday')).status).toBe(400);
    expect((await request('/Calls.json?Colour=red')).status).toBe(400);
  });

  it('hands out long lists page by page, unmoved by what is added meanwhile', async () => {
    for (let index = 0; index < 5; index++)
      await town.client.messages.create({ to: RESIDENT, from: HOTLINE, body: `第${index}条` });
    const first = await town.client.messages.page({ pageSize: 2, to: RESIDENT });
    expect(first.instances.map(({ body }) => body)).toEqual(['第4条', '第3条']);
    await town.client.messages.create({ to: RESIDENT, from: HOTLINE, body: '新的' });
    const second = await first.nextPage();
    expect(second?.instances.map(({ body }) => body)).toEqual(['第2条', '第1条']);
    const third = await second?.nextPage();
    expect(third?.instances.map(({ body }) => body)).toEqual(['第0条']);
    expect(third?.nextPageUrl).toBeUndefined();
    expect(await town.client.messages.list({ pageSize: 2 })).toHaveLength(6);
  });

  it('lists, shows and deletes recordings', async () => {
    town.onCall(new twilio.twiml.VoiceResponse().record({ finishOnKey: '#' }));
    town.onCall('<Response><Record finishOnKey="#" action="/service/done"/></Response>');
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening?.recording);
    town.network.speak(RESIDENT, '厨房漏水');
    town.network.hangUp(RESIDENT);
    const { callSid, sid } = town.network.recordings()[0] as { callSid: string; sid: string };
    expect(await town.client.recordings.list({ callSid })).toHaveLength(1);
    expect(await town.client.calls(callSid).recordings.list()).toHaveLength(1);
    expect(await town.client.recordings(sid).fetch()).toMatchObject({
      callSid,
      source: 'RecordVerb',
      status: 'completed',
    });
    expect(await town.client.recordings(sid).remove()).toBe(true);
    await expect(town.client.recordings(sid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('leaves every other address to the application', async () => {
    const response = await fetch(`${town.url}/elsewhere`, { method: 'POST' });
    expect(response.status).toBe(204);
    expect(town.hits.map(({ path }) => path)).toEqual(['/elsewhere']);
  });
});
