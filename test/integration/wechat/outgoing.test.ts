import { aContact } from '../../support/builders.js';
import { until } from '../../support/until.js';
import { type Chat, GROUP, openChat, RESIDENT } from './chat.js';

const ref = { owner: 'ticket' as const, ownerId: 'W-1001', effectId: 'W-1001-2-0' };
const to = aContact({ wechatId: RESIDENT.id });
const message = { ref, to, text: '您好,王师傅已接单。', media: [] };

describe('what the service writes on WeChat', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await openChat();
  });
  afterEach(() => chat.close());
  const send = (over: Partial<Parameters<Chat['bot']['messenger']['send']>[0]> = {}) =>
    chat.bot.messenger.send({ ...message, ...over });

  it('arrives in the chat of the person', async () => {
    const result = await send();
    const [arrived] = chat.received(RESIDENT.id);
    expect(arrived).toMatchObject({ text: message.text, kind: 'text' });
    expect(result).toEqual({ status: 'sent', ref: arrived!.id });
  });

  it('is not taken for something that a person wrote', async () => {
    await send();
    await chat.network.say({ from: RESIDENT.id }, '好的');
    await chat.turn();
    expect(chat.turns).toHaveLength(1);
  });

  it('brings its pictures along', async () => {
    const data = Buffer.from('89504e47', 'hex');
    await send({ media: [{ contentType: 'image/png', name: 'done.png', data }] });
    expect(chat.received(RESIDENT.id).map(({ kind }) => kind)).toEqual(['text', 'image']);
  });

  it('answers in the group, and mentions the person there', async () => {
    await send({ to: { ...to, roomId: GROUP } });
    expect(chat.received(RESIDENT.id)).toEqual([]);
    expect(chat.received(GROUP)).toMatchObject([{ text: `@何女士\u2005${message.text}`, mentions: [RESIDENT.id] }]);
  });

  it('goes to the person where the account is not in the group any more', async () => {
    await send({ to: { ...to, roomId: 'wx-gone@chatroom' } });
    expect(chat.received(RESIDENT.id)).toHaveLength(1);
  });

  it('comes in parts where it is long', async () => {
    await send({ text: `${'一'.repeat(1_500)}。\n${'二'.repeat(1_500)}` });
    expect(chat.received(RESIDENT.id).map(({ text }) => text?.length)).toEqual([1_501, 1_500]);
  });

  it('reaches somebody who came after the start', async () => {
    chat.people.push({ id: 'wx-new', name: '新住户' });
    expect(await send({ to: { ...to, wechatId: 'wx-new' } })).toMatchObject({ status: 'sent' });
    expect(chat.received('wx-new')).toHaveLength(1);
  });

  it('is refused where the person is no contact, so that another way is tried', async () => {
    expect(await send({ to: { ...to, wechatId: 'wx-nobody' } })).toEqual({
      status: 'refused',
      reason: 'no such contact',
    });
    const { wechatId: _, ...without } = to;
    expect(await send({ to: without })).toEqual({ status: 'refused', reason: 'no WeChat account' });
  });

  it('is refused where the person is no friend of the account', async () => {
    chat.mocker.contactPayload(RESIDENT.id, { ...chat.mocker.contactPayload(RESIDENT.id), friend: false });
    expect(await send()).toEqual({ status: 'refused', reason: 'not a friend of the account' });
  });

  it('is no refusal where the puppet could not look, but a fault', async () => {
    Object.assign(chat.network.puppet, {
      contactRawPayload: async () => {
        throw new Error('timeout');
      },
      contactList: async () => [RESIDENT.id],
    });
    await expect(send()).rejects.toThrow('timeout');
  });

  it('waits while the account is logged out, and surely nothing was sent', async () => {
    await chat.network.puppet.logout();
    expect(chat.bot.isLoggedIn()).toBe(false);
    expect(chat.bot.status()).toEqual({ state: 'offline' });
    await expect(send()).rejects.toMatchObject({ code: 'WECHAT_NOT_LOGGED_IN', isNotSent: true });
    expect(chat.received(RESIDENT.id)).toEqual([]);
  });

  describe('after a crash', () => {
    const since = new Date('2026-03-10T01:59:00Z');
    const wasSent = (over: Partial<typeof message> = {}) => chat.bot.messenger.wasSent({ ...message, since, ...over });

    it('is known to be sent where this process sent it', async () => {
      await send();
      expect(await wasSent()).toBe('sent');
    });

    it('is known to be sent where WeChat showed it to us, though sending seemed to fail', async () => {
      const { puppet } = chat.network;
      const really = puppet.messageSendText.bind(puppet);
      Object.assign(puppet, {
        async messageSendText(conversation: string, text: string) {
          await really(conversation, text);
          throw new Error('the answer was lost');
        },
      });
      await expect(send()).rejects.toThrow('the answer was lost');
      await until('the echo', async () => (await wasSent()) === 'sent');
      expect(await wasSent({ ref: { ...ref, effectId: 'other' }, text: '别的' })).toBe('unknown');
    });

    it('is not taken for an equal one of earlier', async () => {
      await send({ ref: { ...ref, effectId: 'earlier' } });
      chat.clock.advance(60);
      expect(await chat.bot.messenger.wasSent({ ...message, since: chat.clock.now() })).toBe('unknown');
    });

    it('is unknown otherwise', async () => {
      expect(await wasSent()).toBe('unknown');
    });
  });

  it('shows the code to scan while WeChat waits for it', async () => {
    await chat.network.puppet.logout();
    chat.network.puppet.emit('scan', { qrcode: 'http://weixin.qq.com/x/abc', status: 2 });
    expect(chat.bot.status()).toEqual({ state: 'waiting-for-scan', qrCode: 'http://weixin.qq.com/x/abc' });
  });
});
