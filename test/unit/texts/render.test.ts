import fc from 'fast-check';
import { plainTexts, render, renderReply, speak } from '../../../bots/texts/index.js';
import { sentenceOf } from '../../../src/domain/effects.js';
import type { Params } from '../../../src/domain/reply.js';

const NOW = '2026-03-10T02:00:00.000Z';
const timezone = 'Asia/Shanghai';
const at = (from: string, to?: string): Params => ({ from, ...(to && { to }), timezone, now: NOW });
const window = (params: Params, locale: 'zh-CN' | 'en' = 'zh-CN') => plainTexts[locale]('choice.window', params);
const aloud = (params: Params, locale: 'zh-CN' | 'en' = 'zh-CN') => speak([{ key: 'choice.window', params }], locale);

describe('times', () => {
  it.each([
    [
      '2026-03-10T14:00:00+08:00',
      '2026-03-10T18:00:00+08:00',
      '今天(周二)14:00–18:00',
      '今天下午两点到六点',
      'today (Tue) 14:00–18:00',
    ],
    [
      '2026-03-11T08:00:00+08:00',
      '2026-03-11T12:00:00+08:00',
      '明天(周三)08:00–12:00',
      '明天上午八点到十二点',
      'tomorrow (Wed) 08:00–12:00',
    ],
    [
      '2026-03-12T09:30:00+08:00',
      '2026-03-12T10:05:00+08:00',
      '后天(周四)09:30–10:05',
      '后天上午九点半到十点零五分',
      'Thu 12 Mar 09:30–10:05',
    ],
    [
      '2026-03-15T18:00:00+08:00',
      '2026-03-15T21:00:00+08:00',
      '3月15日(周日)18:00–21:00',
      '三月十五号星期天晚上六点到九点',
      'Sun 15 Mar 18:00–21:00',
    ],
    [
      '2026-03-14T08:00:00+08:00',
      '2026-03-15T18:00:00+08:00',
      '3月14日(周六)08:00到3月15日(周日)18:00',
      '三月十四号星期六上午八点到三月十五号星期天晚上六点',
      'Sat 14 Mar 08:00 to Sun 15 Mar 18:00',
    ],
    [
      '2026-03-10T11:00:00+08:00',
      '2026-03-10T14:00:00+08:00',
      '今天(周二)11:00–14:00',
      '今天上午十一点到下午两点',
      'today (Tue) 11:00–14:00',
    ],
    [
      '2026-03-11T00:15:00+08:00',
      '2026-03-11T05:00:00+08:00',
      '明天(周三)00:15–05:00',
      '明天凌晨零点十五分到五点',
      'tomorrow (Wed) 00:15–05:00',
    ],
  ])('%s to %s', (from, to, written, spoken, english) => {
    expect(window(at(from, to))).toBe(written);
    expect(aloud(at(from, to))).toBe(spoken);
    expect(window(at(from, to), 'en')).toBe(english);
  });

  it('are as soon as possible without an end', () => {
    expect(window(at('2026-03-10T10:00:00+08:00'))).toBe('尽快');
    expect(window(at('2026-03-10T10:00:00+08:00'), 'en')).toBe('as soon as possible');
  });

  it('are dates where nobody knows when the message is read', () => {
    const params = { ticket: 'W-1', from: '2026-03-11T00:00:00.000Z', to: '2026-03-11T04:00:00.000Z', timezone };
    expect(plainTexts['zh-CN']('resident.rescheduled', params)).toBe('W-1的上门时间改为3月11日(周三)08:00–12:00。');
  });

  it('are told in the project’s time zone', () => {
    expect(
      window({ from: '2026-03-10T06:00:00Z', to: '2026-03-10T07:00:00Z', timezone: 'Europe/Berlin', now: NOW }),
    ).toBe('今天(周二)07:00–08:00');
  });
});

