import { normalise } from '../../../bots/understanding/normalise.js';
import { said as plainly } from './support.js';
import { reader, taught } from './taught.js';

describe('a nickname of a building (楼栋)', () => {
  it.each([
    ['楼栋 望江楼 = 8', '望江楼2单元502水管漏水', { building: '8', unit: '2', room: '502' }],
    ['楼栋 望江楼 = 8栋', '我住望江楼502,没电了', { building: '8', room: '502' }],
    ['楼栋 望江楼 = 8号楼', '望江楼5楼的灯不亮', { building: '8', floor: '5' }],
    ['楼栋 望江楼 = 八幢', '望江楼1203没水', { building: '8', room: '1203' }],
    ['楼栋 行政楼 = 十二栋', '行政楼三楼灯坏了', { building: '12', floor: '3' }],
    ['楼栋 海棠阁 = B座', '海棠阁1203没水', { building: 'B', room: '1203' }],
    ['楼栋 海棠阁 = 甲座', '我家海棠阁302没电', { building: '甲', room: '302' }],
    ['楼栋 海棠阁 = 东座', '我家海棠阁302没电', { building: '东', room: '302' }],
    ['building River House = Tower C', 'river house flat 502, no power', { building: 'C', room: '502' }],
  ])('%s: "%s"', (line, text, location) => {
    expect(reader(line)(text).location).toEqual(location);
    expect(plainly(text).location?.building).toBeUndefined();
  });

  it('reads as if the number had been said, in every other way too', () => {
    const text = (building: string) => `${building}2单元502厨房水管爆了,明天下午来`;
    expect(reader('楼栋 望江楼 = 8')(text('望江楼'))).toEqual(plainly(text('8栋')));
  });
});

describe('a local place (地点)', () => {
  it.each([
    ['地点 银杏广场', '银杏广场的灯坏了', '银杏广场'],
    ['地点 小瀛洲', '小瀛洲那边有人打架', '小瀛洲'],
    ['place Duck Pond', 'somebody fell near the duck pond', 'duck pond'],
  ])('%s: "%s"', (line, text, publicArea) => {
    expect(reader(line)(text).location).toEqual({ publicArea });
    expect(plainly(text).location?.publicArea).not.toBe(publicArea);
  });

  it('is the longest that fits', () => {
    const read = reader('地点 小瀛洲', '地点 小瀛洲北码头');
    expect(read('小瀛洲北码头的栏杆松了').location?.publicArea).toBe('小瀛洲北码头');
    expect(read('小瀛洲的栏杆松了').location?.publicArea).toBe('小瀛洲');
  });

  it('keeps its name where a nickname is a part of it', () => {
    const read = reader('楼栋 望江楼 = 8', '地点 望江楼码头');
    expect(read('望江楼码头的栏杆松了').location).toEqual({ publicArea: '望江楼码头' });
    expect(read('望江楼502没电').location).toEqual({ building: '8', room: '502' });
  });
});

describe('a local word (词语)', () => {
  it.each([
    ['词语 小白箱 = 电梯', '小白箱不动了', '电梯不动了', 'lift'],
    ['词语 喇叭头 = 水龙头', '厨房喇叭头一直滴水', '厨房水龙头一直滴水', 'plumbing'],
    ['word icebox = fridge', 'my icebox is broken', 'my fridge is broken', 'appliance'],
  ])('%s: "%s" is read like "%s"', (line, text, plain, category) => {
    expect(reader(line)(text)).toEqual(plainly(plain));
    expect(reader(line)(text).category).toBe(category);
  });

  it('is found in traditional characters, full width and capitals', () => {
    const { translate } = taught('词语 小白箱A = 电梯');
    expect(translate(normalise('小白箱Ａ壞了'))).toBe('电梯坏了');
    expect(taught('樓棟 望江樓 = 8', '詞語 小白間 = 电梯').translate('望江楼小白间')).toBe('8栋电梯');
  });

  it('in English or ending in a number counts only whole', () => {
    const { translate } = taught('word ac = 空调', '词语 2号箱 = 货梯', '词语 大箱1 = 客梯');
    expect(translate('my ac is back')).toBe('my 空调 is back');
    expect(translate('12号箱,2号箱,大箱1,大箱12')).toBe('12号箱,货梯,客梯,大箱12');
  });
});

describe('rewriting', () => {
  it('takes the longest word, in whatever order they stand', () => {
    const lines = ['楼栋 望江楼 = 8', '楼栋 望江楼南座 = 9', '楼栋 望江 = 7'];
    for (const { translate } of [taught(...lines), taught(...lines.toReversed())])
      expect(translate('望江楼南座,望江楼,望江')).toBe('9栋,8栋,7栋');
  });

  it('leaves alone what was written in', () => {
    const { translate } = taught('词语 小白箱 = 小黑箱', '词语 小黑箱 = 小白箱', '词语 大铁箱 = 大铁箱盖');
    expect(translate('小白箱和小黑箱,大铁箱')).toBe('小黑箱和小白箱,大铁箱盖');
  });

  it.each(['a.c+', 'x*y', 'a$', '^b', '[ab]', 'a{2}', 'a?b', 'a\\d', 'c++', 'a/b', 'a-b', '$&'])(
    'takes "%s" as plain text',
    (word) => {
      const said = normalise(word);
      const { translate } = taught(`词语 ${word}箱 = 电$&梯$1`);
      expect(translate(`${said}箱坏了`)).toBe('电$&梯$1坏了');
      expect(translate('abc箱 aac箱 xy箱 ad箱 c箱 a1箱')).toBe('abc箱 aac箱 xy箱 ad箱 c箱 a1箱');
    },
  );
});
