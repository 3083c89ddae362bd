import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import twilio from 'twilio';
import { GATHER_LANGUAGES, SAY_LANGUAGES } from '../../../../src/simulators/phone/twiml/languages.js';
import { parseMessagingTwiml } from '../../../../src/simulators/phone/twiml/messaging.js';
import { parseVoiceTwiml } from '../../../../src/simulators/phone/twiml/voice.js';
import { isSayVoice } from '../../../../src/simulators/phone/twiml/voices.js';

const types = readFileSync(
  createRequire(import.meta.url)
    .resolve('twilio/lib/twiml/VoiceResponse')
    .replace(/\.js$/, '.d.ts'),
  'utf8',
);
const listed = (name: string) =>
  [...(new RegExp(`type ${name} = ([^;]*);`).exec(types)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
    ([, value]) => value as string,
  );

describe('what the simulated network knows of TwiML', () => {
  it('has the languages of the SDK’s types', () => {
    expect([...GATHER_LANGUAGES].sort()).toEqual(listed('GatherLanguage').sort());
    expect([...SAY_LANGUAGES].sort()).toEqual(listed('SayLanguage').sort());
  });

  it('has the voices of the SDK’s types, and no others', () => {
    expect(listed('SayVoice').filter((voice) => !isSayVoice(voice))).toEqual([]);
    for (const voice of ['Polly.Xiaoming', 'Google.zh', 'robot', '']) expect(isSayVoice(voice)).toBe(false);
  });

  it('reads every verb that the SDK builds, with Twilio’s defaults', () => {
    const document = new twilio.twiml.VoiceResponse();
    document.say({ language: 'zh-CN', voice: 'Polly.Zhiyu-Neural' }, '您好');
    document
      .gather({ input: ['speech', 'dtmf'], language: 'cmn-Hans-CN', speechTimeout: 'auto', hints: '漏水,停电' })
      .say('请讲');
    document.record({ maxLength: 60 });
    document.dial({ timeout: 20 }, '+8613900000002');
    document.redirect('/next');
    document.hangup();
    expect(parseVoiceTwiml(document.toString())).toEqual([
      { verb: 'Say', text: '您好', language: 'zh-CN', voice: 'Polly.Zhiyu-Neural', loop: 1 },
      expect.objectContaining({
        verb: 'Gather',
        input: ['speech', 'dtmf'],
        timeout: 5,
        finishOnKey: '#',
        method: 'POST',
      }),
      expect.objectContaining({ verb: 'Record', maxLength: 60, timeout: 5, playBeep: true }),
      expect.objectContaining({
        verb: 'Dial',
        timeout: 20,
        numbers: [expect.objectContaining({ number: '+8613900000002' })],
      }),
      { verb: 'Redirect', url: '/next', method: 'POST' },
      { verb: 'Hangup' },
    ]);
  });

  it('reads speech marks as their words', () => {
    const [say] = parseVoiceTwiml(
      '<Response><Say>请 <emphasis>马上</emphasis>\n离开<break time="1s"/></Say></Response>',
    );
    expect(say).toMatchObject({ text: '请 马上 离开' });
  });

  it.each([
    ['<Reply/>', 'another root'],
    ['<Response version="1"/>', 'an attribute of the root'],
    ['<Response>您好</Response>', 'text outside a verb'],
    ['<Response><Sing/></Response>', 'an unknown verb'],
    ['<Response><constructor/></Response>', 'a verb named like a property of every object'],
    ['<Response><Say/></Response>', 'nothing to say'],
    [`<Response><Say>${'长'.repeat(4097)}</Say></Response>`, 'too much to say'],
    ['<Response><Say><Play>x</Play></Say></Response>', 'a verb inside Say'],
    ['<Response><Say loop="-1">好</Say></Response>', 'a negative loop'],
    ['<Response><Say voice="Polly.Nobody">好</Say></Response>', 'an unknown voice'],
    ['<Response><Gather input="voice"/></Response>', 'an unknown input'],
    ['<Response><Gather timeout="soon"/></Response>', 'a timeout that is no number'],
    ['<Response><Gather numDigits="0"/></Response>', 'no digits'],
    ['<Response><Gather finishOnKey="##"/></Response>', 'two finishing keys'],
    ['<Response><Gather method="PUT"/></Response>', 'an unknown method'],
    ['<Response><Gather actionOnEmptyResult="yes"/></Response>', 'a flag that is none'],
    ['<Response><Gather speechTimeout="0"/></Response>', 'no speech timeout'],
    ['<Response><Gather><Record/></Gather></Response>', 'a verb that Gather may not hold'],
    [`<Response><Gather hints="${'长'.repeat(101)}"/></Response>`, 'a hint that is too long'],
    ['<Response><Record maxLength="0"/></Response>', 'no recording time'],
    ['<Response><Dial><Sip>sip:a@b</Sip></Dial></Response>', 'a noun of another network'],
    ['<Response><Redirect/></Response>', 'nowhere to go'],
    ['<Response><Hangup>now</Hangup></Response>', 'text in an empty verb'],
    ['<Response><Reject reason="tired"/></Response>', 'an unknown reason'],
  ])('refuses %s: %s', (xml) => {
    expect(() => parseVoiceTwiml(xml)).toThrow(expect.objectContaining({ code: 12200 }));
  });

  it('reads the answer to a message, with or without Body', () => {
    expect(
      parseMessagingTwiml('<Response><Message>一</Message><Message><Body>二</Body></Message></Response>').map(
        ({ body }) => body,
      ),
    ).toEqual(['一', '二']);
    expect(() => parseMessagingTwiml('<Response><Message><Media>x</Media></Message></Response>')).toThrow('Media');
  });
});
