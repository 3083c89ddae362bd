import { HOTLINE, nowhere, openTown, RESIDENT, TECHNICIAN, type Town, voice } from './town.js';

const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';

describe('when the service is at fault', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown();
  });

  it.each([
    [
      'answers 500',
      (_: unknown, response: { status(code: number): { end(): void } }) => response.status(500).end(),
      11200,
    ],
    ['answers with another type', (_: unknown, response: { json(b: object): void }) => response.json({}), 12300],
    ['cuts the connection', (_: unknown, response: { destroy(): void }) => response.destroy(), 11200],
    [
      'sends a redirect',
      (_: unknown, response: { redirect(u: string): void }) => response.redirect('/service/x'),
      11200,
    ],
    ['sends broken XML', '<Response><Say>您好</Response>', 12100],
    ['sends nothing', '', 12100],
    ['sends an unknown verb', '<Response><Sing>您好</Sing></Response>', 12200],
    ['sends an unknown attribute', '<Response><Say pitch="high">您好</Say></Response>', 12200],
    ['listens in a language that Gather has not', '<Response><Gather language="zh-CN"/></Response>', 12200],
    ['speaks a language that Say has not', '<Response><Say language="cmn-Hans-CN">您好</Say></Response>', 12200],
    ['sends too much', `<Response><!--${'x'.repeat(70_000)}--></Response>`, 11750],
  ])('and %s, the call ends and the feed says why', async (_, answer, code) => {
    town.onCall(answer as string);
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.problems()).toEqual([code]);
    expect(town.call()).toMatchObject({ status: 'failed', answeredAt: null });
    expect(town.call().transcript).toContainEqual(expect.objectContaining({ kind: 'problem', text: String(code) }));
  });

  it('the caller hears an apology once the call was answered', async () => {
    const document = voice();
    document.say({ language: 'zh-CN' }, '您好');
    document.redirect('/service/broken');
    town.onCall(document);
    town.serve('/service/broken', (_, response) => response.status(503).end());
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.said(town.call())).toEqual(['您好', APOLOGY]);
    expect(town.call().status).toBe('completed');
  });

  it('is given 15 seconds to answer', async () => {
    town.onCall(() => {});
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.hits.length === 1);
    await town.advance(14_999);
    expect(town.call().endedAt).toBeNull();
    await town.advance(1);
    await town.stay(() => town.call().endedAt);
    expect(town.problems()).toEqual([11200]);
  });

  it('is tried twice when it cannot be reached', async () => {
    const gone = await openTown({ publicUrl: await nowhere() });
    gone.network.dial(RESIDENT, HOTLINE);
    await gone.stay(() => gone.call().endedAt);
    expect(gone.problems()).toEqual([11205]);
    expect(gone.requests()).toBe(2);
  });

  it('is stopped when its documents redirect to each other for ever', async () => {
    town.onCall('<Response><Redirect>/service/loop</Redirect></Response>');
    town.serve('/service/loop', '<Response><Redirect>/service/loop</Redirect></Response>');
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.problems()).toEqual([11200]);
    expect(town.hits.length).toBeLessThan(100);
  });

  it('a failed status callback harms no call', async () => {
    town.serve('/service/status', (_, response) => response.status(500).end());
    const twiml = '<Response><Pause length="1"/></Response>';
    const statusCallback = `${town.url}/service/status`;
    await town.client.calls.create({
      to: RESIDENT,
      from: HOTLINE,
      twiml,
      statusCallback,
      statusCallbackEvent: ['ringing', 'completed'],
    });
    await town.stay(() => town.call().status === 'ringing');
    town.network.answer(RESIDENT);
    await town.until(() => town.bodies('/service/status').length === 2);
    expect(town.call().status).toBe('completed');
  });
});

describe('when callers are at odds', () => {
  it('a caller who hangs up in mid-request leaves the answer unheard', async () => {
    const town = await openTown();
    let answer = () => {};
    town.onCall((_, response) => {
      answer = () => response.type('text/xml').send(voice().say('您好').toString());
    });
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.hits.length === 1);
    town.network.hangUp(RESIDENT);
    expect(town.call().status).toBe('canceled');
    answer();
    await town.stay(() => town.pending() === 0);
    expect(town.said(town.call())).toEqual([]);
    expect(town.network.dial(RESIDENT, HOTLINE)).toMatchObject({ ok: true });
  });

  it('two callers at once hear their own calls', async () => {
    const town = await openTown();
    town.onCall((request, response) => {
      const document = voice();
      document.gather({ action: '/service/step', numDigits: 1 }).say(`您的号码是${request.body.From}`);
      response.type('text/xml').send(document.toString());
    });
    town.serve('/service/step', (request, response) =>
      response.type('text/xml').send(voice().say(`您按了${request.body.Digits}`).toString()),
    );
    town.network.dial(RESIDENT, HOTLINE);
    town.network.dial(TECHNICIAN, HOTLINE);
    await town.stay(() => town.call(0).listening && town.call(1).listening);
    town.network.press(TECHNICIAN, '2');
    town.network.press(RESIDENT, '1');
    await town.until(() => town.call(0).endedAt && town.call(1).endedAt);
    expect(town.said(town.call(0))).toEqual([`您的号码是${RESIDENT}`, '您按了1']);
    expect(town.said(town.call(1))).toEqual([`您的号码是${TECHNICIAN}`, '您按了2']);
  });

  it('duplicated webhooks carry one token each, and the first answer counts', async () => {
    const town = await openTown({ duplicateWebhooks: true });
    let count = 0;
    town.onCall((_, response) => {
      count += 1;
      response.type('text/xml').send(voice().say(`第${count}次`).toString());
    });
    town.network.dial(RESIDENT, HOTLINE);
    await town.until(() => town.call().endedAt);
    expect(town.hits).toHaveLength(2);
    expect(town.hits[0]?.token).toBe(town.hits[1]?.token);
    expect(town.said(town.call())).toEqual(['第1次']);
  });

  it('requests go where the service really is, signed for its public address', async () => {
    const town = await openTown({ publicUrl: 'https://bot.example.com', deliverTo: () => town.url });
    town.onCall((request, response) => {
      const isGood = request.get('host') === new URL(town.url).host;
      response.type('text/xml').send(
        voice()
          .say(isGood ? '到了' : '没到')
          .toString(),
      );
    });
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.problems().length > 0);
    // The middleware of this test's service computes signatures with loopback, so it must refuse the public one.
    expect(town.events).toContainEqual(expect.objectContaining({ message: expect.stringContaining('403') }));
  });

  it('closing ends every call and every wait', async () => {
    const town = await openTown();
    town.onCall('<Response><Gather timeout="60"/></Response>');
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().listening);
    town.network.close();
    expect(town.call().status).toBe('completed');
    expect(town.pending()).toBe(0);
  });

  it('real time is kept where no timer is given, faster by the scale', async () => {
    const town = await openTown({ timer: undefined, scale: () => 1_000, patience: 0 });
    town.onCall('<Response><Gather timeout="20"><Say>Good morning</Say></Gather><Say>Goodbye</Say></Response>');
    town.network.dial(RESIDENT, HOTLINE);
    await town.stay(() => town.call().endedAt);
    expect(town.said(town.call())).toEqual(['Good morning', 'Goodbye']);
  });
});
