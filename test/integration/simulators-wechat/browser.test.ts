import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../support/browser.js';
import { PIXEL } from '../../support/pixel.js';
import { until } from '../../support/until.js';
import { openStreet, type Street } from './street.js';

describeInBrowser('the WeChat simulator in a browser', () => {
  let browser: Browser;
  let street: Street;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    street = await openStreet();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(street.url);
    await page.locator('.column').first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    await street.close();
  });
  const column = (name: string) => page.getByRole('article', { name });
  const write = async (name: string, text: string) => {
    await column(name).getByLabel('输入消息').fill(text);
    await column(name).getByLabel('输入消息').press('Enter');
  };
  const reads = (name: string, text: string) => column(name).locator('.log').getByText(text).first().waitFor();

  it('opens with a resident, a technician, a dispatcher and the group side by side', async () => {
    const names = await page.locator('.column h2').allTextContents();
    expect(names).toEqual(['何女士', '王师傅', '林客服', '锦绣花园业主群']);
    expect(complaints).toEqual([]);
  });

  it('is a chat: words by Enter, the answer live, a choice by a tap', async () => {
    await write('何女士', '马桶堵了');
    await reads('何女士', '请问是哪一类问题');
    await column('何女士').getByRole('button', { name: '2 马桶堵了' }).click();
    await reads('何女士', '收到:2');
    expect(await column('何女士').locator('.choices').isHidden()).toBe(true);
    expect(street.turns.map(({ input }) => 'text' in input && input.text)).toEqual(['马桶堵了', '2']);
  });

  it('offers as choices what is numbered, and no time, price or date', async () => {
    await street.write({ wechatId: 'wx-resident-01' }, '10:30 师傅到\n3.5 元\n3.8 停水\n1. 好的\n2、不行');
    await column('何女士').getByRole('button', { name: '1 好的' }).waitFor();
    expect(await column('何女士').locator('.choices button').allTextContents()).toEqual(['1 好的', '2 不行']);
  });

  it('sends emoji, pictures and voice, in the order in which they were given', async () => {
    const me = column('何女士');
    await me.getByLabel('输入消息').fill('急');
    await me.getByRole('button', { name: '表情' }).click();
    await me.getByRole('button', { name: '🙏' }).click();
    await me.getByLabel('输入消息').press('Enter');
    await me.locator('input[type=file]').setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: PIXEL });
    await me.getByRole('button', { name: '语音', exact: true }).click();
    await me.getByPlaceholder('要说的话').fill('就是这里漏水');
    await me.getByRole('button', { name: '发送语音' }).click();
    await until('three turns', () => street.turns.length === 3);
    expect(street.turns.map(({ input }) => input)).toMatchObject([
      { text: '急🙏' },
      { media: { kind: 'image' } },
      { media: { kind: 'audio' }, text: '就是这里漏水' },
    ]);
    await me.locator('.said.image img').waitFor();
    await me.locator('.said.audio audio').waitFor();
    expect(complaints).toEqual([]);
  });

  it('speaks in the group as whom one chooses, mentioning the account or not', async () => {
    const group = column('锦绣花园业主群');
    await group.getByLabel('发言人').selectOption({ label: '马先生' });
    await group.getByRole('button', { name: '提到 @上门服务' }).click();
    await write('锦绣花园业主群', '今天天气不错');
    await group.getByRole('button', { name: '提到 @上门服务' }).click();
    await write('锦绣花园业主群', '电梯坏了');
    await reads('锦绣花园业主群', '@马先生');
    expect(street.turns.map(({ from, input }) => [from.name, 'text' in input && input.text])).toEqual([
      ['马先生', '电梯坏了'],
    ]);
  });

  it('marks what arrives for somebody who is not on the screen, and opens the chat', async () => {
    await street.write({ wechatId: 'wx-resident-02' }, '您的服务单已派出。');
    const chip = page.locator('.chip', { hasText: '马先生' });
    await chip.locator('.badge').getByText('1').waitFor();
    await chip.click();
    await reads('马先生', '您的服务单已派出。');
    await page.waitForFunction(`document.querySelectorAll('.chip .badge:not(:empty)').length === 0`);
  });

  it('offers the invitation code to those who have bound no account yet', async () => {
    await page.locator('#who').selectOption({ label: '李师傅' });
    await page.getByRole('button', { name: '打开' }).click();
    await column('李师傅').getByRole('button', { name: '发送邀请码 SM-DEMO2002' }).click();
    await until('the turn', () => street.turns.length === 1);
    expect(street.turns[0]).toMatchObject({ from: { name: '李师傅' }, input: { text: 'SM-DEMO2002' } });
    await column('李师傅').locator('.binding').waitFor({ state: 'hidden' });
  });

  it('keeps its chats and visitors over a reload, and forgets those that were closed', async () => {
    await page.getByRole('button', { name: '打开' }).click();
    await write('访客1', '我是新来的');
    await reads('访客1', '请问是哪一类问题');
    await column('林客服').getByRole('button', { name: '关闭这个聊天' }).click();
    await page.reload();
    await reads('访客1', '我是新来的');
    expect(await page.locator('.column h2').allTextContents()).toEqual(['何女士', '王师傅', '锦绣花园业主群', '访客1']);
  });

  it('speaks English at the press of a button, and changes the pace of time', async () => {
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('heading', { name: 'WeChat simulator' }).waitFor();
    await page.locator('#scale').focus();
    await page.keyboard.press('ArrowRight');
    await until('the pace', () => street.scale() === 10);
    expect(await page.locator('#scale-shown').textContent()).toBe('10×');
  });

  it('is used by keyboard alone', async () => {
    await column('何女士').getByLabel('输入消息').focus();
    await page.keyboard.type('马桶堵了');
    await page.keyboard.press('Enter');
    await column('何女士').getByRole('button', { name: '1 水管漏水' }).waitFor();
    await column('何女士').getByRole('button', { name: '表情' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('3 没电');
    await page.keyboard.press('Enter');
    await reads('何女士', '收到:3');
  });

  it('fits on a phone: one chat fills the width, nothing sticks out', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await write('何女士', '马桶堵了');
    await reads('何女士', '请问是哪一类问题');
    const width = (await column('何女士').boundingBox())?.width;
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    expect(width).toBeGreaterThan(320);
    expect(width).toBeLessThanOrEqual(360);
    await page.locator('.chip', { hasText: '王师傅' }).click();
    await until('it is in sight', async () => {
      const box = await column('王师傅').boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 360;
    });
  });
});
