import { readEvents } from '../../support/event-stream.js';
import { PIXEL } from '../../support/pixel.js';
import { until } from '../../support/until.js';
import { openStreet, type Street } from './street.js';

const RESIDENT = 'wx-resident-01';
const GROUP = 'wx-group-garden@chatroom';

describe('the page of the WeChat simulator', () => {
  let street: Street;
  beforeEach(async () => {
    street = await openStreet();
  });
  afterEach(() => street.close());

  const post = (path: string, body: unknown) =>
    fetch(`${street.url}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const upload = (data: Buffer, contentType: string, query = `from=${RESIDENT}`) =>
    fetch(`${street.url}/file?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body: new Uint8Array(data),
    });
  const said = (chat: string) => street.network.messages().filter((message) => message.chat === chat);

  it.each([
    ['', 'text/html'],
    ['/wechat/page/wechat.js', 'text/javascript'],
    ['/wechat/page/wechat.css', 'text/css'],
    ['/shared/page/base.css', 'text/css'],
    ['/shared/page/clock.js', 'text/javascript'],
  ])('serves /simulators/wechat%s, which asks for nothing from elsewhere', async (path, type) => {
    const response = await fetch(street.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).not.toMatch(/(src|href|url\(|from )\s*=?\s*["'(]?https?:|style="|<script>/);
  });

  it('carries words to the bot and its answer back, live', async () => {
    const stop = new AbortController();
    const response = await fetch(`${street.url}/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const seen: { type: string; message?: { text: string }; people?: { id: string }[] }[] = [];
    const reading = readEvents<(typeof seen)[number]>(response, (event) => seen.push(event)).catch(() => {});
    await until('the snapshot', () => seen.length > 0);
    expect(seen[0]).toMatchObject({
      type: 'snapshot',
      account: { name: '上门服务' },
      groups: [{ id: GROUP }],
      messages: [],
    });
    expect(seen[0]!.people?.map(({ id }) => id)).toContain(RESIDENT);
    expect((await post('say', { from: RESIDENT, text: '马桶堵了' })).status).toBe(200);
    await until('the answer', () => seen.some(({ message }) => message?.text.startsWith('请问')));
    expect(street.turns[0]!.input).toMatchObject({ kind: 'text', text: '马桶堵了' });
    stop.abort();
    await reading;
  });

  it('mentions the account in the group, and nobody else is answered', async () => {
    await post('say', { from: RESIDENT, group: GROUP, text: '大家好' });
    await post('say', { from: RESIDENT, group: GROUP, text: '电梯坏了', isMention: true });
    await until('the answer', () => said(GROUP).length === 3);
    expect(street.turns.map(({ input }) => 'text' in input && input.text)).toEqual(['电梯坏了']);
    expect(said(GROUP)[2]).toMatchObject({ from: 'wx-shangmen', mentions: [RESIDENT] });
  });

  it('sends a picture, which is shown again', async () => {
    expect((await upload(PIXEL, 'image/png')).status).toBe(200);
    await until('the turn', () => street.turns.length === 1);
    const [message] = said(RESIDENT);
    expect(message).toMatchObject({ kind: 'image' });
    const shown = await fetch(`${street.url}/files/${message!.file!.id}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PIXEL);
  });

  it('sends a recording, and a voice clip by its words', async () => {
    expect((await upload(Buffer.from('sound'), 'audio/webm;codecs=opus')).status).toBe(200);
    expect((await post('voice', { from: RESIDENT, words: '厨房漏水' })).status).toBe(200);
    await until('two turns', () => street.turns.length === 2);
    expect(street.turns.map(({ input }) => input)).toMatchObject([
      { kind: 'media', media: { kind: 'audio' } },
      { kind: 'media', media: { kind: 'audio' }, text: '厨房漏水' },
    ]);
    expect(street.turns[0]!.input).not.toHaveProperty('text');
    expect(said(RESIDENT).filter(({ kind }) => kind === 'audio')[1]).toMatchObject({ words: '厨房漏水' });
  });

  it('lets a visitor in, whom the bot can answer', async () => {
    expect((await post('people', { id: 'wx-visitor-1', name: '访客1', role: 'visitor' })).status).toBe(200);
    await post('say', { from: 'wx-visitor-1', text: '在吗' });
    await until('the answer', () => said('wx-visitor-1').length === 2);
    expect(street.turns[0]!.from).toEqual({ wechatId: 'wx-visitor-1', name: '访客1' });
    await post('people', { id: 'wx-visitor-1', name: '赵女士' });
    await post('say', { from: 'wx-visitor-1', text: '我改名了' });
    await until('the second turn', () => street.turns.length === 2);
    expect(street.turns[1]!.from.name).toBe('赵女士');
  });

  it('shows pictures that the service sends', async () => {
    const to = { personId: 'r', role: 'resident' as const, wechatId: RESIDENT, locale: 'zh-CN' as const };
    const ref = { owner: 'ticket' as const, ownerId: 'W-1', effectId: 'e' };
    await street.bot.messenger.send({
      ref,
      to,
      text: '已完成',
      media: [
        { contentType: 'image/png', name: 'done.png', data: PIXEL },
        { contentType: 'text/html', name: 'evil.html', data: Buffer.from('<script>alert(1)</script>') },
      ],
    });
    const [, picture, page] = said(RESIDENT);
    expect(picture).toMatchObject({ kind: 'image' });
    const response = await fetch(`${street.url}/files/${page!.file!.id}`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it.each([
    ['say', { from: 'wx-nobody', text: '喂' }, 'no-such-person'],
    ['say', { from: RESIDENT, group: 'wx-none@chatroom', text: '喂' }, 'no-such-group'],
    ['voice', { from: 'wx-nobody', words: '喂' }, 'no-such-person'],
  ])('says why %s is not possible', async (path, body, reason) => {
    const response = await post(path, body);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ ok: false, reason });
  });

  it.each([
    ['say', { from: 'resident', text: '喂' }],
    ['say', { from: RESIDENT, text: '  ' }],
    ['say', { from: RESIDENT, text: 'x'.repeat(4_001) }],
    ['say', { from: RESIDENT, text: '喂', admin: true }],
    ['say', { from: RESIDENT, group: RESIDENT, text: '喂' }],
    ['say', '{"from":'],
    ['say', '[]'],
    ['voice', { from: RESIDENT }],
    ['people', { id: 'gh_official', name: '公众号' }],
    ['people', { id: 'wx-x', name: '' }],
  ])('refuses a malformed %s: %j', async (path, body) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, reason: 'invalid' });
    expect(street.network.messages()).toEqual([]);
  });

  it.each([
    ['a page', Buffer.from('<svg/>'), 'image/svg+xml', undefined, 415],
    ['nothing', Buffer.alloc(0), 'image/png', undefined, 400],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', undefined, 413],
    ['somebody without a name', PIXEL, 'image/png', 'from=', 400],
    ['two senders', PIXEL, 'image/png', 'from=wx-a&from=wx-b', 400],
  ])('refuses to send %s', async (_, data, type, query, status) => {
    expect((await upload(data, type, query)).status).toBe(status);
    expect(street.network.messages()).toEqual([]);
  });

  it('has no file that was never sent', async () => {
    expect((await fetch(`${street.url}/files/none`)).status).toBe(404);
  });
});
