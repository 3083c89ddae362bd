import fc from 'fast-check';
import { gramsOf } from '../../../bots/understanding/grams.js';
import { masked } from '../../../bots/understanding/masking.js';
import { readResident } from '../../../bots/understanding/resident-reading.js';
import { timeTokens } from '../../../bots/understanding/time-tokens.js';
import { channel, NOW, ZONE } from './support.js';

/** The message as the statistics see it, by its one-character grams. */
const unitsOf = (text: string) => gramsOf(readResident({ text, channel: 'chat', now: NOW, timezone: ZONE }).signs.text);

describe('masking', () => {
  it.each([
    ['3栋2单元502水管漏水', '8栋1单元1203水管漏水'],
    ['明天下午来修水管', '后天上午来修水管'],
    ['水管漏了3天', '水管漏了12天'],
    ['水管漏水,13800138000', '水管漏水,13912345678'],
    ['三栋二单元五零二水管漏水', '5栋3单元101水管漏水'],
  ])('makes "%s" and "%s" the same', (a, b) => expect([...unitsOf(a)].sort()).toEqual([...unitsOf(b)].sort()));

  it('leaves the trouble as it was said', () => {
    const units = unitsOf('3栋2单元502水管漏水,明天下午来,电话13800138000');
    for (const gram of ['□', '◇', '☎', '水管漏', '漏水']) expect(units).toContain(gram);
    for (const gram of ['栋', '单元', '明天', '下午', '0', '3', '138']) expect(units).not.toContain(gram);
  });

  it('makes numbers one mark, however long, and runs of a mark a single one', () => {
    expect(masked({ text: '表上12345度,又12度', tokens: [] })).toBe('表上0度,又0度');
    expect(masked({ text: '□□□□漏水□□,☎☎☎', tokens: [] })).toBe('□漏水□,☎');
  });

  it('marks each kind of time with its own sign, and keeps what stands around it', () => {
    const text = '昨晚8点开始漏,明天来';
    const mask = masked(timeTokens(text));
    expect(mask).toMatch(/^▽.*开始漏,◇来$/);
  });

  it('leaves of a number nothing but its mark', () => {
    const words = fc.constantFrom(
      ...'3栋|2单元|502|五零二|明天|下午|三点|3点半|8:30|昨晚|11.25|周六|半小时后|13800138000|幺三八|1024|15元|W-1024|漏水|电梯|,| |０１２|5月3日|负一楼|2026'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), channel, (said, by) => {
        const { signs } = readResident({ text: said.join(''), channel: by, now: NOW, timezone: ZONE });
        for (const gram of gramsOf(signs.text)) expect(gram).not.toMatch(/[1-9]/);
      }),
      { numRuns: 500 },
    );
  });
});
