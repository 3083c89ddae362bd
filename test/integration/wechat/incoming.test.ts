import { types } from 'wechaty-puppet';
import { startWechatBot } from '../../../bots/wechat/index.js';
import { turnSchema } from '../../../src/domain/conversation.js';
import { quietLog } from '../../support/builders.js';
import { PIXEL } from '../../support/pixel.js';
import { until } from '../../support/until.js';
import { type Chat, GROUP, openChat, RESIDENT, TECHNICIAN } from './chat.js';

const picture = { name: 'leak.png', contentType: 'image/png', data: PIXEL };

describe('what people write on WeChat', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await openChat();
  });
  afterEach(() => chat.close());
  const say = (text: string, from = RESIDENT.id) => chat.network.say({ from }, text);
  const inGroup = { from: RESIDENT.id, group: GROUP };

  it('becomes a turn of the person, under the id of the message', async () => {
    const said = await say('3栋2单元502马桶堵了');
    const turn = await chat.turn();
    expect(turn).toEqual({
      id: said.ok && `wechat-${said.id}`,
      conversation: 'wechat-wx-resident-01',
      channel: 'wechat',
      at: chat.clock.now(),
      from: { wechatId: 'wx-resident-01', name: '何女士' },
      input: { kind: 'text', text: '3栋2单元502马桶堵了', isSpeech: false },
    });
    expect(turnSchema.parse(turn)).toEqual(turn);
  });

  it('is the same turn when WeChat delivers it twice', async () => {
    const said = await say('在吗');
    chat.network.puppet.emit('message', { messageId: said.ok ? said.id : '' });
    await chat.turn(2);
    expect(new Set(chat.turns.map(({ id }) => id)).size).toBe(1);
  });

  it('keeps the order of one person, a slow picture before a quick word', async () => {
    let kept = false;
    const slow = await openChat({
      media: {
        async put() {
          await until('somebody else was heard', () => slow.turns.some(({ from }) => from.wechatId === TECHNICIAN.id));
          kept = true;
        },
        get: async () => undefined,
      },
    });
    await slow.network.sendFile({ from: RESIDENT.id }, picture);
    await slow.network.say({ from: RESIDENT.id }, '就是这里漏');
    await slow.network.say({ from: TECHNICIAN.id }, '到了');
    await slow.turn(3);
    expect(kept).toBe(true);
    expect(slow.turns.map(({ input }) => input.kind)).toEqual(['text', 'media', 'text']);
    expect(slow.turns[2]!.input).toMatchObject({ text: '就是这里漏' });
    await slow.close();
  });

  it('keeps a picture, and says which', async () => {
    const said = await chat.network.sendFile({ from: RESIDENT.id }, picture);
    const { input } = await chat.turn();
    const id = said.ok ? `wechat-${said.id}-media` : '';
    expect(input).toEqual({ kind: 'media', media: { id, kind: 'image' } });
    expect(await chat.media.get(id)).toEqual(picture);
  });

  it('keeps a voice clip together with its words', async () => {
    await chat.network.sendClip({ from: RESIDENT.id }, '厨房水管漏水');
    const { input } = await chat.turn();
    expect(input).toMatchObject({ kind: 'media', text: '厨房水管漏水', media: { kind: 'audio' } });
    const kept = input.kind === 'media' ? await chat.media.get(input.media.id) : undefined;
    expect(kept?.contentType).toMatch(/^audio\//);
  });

  it.each([
    ['without words', async () => undefined],
    [
      'whose transcription fails',
      async () => {
        throw new Error('quota');
      },
    ],
  ])('keeps a voice clip %s', async (_, transcribe) => {
    const deaf = await openChat({ transcribe });
    await deaf.network.sendClip({ from: RESIDENT.id }, '听不清');
    const { input } = await deaf.turn();
    expect(input).toEqual({ kind: 'media', media: { id: expect.any(String), kind: 'audio' } });
    await deaf.close();
  });

  it('takes a place sent from the map as words', async () => {
    chat.arrive({ id: 'place-1', type: types.Message.Location });
    expect((await chat.turn()).input).toMatchObject({ kind: 'text', text: expect.stringContaining('海淀区') });
  });

  it.each([
    ['a mini program', types.Message.MiniProgram, '小程序'],
    ['a link', types.Message.Url, '链接'],
    ['a red envelope', types.Message.RedEnvelope, '红包'],
  ])('answers %s too, and notes what it was', async (_, type, note) => {
    chat.arrive({ id: 'other-1', type });
    const { input } = await chat.turn();
    expect(input).toMatchObject({ kind: 'media', media: { kind: 'file' } });
    expect((await chat.media.get('wechat-other-1-media'))?.data.toString()).toContain(note);
  });

  it('notes a file that is too big to keep', async () => {
    await chat.network.sendFile({ from: RESIDENT.id }, { ...picture, data: Buffer.alloc(16 * 1024 * 1024) });
    const { input } = await chat.turn();
    expect(input).toMatchObject({ kind: 'media', media: { kind: 'file' } });
    const kept = input.kind === 'media' ? await chat.media.get(input.media.id) : undefined;
    expect(kept?.data.toString()).toContain('15 MB');
  });

  it('does not hold up the conversation for a file that cannot be fetched', async () => {
    const shaky = await openChat({ waits: [1, 1, 1] });
    let attempts = 0;
    Object.assign(shaky.network.puppet, {
      messageFile: async () => {
        attempts++;
        throw new Error('expired');
      },
    });
    await shaky.network.sendFile({ from: RESIDENT.id }, picture);
    await shaky.network.say({ from: RESIDENT.id }, '看到了吗');
    await shaky.turn(2);
    expect(attempts).toBe(3);
    expect(shaky.turns.map(({ input }) => input)).toMatchObject([
      { kind: 'media', media: { kind: 'file' } },
      { kind: 'text', text: '看到了吗' },
    ]);
    expect((await shaky.media.get(`${shaky.turns[0]!.id}-media`))?.data.toString()).toContain('未能下载');
    await shaky.close();
  });

  describe('in a group', () => {
    it('is a turn where the bot is mentioned, without the mention', async () => {
      await chat.network.say(inGroup, '电梯坏了', true);
      expect(await chat.turn()).toMatchObject({
        conversation: `wechat-${GROUP}-wx-resident-01`,
        from: { wechatId: RESIDENT.id, roomId: GROUP },
        input: { kind: 'text', text: '电梯坏了' },
      });
    });

    it('is a turn where the bot is called by a name', async () => {
      await chat.network.say(inGroup, '小上,大堂灯坏了');
      expect((await chat.turn()).input).toMatchObject({ text: '大堂灯坏了' });
    });

    it('is left alone where neighbours talk, in words and pictures', async () => {
      await chat.network.say(inGroup, '上门维修多少钱');
      await chat.network.sendFile(inGroup, picture);
      await chat.network.say(inGroup, '小上 在吗');
      await chat.turn();
      expect(chat.turns.map(({ input }) => input.kind === 'text' && input.text)).toEqual(['在吗']);
    });
  });

  it('is not answered where nobody is behind it', async () => {
    chat.mocker.ContactMock.create({
      ...chat.mocker.contactPayload(RESIDENT.id),
      id: 'gh_news',
      type: types.Contact.Official,
    });
    chat.mocker.ContactMock.create({ ...chat.mocker.contactPayload(RESIDENT.id), id: 'weixin' });
    chat.arrive({ id: 'news', talkerId: 'gh_news', type: types.Message.Text, text: '今日新闻' });
    chat.arrive({ id: 'team', talkerId: 'weixin', type: types.Message.Text, text: '登录提醒' });
    chat.arrive({ id: 'recalled', type: types.Message.Recalled });
    await say('在吗');
    await chat.turn();
    expect(chat.turns).toHaveLength(1);
  });

  it('is history where it is older than our start, but not what was written during a restart', async () => {
    const ago = (minutes: number) => Date.now() - minutes * 60_000;
    chat.arrive({ id: 'yesterday', type: types.Message.Text, text: '旧消息', timestamp: ago(24 * 60) });
    chat.arrive({ id: 'restart', type: types.Message.Text, text: '刚才', timestamp: ago(2) });
    await chat.turn();
    expect(chat.turns.map(({ id }) => id)).toEqual(['wechat-restart']);
  });

  it('is heard by a bot that comes later', async () => {
    await chat.bot.close();
    await say('有人吗');
    const { input } = await openLater();
    expect(input).toMatchObject({ text: '有人吗' });
  });

  async function openLater() {
    const heard: (typeof chat.turns)[number][] = [];
    const bot = await startWechatBot({
      puppet: chat.network.puppet,
      receive: async (turn) => {
        heard.push(turn);
        return null;
      },
      media: chat.media,
      transcribe: async () => undefined,
      clock: chat.clock,
      log: quietLog,
    });
    const turn = await until('heard', () => heard[0]);
    await bot.close();
    return turn;
  }

  it('is handed on again where that failed', async () => {
    let failures = 2;
    const heard: string[] = [];
    const shaky = await openChat({
      waits: [1, 1, 1],
      receive: async ({ id }) => {
        if (failures-- > 0) throw new Error('the database is away');
        heard.push(id);
        return null;
      },
    });
    const said = await shaky.network.say({ from: RESIDENT.id }, '在吗');
    await until('heard', () => heard.length > 0);
    expect(heard).toEqual([said.ok && `wechat-${said.id}`]);
    await shaky.close();
  });

  it('never ends the process, whatever the puppet throws', async () => {
    chat.network.puppet.emit('message', { messageId: 'no-such-message' });
    chat.network.puppet.emit('friendship', { friendshipId: 'no-such-request' });
    await say('还在吗');
    expect((await chat.turn()).input).toMatchObject({ text: '还在吗' });
  });

  it('begins with being a friend: requests are accepted', async () => {
    const accepted: string[] = [];
    Object.assign(chat.network.puppet, {
      friendshipRawPayload: async (id: string) => ({
        id,
        contactId: RESIDENT.id,
        type: types.Friendship.Receive,
        hello: '',
      }),
      friendshipAccept: async (id: string) => void accepted.push(id),
    });
    chat.network.puppet.emit('friendship', { friendshipId: 'request-1' });
    await until('accepted', () => accepted.length > 0);
    expect(accepted).toEqual(['request-1']);
  });
});