describe('what is heard', () => {
  it('reads tickets, places and numbers digit by digit', () => {
    const params = { ticket: 'W-1024', category: 'plumbing', place: '12栋2单元1203', phone: '+8613800000001' };
    const text = speak([{ key: 'offer.ask@phone', params }], 'zh-CN');
    expect(text).toBe('您有新的服务单幺零二四:水管,地点十二栋二单元幺二零三。');
    expect(speak([{ key: 'confirm.ask', params: { ...params, what: '漏水' } }], 'zh-CN')).toContain(
      '地点十二栋二单元幺二零三',
    );
  });

  it('spells digits in English', () => {
    expect(speak([{ key: 'urge.done', params: { ticket: 'W-1024' } }], 'en')).toBe(
      'I have pushed 1 0 2 4 for you. Thank you for your patience.',
    );
  });

  it('asks for keys', () => {
    const choices = ['confirm', 'change'].map((id) => ({ key: `choice.${id}`, params: {} }));
    const say = [{ key: 'report.confirm_simply', params: {} }];
    expect(renderReply({ say, choices }, 'zh-CN', 'phone')).toBe('以上信息对吗?确认请按1,修改请按2。');
    expect(renderReply({ say, choices }, 'en', 'phone')).toBe(
      'Is all of that right? Confirm: press 1; Change: press 2.',
    );
    expect(renderReply({ say, choices }, 'zh-CN', 'wechat')).toBe('以上信息对吗?\n1. 确认\n2. 修改');
  });
});

describe('sentences', () => {
  it('leave out what is not known', () => {
    expect(plainTexts['zh-CN']('open.greet', {})).toMatch(/^您好,这里/);
    expect(plainTexts['zh-CN']('open.greet', { name: '陈女士' })).toMatch(/^您好,陈女士,这里/);
    expect(plainTexts.en('desk.human_wanted', { person: '', phone: '', channel: 'sms' })).toBe(
      'Someone wants a person (SMS). Please contact them soon.',
    );
  });

  it('name codes in the reader’s language and keep unknown ones', () => {
    expect(plainTexts['zh-CN']('desk.breach', { ticket: 'W-1', clock: 'arrive', place: '3栋' })).toBe(
      'W-1(3栋)上门超时,请跟进。',
    );
    expect(plainTexts.en('status.closed', { ticket: 'W-1', category: 'teleport' })).toBe('W-1 (teleport): closed.');
  });

  it('are refused by name where there are none', () => {
    expect(() => render({ say: [{ key: 'no.such', params: {} }] }, 'en')).toThrow('there is no text no.such');
    expect(() => render({ say: [{ key: 'constructor', params: {} }] }, 'en')).toThrow('there is no text constructor');
  });

  it('let people’s words through as they are', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }).filter((text) => text !== ''),
        (reason) => {
          expect(plainTexts['zh-CN']('resident.on_hold', { ticket: 'W-1', reason })).toBe(
            `W-1暂时停一下,原因:${reason}。恢复时会通知您。`,
          );
          expect(plainTexts.en('resident.completed', { ticket: 'W-1', work: reason, cost: 0 })).toContain(
            `is completed: ${reason}. No charge.`,
          );
        },
      ),
    );
  });

  it('3.2.3 the offer and the reminder name what to bring for the category', () => {
    const offer = { key: 'offer.ask', params: { ticket: 'W-1001', category: 'plumbing', what: '漏水' } };
    expect(render({ say: [offer] }, 'zh-CN')).toContain('请备:管钳');
    const soon = {
      ticket: 'W-1001',
      category: 'gas',
      place: '3栋',
      from: '2026-03-10T06:00:00Z',
      timezone: 'Asia/Shanghai',
    };
    expect(render({ say: [{ key: 'technician.visit_soon', params: soon }] }, 'zh-CN')).toContain('请带好:燃气检漏仪');
    expect(render({ say: [{ key: 'technician.visit_soon', params: soon }] }, 'en')).toContain('gas detector');
  });

  it('3.4.1 says what a repair costs, or that it costs nothing', () => {
    const done = (cost: number, locale: 'zh-CN' | 'en') =>
      render({ say: [{ key: 'resident.completed', params: { ticket: 'W-1', work: '', cost } }] }, locale);
    expect(done(0, 'zh-CN')).toBe('W-1已完工。不收费。稍后会回访您。');
    expect(done(15, 'zh-CN')).toContain('费用15元。');
    expect(done(0, 'en')).toContain('No charge.');
    expect(done(15, 'en')).toContain('Charge: 15 yuan.');
  });

  it('3.2.2 names the day as the reader would, from the moment of the message', () => {
    const params = {
      ticket: 'W-1',
      technician: '王师傅',
      from: '2026-03-10T02:30:00Z',
      to: '2026-03-10T03:30:00Z',
      timezone,
    };
    const text = { key: 'resident.accepted', params };
    const said = (createdAt: Date) => render({ say: [sentenceOf(text, { createdAt })] }, 'zh-CN');
    expect(said(new Date(NOW))).toContain('预计今天(周二)10:30–11:30上门');
    expect(said(new Date('2026-03-09T02:00:00Z'))).toContain('预计明天(周二)10:30–11:30上门');
  });
});
