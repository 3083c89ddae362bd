import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../support/browser.js';
import { HOTLINE, openTown, RESIDENT, TECHNICIAN, type Town, voice } from './town.js';

const shots = process.env.SCREENSHOTS;

describeInBrowser('the page in a browser', () => {
  let browser: Browser;
  let page: Page;
  let town: Town;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    town = await openTown();
    const document = voice();
    document
      .gather({ input: ['dtmf', 'speech'], language: 'cmn-Hans-CN', action: '/service/answer' })
      .say({ language: 'zh-CN' }, '您好,这里是上门服务热线。请说您要报修的问题,或按0转人工。');
    town.onCall(document);
    town.serve(
      '/service/answer',
      '<Response><Say language="zh-CN">好的,请在嘀声后留言。</Say><Record action="/service/done" finishOnKey="#"/></Response>',
    );
    town.serve('/service/done', '<Response><Say language="zh-CN">已记录,工单号 W-1001。</Say></Response>');
    faults.length = 0;
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404/.test(message.text())) faults.push(message.text());
    });
    await page.goto(`${town.url}/simulators/phone`);
    await page.getByRole('button', { name: '拨打热线' }).waitFor();
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.close();
  });

  const shoot = async (name: string) => {
    if (!shots) return;
    for (const width of [360, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
  };
  const log = () => page.getByRole('log').first();
  const addPhone = async (number: string) => {
    await page.getByLabel('再加一部电话').fill(number);
    await page.getByRole('button', { name: '添加' }).click();
    return page.getByRole('article', { name: number });
  };

  it('calls the hotline, speaks, leaves a message and hears the end', async () => {
    await shoot('idle');
    await page.getByRole('button', { name: '拨打热线' }).click();
    await log().getByText('请说您要报修的问题').waitFor();
    await shoot('talking');
    await page.getByLabel('说话', { exact: true }).fill('厨房漏水');
    await page.keyboard.press('Enter');
    await town.until(() => town.call().listening?.recording);
    await page.getByText('正在录音').waitFor();
    await page.getByLabel('说话', { exact: true }).fill('三号楼二单元');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '按键 #' }).click();
    await town.until(() => town.call().endedAt);
    await log().getByText('通话结束').waitFor();
    await page.getByText('三号楼二单元').last().waitFor();
    expect(await page.locator('audio').count()).toBe(1);
    const sid = town.network.recordings()[0]?.sid;
    const decode = `fetch('/simulators/phone/recordings/${sid}.wav').then((r) => r.arrayBuffer())
      .then((bytes) => new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes)).then((audio) => audio.duration)`;
    expect(await page.evaluate(decode)).toBeCloseTo(town.network.recordings()[0]?.durationSeconds ?? 0, 1);
    await shoot('ended');
    expect(town.hit('/service/answer')?.body.SpeechResult).toBe('厨房漏水');
  });

  it('rings the phone that the service calls; it may answer, press keys by keyboard, and hang up', async () => {
    const technician = await addPhone(TECHNICIAN);
    await technician.waitFor();
    const twiml =
      '<Response><Gather timeout="60" numDigits="1" action="' +
      `${town.url}/service/done` +
      '"><Say language="zh-CN">接单请按1。</Say></Gather></Response>';
    await town.client.calls.create({ to: TECHNICIAN, from: HOTLINE, twiml });
    await technician.getByRole('button', { name: '接听' }).waitFor();
    await shoot('ringing');
    await technician.getByRole('button', { name: '接听' }).click();
    await technician.getByText('接单请按1').waitFor();
    await technician.getByRole('button', { name: '挂断' }).focus();
    await page.keyboard.press('1');
    await town.stay(() => town.hit('/service/done'));
    await technician.getByRole('button', { name: '挂断' }).click();
    await technician.getByText('通话结束').waitFor();
  });

  it('points at a call to a phone that is not on the page', async () => {
    const twiml = '<Response><Say>hello</Say></Response>';
    await town.client.calls.create({ to: TECHNICIAN, from: HOTLINE, twiml });
    await page.getByRole('button', { name: '显示这部电话' }).click();
    await page.getByRole('article', { name: TECHNICIAN }).getByRole('button', { name: '拒接' }).click();
    await town.stay(() => town.call().status === 'busy');
  });

  it('writes and reads messages, and remembers phones and language', async () => {
    town.serve('/webhooks/twilio/sms/incoming', '<Response><Message>已收到,工单号 W-1001。</Message></Response>');
    await page.getByRole('tab', { name: '短信' }).click();
    await page.getByLabel('短信内容').fill('厨房漏水');
    await page.keyboard.press('Enter');
    await town.until(() => town.network.messages().some(({ status }) => status === 'delivered'));
    await page.getByText('工单号 W-1001').waitFor();
    await page.getByText('已送达').waitFor();
    await shoot('messages');
    await addPhone(TECHNICIAN);
    await page.getByRole('button', { name: 'EN' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Call the hotline' }).nth(1).waitFor();
    await shoot('english');
  });

  it('is set to an answering machine, and shows a fault of the service', async () => {
    await page.getByLabel('来电时').selectOption('machine');
    await town.stay(() => town.network.settingsOf(RESIDENT).answering === 'machine');
    town.onCall('<Response><Gather language="zh-CN"/></Response>');
    await page.getByRole('button', { name: '拨打热线' }).click();
    await log().getByText('服务出错 12200').waitFor();
    await shoot('fault');
  });

  it('offers people by name, several hotlines, and the time scale where the application has one', async () => {
    const office = '+864008880002';
    const other = await openTown({ hotline: [HOTLINE, office] });
    other.onCall('<Response><Gather timeout="60"/></Response>');
    other.serve('/simulators/people', (_, response) =>
      response.json({
        people: [
          { name: '李师傅', role: '维修', phone: RESIDENT },
          { name: '王芳', role: '住户' },
        ],
      }),
    );
    other.serve('/simulators/clock', (_, response) => response.json({ scale: 60 }));
    await page.goto(`${other.url}/simulators/phone`);
    const phone = page.getByRole('article', { name: '李师傅' });
    await phone.getByLabel('服务热线').selectOption(office);
    const slider = page.getByLabel('时间');
    expect(await slider.getAttribute('aria-valuetext')).toBe('60×');
    await slider.press('End');
    await page.getByText('3600×').waitFor();
    await other.stay(() => other.hits.filter(({ path }) => path === '/simulators/clock').length === 2);
    await phone.getByRole('button', { name: '拨打热线' }).click();
    await other.stay(() => other.call()?.to === office);
    await phone.getByLabel('说话', { exact: true }).waitFor();
    await page.goto('about:blank');
  });

  it('has no sideways scrolling on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: '拨打热线' }).click();
    await log().getByText('请说您要报修的问题').waitFor();
    const [wide, inner] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
      number,
      number,
    ];
    expect(wide).toBeLessThanOrEqual(inner);
  });
});
