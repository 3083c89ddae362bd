import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../src/demo/free-port.js';
import { numberIn } from '../../src/demo/scene.js';
import { describeInBrowser, launchBrowser } from '../support/browser.js';
import { type Program, startProgram, temporaryFolder } from '../support/e2e-process.js';
import { setClockOf } from '../support/e2e-time.js';

const DUTY = '+8613800009001';
const IMAGES = join(import.meta.dirname, '../../docs/images');

/** The story as a newcomer plays it, through both pages. UPDATE_SCREENSHOTS=1 takes the pictures of the README anew. */
describeInBrowser('in a browser', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Program;
  let browser: Browser;
  let chat: Page;
  let phones: Page;
  let ticket = '';
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    await setClockOf(folder.path);
    const port = await freePort();
    program = startProgram({ DATA_DIR: folder.path, PORT: String(port) });
    browser = await launchBrowser();
    await program.ready();
    [chat, phones] = (await Promise.all(
      ['wechat', 'phone'].map(async (name) => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' });
        page.setDefaultTimeout(15_000);
        page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
        await page.goto(`http://localhost:${port}/simulators/${name}`);
        return page;
      }),
    )) as [Page, Page];
  });
  afterAll(async () => {
    await browser?.close();
    await program?.end();
    await folder.remove();
  });
  afterEach(() => expect(faults).toEqual([]));

  const shoot = async (page: Page, name: string, widths = [1280, 360]) => {
    if (process.env.UPDATE_SCREENSHOTS !== '1') return;
    mkdirSync(IMAGES, { recursive: true });
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 860 });
      const suffix = width === 360 ? '-360' : '';
      await page.screenshot({ path: join(IMAGES, `${name}${suffix}.png`) });
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  };
  const columnOf = (name: string) => chat.getByRole('article', { name, exact: true });
  const write = async (name: string, text: string) => {
    await columnOf(name).getByRole('textbox', { name: '输入消息' }).fill(text);
    await columnOf(name).getByRole('button', { name: '发送', exact: true }).click();
  };
  const reads = (name: string, text: string | RegExp) =>
    columnOf(name).getByRole('log').getByText(text).last().waitFor();
  const phoneOf = (name: string) => phones.getByRole('article', { name, exact: true });
  const hears = (name: string, text: string | RegExp) =>
    phoneOf(name).getByRole('log').getByText(text).last().waitFor();
  const say = async (name: string, text: string) => {
    await phoneOf(name).getByLabel('说话', { exact: true }).fill(text);
    await phones.keyboard.press('Enter');
  };

  it('a resident reports by chat, and a technician accepts with one touch', async () => {
    await write('何女士', '厨房水管漏水,明天下午三点来');
    await columnOf('何女士').getByRole('button', { name: '1 确认' }).click();
    await reads('何女士', '已为您登记');
    ticket = numberIn((await columnOf('何女士').getByRole('log').textContent()) ?? '');
    await reads('王师傅', `新单${ticket}`);
    await columnOf('王师傅').getByRole('button', { name: '1 接单' }).click();
    await reads('何女士', '王师傅已接单');
    await reads('王师傅', '已告诉住户');
    await shoot(chat, 'wechat');
  });

  it('the resident calls the hotline and hears how it stands', async () => {
    await phoneOf('何女士').getByRole('button', { name: '拨打热线' }).click();
    await hears('何女士', '您好');
    await say('何女士', '查一下进度');
    await hears('何女士', /王师傅已接单/);
    await shoot(phones, 'phone', [360]);
    await phoneOf('何女士').getByRole('button', { name: '挂断' }).click();
    await hears('何女士', '通话结束');
  });

  it('an emergency by telephone says what to do at once and rings the duty phone', async () => {
    await phoneOf('何女士').getByRole('button', { name: '拨打热线' }).click();
    await hears('何女士', /转人工请按0/);
    await say('何女士', '我家有煤气味');
    await hears('何女士', /不要用明火/);
    const show = (number: string) =>
      phones.getByText(number).locator('..').getByRole('button', { name: '显示这部电话' }).click();
    await show(DUTY);
    await show('+8613800001004');
    await phoneOf(DUTY).getByRole('button', { name: '接听', exact: true }).click();
    await hears(DUTY, /紧急情况.*燃气/);
    await phoneOf('何女士')
      .getByText(/不要用明火/)
      .scrollIntoViewIfNeeded();
    await shoot(phones, 'phone', [1280]);
    await phoneOf(DUTY).getByRole('button', { name: '按键 1' }).click();
    await hears(DUTY, '收到');
    await phoneOf('何女士').getByRole('button', { name: '挂断' }).click();
  });
});
