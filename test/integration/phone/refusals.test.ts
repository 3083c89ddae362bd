import twilio from 'twilio';
import { DESK, HOTLINE, type Hotline, openHotline, RESIDENT, STRANGER, TOKEN, WEBHOOKS } from './hotline.js';

const SID = '0123456789abcdef'.repeat(2);
const aCall = (over: Record<string, string> = {}) => ({
  CallSid: `CA${SID}`,
  From: RESIDENT,
  To: HOTLINE,
  Direction: 'inbound',
  CallStatus: 'in-progress',
  ...over,
});
const EVERY_PATH = [
  '/voice/incoming',
  '/voice/turn?step=1',
  '/voice/dialled?step=1',
  '/voice/status',
  '/voice/recording',
  '/voice/transcription?step=1',
  '/voice/outbound?owner=ticket&ownerId=W-1001&effectId=W-1001-1-0',
  '/voice/outbound-status?owner=ticket&ownerId=W-1001&effectId=W-1001-1-0',
  '/sms/incoming',
  '/sms/status?owner=ticket&ownerId=W-1001&effectId=W-1001-1-0',
];

describe('a webhook', () => {
  let hotline: Hotline;
  const turns: string[] = [];
  beforeEach(async () => {
    turns.length = 0;
    hotline = await openHotline({
      deps: ({ receive }) => ({
        receive: async (turn) => {
          turns.push(turn.id);
          return receive(turn);
        },
      }),
    });
  });
  const nothingHappened = async () => {
    expect(turns).toEqual([]);
    expect(await hotline.stores.conversations.get(`call-CA${SID}`)).toBeUndefined();
    expect(await hotline.tickets()).toEqual([]);
  };

  describe.each(EVERY_PATH)('%s', (path) => {
    it.each([
      ['no signature', null],
      ['an empty one', ''],
      ['a wrong one', 'c2lnbmF0dXJl'],
    ])('is refused with %s, and nothing happens', async (_, signature) => {
      const answer = await hotline.post(path, aCall({ MessageSid: `SM${SID}`, Body: '马桶堵了' }), signature);
      expect(answer).toEqual({ status: 403, text: 'signature required' });
      await nothingHappened();
    });

    it('is refused with a clear text where its fields are malformed', async () => {
      const answer = await hotline.post(path, { CallSid: 'CA1', MessageSid: '1', RecordingSid: '2', From: RESIDENT });
      expect(answer.status).toBe(400);
      expect(answer.text).toMatch(/CallSid|RecordingSid|MessageSid|MessageStatus/);
      await nothingHappened();
    });
  });

  it('is refused where its signature belongs to other words, another step or another address', async () => {
    const sign = (url: string, fields: object) =>
      twilio.getExpectedTwilioSignature(TOKEN, url, fields as Record<string, string>);
    const path = '/voice/turn?step=1';
    const whole = hotline.url + WEBHOOKS + path;
    const fields = aCall({ SpeechResult: '马桶堵了' });
    for (const signature of [
      sign(whole, { ...fields, SpeechResult: '煤气泄漏' }),
      sign(whole, { ...fields, From: STRANGER }),
      sign(whole.replace('step=1', 'step=2'), fields),
      sign(whole.replace('127.0.0.1', 'localhost'), fields),
    ]) {
      expect((await hotline.post(path, fields, signature)).status).toBe(403);
    }
    await nothingHappened();
    expect((await hotline.post(path, fields, sign(whole, fields))).status).toBe(200);
  });

  it('is signed for the public address, whatever the proxy in front calls itself', async () => {
    const behind = await openHotline({ deps: () => ({ publicUrl: 'https://fix.example.com' }) });
    const url = `https://fix.example.com${WEBHOOKS}/voice/incoming`;
    const signature = twilio.getExpectedTwilioSignature(TOKEN, url, aCall());
    expect((await behind.post('/voice/incoming', aCall(), signature)).status).toBe(200);
    expect((await behind.post('/voice/incoming', aCall())).status).toBe(403);
  });

  it.each(['', '?step=0', '?step=x', '?step=1&step=2'])('of a call names its step: %p is refused', async (query) => {
    const answer = await hotline.post(`/voice/turn${query}`, aCall());
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('step');
    await nothingHappened();
  });

  it('that is too large is refused', async () => {
    const answer = await hotline.post('/voice/incoming', aCall({ SpeechResult: '水'.repeat(30_000) }));
    expect(answer.status).toBe(413);
    await nothingHappened();
  });

  it('that is no form is refused', async () => {
    const response = await fetch(`${hotline.url}${WEBHOOKS}/voice/incoming`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(aCall()),
    });
    expect(response.status).toBe(403);
    await nothingHappened();
  });

  it('is never a GET', async () => {
    const response = await fetch(`${hotline.url}${WEBHOOKS}/voice/incoming`);
    expect(response.status).toBe(403);
  });
});

describe('a fault of our own', () => {
  it('costs the caller a moment: the request is made again', async () => {
    let faults = 2;
    const hotline = await openHotline({
      deps: ({ receive }) => ({
        receive: async (turn) => {
          if (faults-- > 0) throw new Error('the database is away');
          return receive(turn);
        },
      }),
    });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    expect(caller.heard()).toContain('您好,陈女士');
    await caller.says('马桶堵了明天下午三点来');
    expect(caller.heard()).toContain('跟您核对一下');
  });

  it('is told in Chinese and English where it lasts, and the call ends', async () => {
    const hotline = await openHotline({
      deps: () => ({
        receive: async () => {
          throw new Error('the database is away');
        },
      }),
    });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    expect(caller.heard()).toMatch(/抱歉.*[Ss]orry/);
    expect(caller.call().status).toBe('completed');
  });

  it('does not lose what was said and kept before it', async () => {
    let faults = 1;
    const hotline = await openHotline({
      deps: ({ receive }) => ({
        receive: async (turn) => {
          const reply = await receive(turn);
          if (turn.input.kind === 'text' && faults-- > 0) throw new Error('the answer got lost');
          return reply;
        },
      }),
    });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    await caller.says('马桶堵了明天下午三点来');
    expect(caller.heard()).toContain('跟您核对一下');
  });

  it('connects to a person where the answer does not come in time', async () => {
    const hotline = await openHotline({
      deps: ({ receive }) => ({ receive: async (turn) => (turn.input.kind === 'text' ? null : receive(turn)) }),
    });
    const caller = hotline.caller(RESIDENT);
    await caller.dials();
    hotline.network.speak(RESIDENT, '马桶堵了');
    await hotline.until(() => hotline.network.calls().some(({ phone }) => phone === DESK));
    expect(caller.everything()).toContain('转接人工');
  });

  it('is answered 500 where nobody listens', async () => {
    const hotline = await openHotline({
      deps: ({ conversations }) => ({
        conversations: {
          ...conversations,
          get: async () => {
            throw new Error('the database is away');
          },
        },
      }),
    });
    const answer = await hotline.post('/voice/status', aCall({ CallStatus: 'completed' }));
    expect(answer).toEqual({ status: 500, text: 'temporarily unavailable' });
  });
});
