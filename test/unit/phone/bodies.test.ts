import fc from 'fast-check';
import {
  callBody,
  effectQuery,
  recordingBody,
  retryQuery,
  smsBody,
  stepQuery,
  transcriptionBody,
} from '../../../bots/phone/bodies.js';

const SID = '0123456789abcdef'.repeat(2);
const aCall = (over: object = {}) => ({ CallSid: `CA${SID}`, From: '+8613800000001', To: '+861060000000', ...over });

describe('the caller’s number', () => {
  it.each([
    ['+8613800000001', '+8613800000001'],
    ['13800000001', '+8613800000001'],
    ['02165551234', '+862165551234'],
    ['+864008880001', '+864008880001'],
    ['+85291234567', '+85291234567'],
    ['sip:+8613800000001@example.com', '+8613800000001'],
  ])('%s is %s', (From, phone) => {
    expect(callBody.parse(aCall({ From })).From).toBe(phone);
  });

  it.each([
    'anonymous',
    'Anonymous',
    '',
    'Restricted',
    '+266696687',
    '+86282452253',
    '+8656696',
    '+7378742833',
    '+2562533',
    'client:somebody',
    '10086',
  ])('is unknown where it is withheld or cannot be rung: %p', (From) => {
    expect(callBody.parse(aCall({ From })).From).toBeUndefined();
  });

  it('is E.164 or unknown, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^[+\d ()-]{0,30}$/)), (From) => {
        const phone = callBody.parse(aCall({ From })).From;
        if (phone !== undefined) expect(phone).toMatch(/^\+[1-9]\d{6,16}$/);
      }),
    );
  });

  it('is refused where it is missing, repeated or endless', () => {
    const { From: _, ...without } = aCall();
    expect(callBody.safeParse(without).success).toBe(false);
    expect(callBody.safeParse(aCall({ From: ['+8613800000001', '+8613800000002'] })).success).toBe(false);
    expect(callBody.safeParse(aCall({ From: '1'.repeat(201) })).success).toBe(false);
  });
});

describe('the sids', () => {
  it.each(['', 'CA1', `CA${SID}0`, `ca${SID}`, `CA${SID.slice(1)}g`, `CA${SID}\n`, `SM${SID}`, `CA${SID}/../x`])(
    'of a call are refused unless whole: %p',
    (CallSid) => {
      expect(callBody.safeParse(aCall({ CallSid })).success).toBe(false);
    },
  );

  it('of a call are taken in one form only', () => {
    fc.assert(
      fc.property(fc.string(), (CallSid) => {
        expect(callBody.safeParse(aCall({ CallSid })).success).toBe(/^CA[0-9a-f]{32}$/.test(CallSid));
      }),
    );
  });

  it('of recordings and messages are refused unless whole', () => {
    const recording = { RecordingSid: `RE${SID}`, RecordingUrl: 'https://api.twilio.com/recording' };
    expect(recordingBody.safeParse(recording).success).toBe(true);
    expect(recordingBody.safeParse({ ...recording, RecordingSid: `RE${SID}.wav` }).success).toBe(false);
    expect(recordingBody.safeParse({ ...recording, RecordingUrl: 'no address' }).success).toBe(false);
    const transcription = aCall({ RecordingSid: `RE${SID}`, TranscriptionText: '水管爆了' });
    expect(transcriptionBody.safeParse(transcription).success).toBe(true);
    expect(transcriptionBody.safeParse({ ...transcription, RecordingSid: 'RE1' }).success).toBe(false);
    const sms = { MessageSid: `SM${SID}`, From: '+8613800000001', To: '+861060000000' };
    expect(smsBody.parse(sms).Body).toBe('');
    expect(smsBody.safeParse({ ...sms, MessageSid: `CA${SID}` }).success).toBe(false);
  });
});

describe('fields that were put in', () => {
  it('do not get through', () => {
    const parsed = callBody.parse(aCall({ conversation: 'call-other', id: 'x', phone: '+8613800000009' }));
    expect(Object.keys(parsed).sort()).toEqual(['CallSid', 'From', 'To']);
  });

  it('are refused where they are too long or of another kind', () => {
    expect(callBody.safeParse(aCall({ SpeechResult: '水'.repeat(4001) })).success).toBe(false);
    expect(callBody.safeParse(aCall({ Digits: '1'.repeat(65) })).success).toBe(false);
    expect(callBody.safeParse(aCall({ Digits: ['1', '2'] })).success).toBe(false);
  });
});

describe('what our own addresses carry', () => {
  it.each(['', '0', '-1', '1.5', 'x', '1001', '1e3x'])('is refused as a step: %p', (step) => {
    expect(stepQuery.safeParse({ step }).success).toBe(false);
  });

  it('names an effect whole', () => {
    const ref = { owner: 'ticket', ownerId: 'W-1001', effectId: 'W-1001-1-0' };
    expect(effectQuery.parse(ref)).toEqual(ref);
    expect(effectQuery.safeParse({ ...ref, owner: 'somebody' }).success).toBe(false);
    expect(effectQuery.safeParse({ ...ref, effectId: '' }).success).toBe(false);
    expect(effectQuery.safeParse({ ...ref, ownerId: ['a', 'b'] }).success).toBe(false);
  });

  it('counts tries, and begins anew where it cannot be read', () => {
    expect(retryQuery.parse({ retry: '2' })).toEqual({ retry: 2 });
    expect(retryQuery.parse({})).toEqual({ retry: 0 });
    expect(retryQuery.parse({ retry: '-5' })).toEqual({ retry: 0 });
  });
});
