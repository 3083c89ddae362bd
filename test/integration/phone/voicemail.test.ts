import { HOTLINE, type Hotline, openHotline, STRANGER } from './hotline.js';

const reachVoicemail = async (hotline: Hotline) => {
  const caller = hotline.caller(STRANGER);
  await caller.dials();
  for (let n = 0; n < 3; n++) await caller.isSilent();
  expect(caller.call().listening).toMatchObject({ recording: true });
  return caller;
};
/** Until every webhook about the recording was answered. */
const settled = (hotline: Hotline, kinds = ['/voice/recording', '/voice/transcription']) =>
  hotline.until(
    () => kinds.every((kind) => hotline.answers.some(({ path }) => path.includes(kind))),
    'recording and transcription arrive',
  );

describe('a message on the answering machine (clause 3.1.2)', () => {
  let hotline: Hotline;
  beforeEach(async () => {
    hotline = await openHotline();
  });

  it('becomes a ticket with the recording, and then with its words', async () => {
    const caller = await reachVoicemail(hotline);
    hotline.network.speak(STRANGER, '我家马桶堵了');
    await caller.presses('#');
    expect(caller.heard()).toContain('留言收到了');
    await settled(hotline);
    const [ticket, ...others] = await hotline.tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      state: 'submitted',
      category: 'drainage',
      description: '我家马桶堵了',
      resident: { phone: STRANGER },
      media: [hotline.network.recordings()[0]?.sid],
    });
    const kept = await hotline.stores.media.get(ticket?.media[0] ?? '');
    expect(kept?.contentType).toBe('audio/wav');
    expect(kept?.data.subarray(0, 4).toString()).toBe('RIFF');
  });

  it('is kept where the caller hangs up instead of pressing a key', async () => {
    const caller = await reachVoicemail(hotline);
    hotline.network.speak(STRANGER, '一栋的电梯坏了');
    await caller.hangsUp();
    await settled(hotline);
    await hotline.until(() => hotline.answers.some(({ path }) => path.includes('/voice/turn?step=4')));
    await hotline.until(() => hotline.answers.some(({ path }) => path.includes('/voice/status')));
    const tickets = await hotline.tickets();
    expect(tickets).toMatchObject([{ category: 'lift', media: [hotline.network.recordings()[0]?.sid] }]);
  });

  it('is kept where the end of the call is reported before the recording', async () => {
    const caller = await reachVoicemail(hotline);
    const call = { CallSid: caller.call().sid, From: STRANGER, To: HOTLINE, Direction: 'inbound' };
    await hotline.post('/voice/status', { ...call, CallStatus: 'completed' });
    const RecordingSid = `RE${'0'.repeat(32)}`;
    await hotline.post('/voice/turn?step=4', { ...call, RecordingSid, Digits: 'hangup', CallStatus: 'completed' });
    expect(await hotline.tickets()).toMatchObject([{ state: 'submitted', media: [RecordingSid] }]);
  });

  it('is kept where the recording’s own request never comes', async () => {
    const caller = await reachVoicemail(hotline);
    const { sid } = caller.call();
    const fields = { CallSid: sid, From: STRANGER, To: HOTLINE, Direction: 'inbound' };
    const RecordingSid = `RE${'0'.repeat(32)}`;
    const answer = await hotline.post('/voice/transcription?step=4', {
      ...fields,
      RecordingSid,
      TranscriptionText: '三栋二单元六零一水管漏水',
    });
    expect(answer.status).toBe(200);
    expect(await hotline.tickets()).toMatchObject([{ category: 'plumbing', media: [RecordingSid] }]);
  });

  it('is an emergency with its place where it tells of danger', async () => {
    const caller = await reachVoicemail(hotline);
    hotline.network.speak(STRANGER, '三栋二单元五零二煤气泄漏了');
    await caller.presses('#');
    await settled(hotline);
    const [ticket] = await hotline.tickets();
    expect(ticket).toMatchObject({
      category: 'gas',
      urgency: 'emergency',
      location: { building: '3', unit: '2', room: '502' },
    });
    const followed = ticket?.effects.slice(-2).map(({ work }) => (work.kind === 'prompt' ? work.prompt : work.kind));
    expect(followed).toEqual(['dispatch', 'alarm']);
  });

  it('adds to what was said before, and takes nothing of it away', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('三栋二单元六零一厨房水管漏水');
    for (let n = 0; n < 3; n++) await caller.isSilent();
    hotline.network.speak(STRANGER, '一栋一单元一零一楼道灯也不亮');
    await caller.presses('#');
    await settled(hotline);
    expect(await hotline.tickets()).toMatchObject([
      {
        category: 'plumbing',
        urgency: 'high',
        description: '三栋二单元六零一厨房水管漏水;一栋一单元一零一楼道灯也不亮',
        location: { building: '3', unit: '2', room: '601' },
      },
    ]);
  });

  it('is one ticket where everything is delivered twice', async () => {
    const twice = await openHotline({ duplicateWebhooks: true });
    const caller = await reachVoicemail(twice);
    twice.network.speak(STRANGER, '我家马桶堵了');
    await caller.presses('#');
    await twice.until(
      () => twice.answers.filter(({ path }) => /recording|transcription|status/.test(path)).length === 6,
      'two of each',
    );
    const tickets = await twice.tickets();
    expect(tickets).toMatchObject([{ description: '我家马桶堵了' }]);
    expect(tickets[0]?.history.map(({ action }) => action)).toEqual(['submit', 'amend']);
  });

  it('keeps its first description where the provider makes English noise of Chinese words', async () => {
    const caller = await reachVoicemail(hotline);
    hotline.network.speak(STRANGER, 'Ma tong do la');
    await caller.presses('#');
    await settled(hotline);
    expect(await hotline.tickets()).toMatchObject([{ description: '电话留言', category: 'other' }]);
  });

  it('is put into words by our own transcription where the provider’s cannot', async () => {
    const heard: string[] = [];
    const own = await openHotline({
      deps: () => ({
        transcribe: async ({ contentType }) => {
          heard.push(contentType);
          return '楼道的灯不亮了';
        },
      }),
    });
    const caller = await reachVoicemail(own);
    own.network.speak(STRANGER, 'Lou dao de deng');
    await caller.presses('#');
    await settled(own);
    // The audio may arrive after the provider's attempt at words; that callback then finds nothing to listen to.
    const fields = { CallSid: caller.call().sid, From: STRANGER, To: HOTLINE, Direction: 'inbound' };
    const RecordingSid = own.network.recordings()[0]?.sid ?? '';
    await own.post('/voice/transcription?step=4', { ...fields, RecordingSid, TranscriptionText: '' });
    expect(heard).toContain('audio/wav');
    expect(await own.tickets()).toMatchObject([{ description: '楼道的灯不亮了', category: 'electrical' }]);
  });

  it('goes with what was said before', async () => {
    const caller = hotline.caller(STRANGER);
    await caller.dials();
    await caller.says('三栋二单元六零一厨房水管漏水');
    for (let n = 0; n < 3; n++) await caller.isSilent();
    expect(caller.call().listening).toMatchObject({ recording: true });
    await caller.hangsUp();
    await settled(hotline, ['/voice/status']);
    // Nothing was recorded: the conversation's time-out, a job of its own, makes the ticket.
    const conversation = await hotline.stores.conversations.get(`call-${caller.call().sid}`);
    expect(conversation?.effects.at(-1)?.work.kind).toBe('timeout');
    expect(conversation?.flows.at(-1)?.id).toBe('voicemail');
  });

  it('is listed as failed where the provider does not hand the recording out', async () => {
    const fields = {
      RecordingSid: `RE${'1'.repeat(32)}`,
      RecordingUrl: `${hotline.url}/simulators/twilio/2010-04-01/Accounts/none/Recordings/RE1`,
      RecordingStatus: 'completed',
    };
    expect((await hotline.post('/voice/recording', fields)).status).toBe(500);
    expect(await hotline.stores.media.get(fields.RecordingSid)).toBeUndefined();
    expect((await hotline.post('/voice/recording', { ...fields, RecordingStatus: 'absent' })).status).toBe(200);
  });
});
