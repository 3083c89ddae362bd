import fc from 'fast-check';
import { emptyMessaging, emptyVoice, onceMore, readAloud, regret, replyToTwiml } from '../../../bots/phone/twiml.js';
import type { Locale } from '../../../src/domain/people.js';
import type { Reply } from '../../../src/domain/reply.js';
import { parseMessagingTwiml } from '../../../src/simulators/phone/twiml/messaging.js';
import { parseVoiceTwiml, type Verb } from '../../../src/simulators/phone/twiml/voice.js';

const DESK = '+8613800009999';
const saying = (key: string, params: Reply['say'][number]['params'] = {}) => ({ key, params });
const aReply = (over: Partial<Reply> = {}): Reply => ({ say: [saying('report.what')], expect: 'speech', ...over });

/** The document as the simulated network's strict reader takes it: it knows only Twilio's verbs, attributes, languages and voices. */
const render = (reply: Reply, line: { locale?: Locale; desk?: string | undefined; step?: number } = {}): Verb[] =>
  parseVoiceTwiml(replyToTwiml(reply, { step: 4, locale: 'zh-CN', desk: DESK, ...line }));

describe.each(['zh-CN', 'en'] as const)('a reply in a call (%s)', (locale) => {
  const speech =
    locale === 'en'
      ? { language: 'en-US', voice: 'Polly.Joanna-Neural', gather: 'en-US' }
      : { language: 'cmn-CN', voice: 'Polly.Zhiyu-Neural', gather: 'cmn-Hans-CN' };

  it('listens for words and one key after a question, and hears of silence', () => {
    const [gather, ...rest] = render(aReply(), { locale });
    expect(rest).toEqual([]);
    expect(gather).toMatchObject({
      verb: 'Gather',
      input: ['dtmf', 'speech'],
      numDigits: 1,
      actionOnEmptyResult: true,
      action: '/webhooks/twilio/voice/turn?step=4',
      language: speech.gather,
      prompts: [{ verb: 'Say', language: speech.language, voice: speech.voice }],
    });
  });

  it('says which key stands for which choice', () => {
    const [gather] = render(aReply({ choices: [saying('choice.confirm'), saying('choice.change')] }), { locale });
    const [prompt] = gather?.verb === 'Gather' ? gather.prompts : [];
    expect(prompt).toMatchObject({
      text: expect.stringMatching(locale === 'en' ? /press 1.*press 2/ : /请按1.*请按2/),
    });
  });

  it.each(['speech', 'digits', 'voicemail', 'human', 'end'] as const)(
    'is a document that Twilio takes: %s',
    (expect_) => {
      for (const choices of [undefined, [saying('choice.confirm')]]) {
        const verbs = render(aReply({ expect: expect_, ...(choices && { choices }) }), { locale });
        expect(verbs.length).toBeGreaterThan(0);
      }
    },
  );

  it('says nothing rather than an empty sentence', () => {
    expect(render(aReply({ say: [], expect: 'end' }), { locale })).toEqual([{ verb: 'Hangup' }]);
    expect(render(aReply({ say: [] }), { locale })[0]).toMatchObject({ verb: 'Gather', prompts: [] });
  });
});

describe('what a call waits for', () => {
  it('takes the star and the hash as keys where one key is asked', () => {
    expect(render(aReply())[0]).toMatchObject({ finishOnKey: '', numDigits: 1 });
  });

  it('takes a number of several digits, ended by the hash', () => {
    const [gather] = render(aReply({ say: [saying('report.phone')], expect: 'digits' }));
    expect(gather).toMatchObject({ input: ['dtmf', 'speech'], finishOnKey: '#' });
    expect(gather).not.toHaveProperty('numDigits', expect.anything());
  });

  it('takes the keypad alone where words failed, and leaves time to find the key', () => {
    const [gather] = render(aReply({ expect: 'digits', choices: [saying('choice.report')] }));
    expect(gather).toMatchObject({ input: ['dtmf'], numDigits: 1, timeout: 10 });
  });

  it('records, and goes on with the same step where nothing was recorded', () => {
    const [say, record, redirect] = render(aReply({ say: [saying('voicemail.record')], expect: 'voicemail' }));
    expect(say).toMatchObject({ verb: 'Say' });
    expect(record).toMatchObject({
      verb: 'Record',
      action: '/webhooks/twilio/voice/turn?step=4',
      finishOnKey: '#',
      maxLength: 120,
      recordingStatusCallback: '/webhooks/twilio/voice/recording',
      transcribeCallback: '/webhooks/twilio/voice/transcription?step=4',
    });
    expect(redirect).toMatchObject({ verb: 'Redirect', url: '/webhooks/twilio/voice/turn?step=4', method: 'POST' });
  });

  it('rings the desk', () => {
    const [, dial] = render(aReply({ say: [saying('human.connecting')], expect: 'human' }));
    expect(dial).toMatchObject({
      verb: 'Dial',
      action: '/webhooks/twilio/voice/dialled?step=4',
      timeout: 25,
      numbers: [{ number: DESK }],
    });
  });

  it('goes on as if nobody had answered where there is no desk', () => {
    const [, redirect] = render(aReply({ expect: 'human' }), { desk: undefined });
    expect(redirect).toMatchObject({ verb: 'Redirect', url: '/webhooks/twilio/voice/dialled?step=4' });
  });

  it('ends', () => {
    expect(render(aReply({ expect: 'end' })).at(-1)).toEqual({ verb: 'Hangup' });
  });
});

describe('what people wrote', () => {
  it('never breaks a document, whatever it holds', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(anyText, (what) => {
        const verbs = render({ say: [saying('alarm.ask', { category: 'gas', what, place: what })], expect: 'digits' });
        expect(verbs[0]).toMatchObject({ verb: 'Gather' });
      }),
    );
  });

  it('loses only the characters that cannot be said', () => {
    const what = '漏\u0000水\u000b了\ud83d💧 <b>&';
    const [gather] = render({ say: [saying('alarm.ask', { category: 'plumbing', what })], expect: 'speech' });
    expect(gather).toMatchObject({ prompts: [{ text: expect.stringContaining('漏水了💧 <b>&') }] });
  });

  it('is cut before Twilio refuses it', () => {
    const say = [saying('alarm.ask', { category: 'plumbing', what: '水'.repeat(5000) })];
    expect(() => render({ say, expect: 'digits' })).not.toThrow();
  });
});

describe('other documents', () => {
  it('read a message aloud twice, after a pause', () => {
    expect(parseVoiceTwiml(readAloud('师傅到了。', 'zh-CN'))).toMatchObject([
      { verb: 'Pause', length: 1 },
      { verb: 'Say', text: '师傅到了。', loop: 2, language: 'cmn-CN' },
      { verb: 'Hangup' },
    ]);
  });

  it('ask once more after a fault', () => {
    expect(parseVoiceTwiml(onceMore('/webhooks/twilio/voice/turn?step=2&retry=1'))).toMatchObject([
      { verb: 'Pause', length: 2 },
      { verb: 'Redirect', url: '/webhooks/twilio/voice/turn?step=2&retry=1', method: 'POST' },
    ]);
  });

  it('regret in both languages', () => {
    expect(parseVoiceTwiml(regret())).toMatchObject([
      { verb: 'Say', language: 'cmn-CN', text: expect.stringContaining('抱歉') },
      { verb: 'Say', language: 'en-US' },
      { verb: 'Hangup' },
    ]);
  });

  it('may be empty', () => {
    expect(parseVoiceTwiml(emptyVoice())).toEqual([]);
    expect(parseMessagingTwiml(emptyMessaging())).toEqual([]);
  });
});
