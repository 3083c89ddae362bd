import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  parseControl,
  parseCorrection,
  parseLocation,
  parsePhone,
  parseScore,
  parseVisitTime,
  parseYesNo,
  screenSafety,
  understandResident,
  understandTechnician,
} from '../../../bots/understanding/index.js';
import { locationSchema } from '../../../src/domain/location.js';
import { NOW, ZONE } from './support.js';

const WORDS =
  '三栋|2单元|502|五零二|马桶|堵了|漏水|电梯|被困|没有|不|是|明天|下午|三点|昨晚|开始|改到|随时|周末|一直|赶紧|取消|煤气|味|13800138000|幺三八|1024|换|角阀|1个|15元|转给|老王|,|。|?| |\n|还有|又|ok|tomorrow|3pm|😀|[捂脸]|#|号|点|半|到|-|以后|十|百|零|\ud83d|\u200b|￥';
const fragment = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...WORDS.split('|')), { maxLength: 30 }).map((words) => words.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const channel = fc.constantFrom('chat' as const, 'speech' as const);
const input = (text: string, by: 'chat' | 'speech') => ({ text, channel: by, now: NOW, timezone: ZONE });

const everything = (text: string, by: 'chat' | 'speech') => [
  understandResident(input(text, by)),
  understandTechnician(input(text, by)),
  parseLocation(text),
  parseVisitTime(text, NOW, ZONE),
  parseYesNo(text),
  parseScore(text),
  parsePhone(text),
  parseControl(text),
  parseCorrection(text),
  screenSafety(text, by),
];

describe('for any text', () => {
  it('answers without throwing, and the same every time', () => {
    fc.assert(
      fc.property(fragment, channel, (text, by) => expect(everything(text, by)).toEqual(everything(text, by))),
      { numRuns: 300 },
    );
  });

  it('answers for messages of 5,000 characters, of any one word', () => {
    for (const word of WORDS.split('|'))
      everything(word.repeat(Math.ceil(5_000 / word.length)).slice(0, 5_000), 'speech');
  });

  it('keeps confidences between 0 and 1 and places valid', () => {
    fc.assert(
      fc.property(fragment, channel, (text, by) => {
        const { confidence, location } = understandResident(input(text, by));
        for (const value of Object.values(confidence)) expect(value >= 0 && value <= 1).toBe(true);
        if (location) expect(locationSchema.safeParse(location).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives windows that open before they close, end in the future and lie within a year or so', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'America/New_York');
    const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fragment, moments, zones, (text, now, zone) => {
        const found = parseVisitTime(text, now, zone);
        if (!found) return;
        const from = DateTime.fromISO(found.from);
        expect(from.isValid).toBe(true);
        expect(from.diff(DateTime.fromJSDate(now), 'days').days).toBeLessThan(400);
        if (found.to !== null) {
          expect(DateTime.fromISO(found.to) > from).toBe(true);
          expect(DateTime.fromISO(found.to).toMillis()).toBeGreaterThan(now.getTime() - 1_000);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('invents no home in text without digits, letters or numerals', () => {
    const wordless = fc.string({
      unit: fc.constantFrom(...'马桶堵了漏水师傅快来谢谢坏没有电灯不亮门窗,。 ！'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(wordless, (text) => {
        const { building, unit, room } = parseLocation(text)?.location ?? {};
        expect([building, unit, room]).toEqual([undefined, undefined, undefined]);
      }),
    );
  });

  it('finds any home again in the words that people write it with', () => {
    const home = fc.record({
      building: fc.integer({ min: 1, max: 60 }),
      unit: fc.integer({ min: 1, max: 9 }),
      floor: fc.integer({ min: 1, max: 33 }),
      door: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(home, fc.constantFrom('栋', '号楼', '幢', '座'), ({ building, unit, floor, door }, measure) => {
        const room = `${floor}0${door}`;
        const expected = { building: String(building), unit: String(unit), room };
        expect(parseLocation(`${building}${measure}${unit}单元${room}`)?.location).toEqual(expected);
        expect(parseLocation(`${building}-${unit}-${room}`)?.location).toEqual(expected);
      }),
    );
  });

  it('grows about linearly with the length of the message', () => {
    const text = '我家水管一直在漏水3栋2单元502明天下午三点来修,';
    const once = (long: string) => {
      const start = process.cpuUsage();
      everything(long, 'speech');
      return process.cpuUsage(start).user;
    };
    // The best of several, so that a busy machine does not decide.
    const cost = (length: number) => {
      const long = text.repeat(Math.ceil(length / text.length)).slice(0, length);
      return Math.min(...Array.from({ length: 6 }, () => once(long))) / length;
    };
    cost(500);
    // Four times the text may cost a little more for each character, but not four times as much.
    expect(cost(4_800) / cost(1_200)).toBeLessThan(4);
  });
});
