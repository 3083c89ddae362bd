import fc from 'fast-check';
import { parseLexicon, type Understood, understandResident } from '../../../bots/understanding/index.js';
import { normalise } from '../../../bots/understanding/normalise.js';
import { CATEGORIES, URGENCIES } from '../../../src/domain/categories.js';
import { NOW, ZONE } from './support.js';

/** The lexicon of lines that are all good. */
function taught(...lines: string[]) {
  const { lexicon, refused } = parseLexicon(lines.join('\n'));
  expect(refused).toEqual([]);
  return lexicon;
}
const reader =
  (...lines: string[]) =>
  (text: string, channel: 'chat' | 'speech' = 'chat'): Understood =>
    understandResident({ text, channel, now: NOW, timezone: ZONE, lexicon: taught(...lines) });
/** The same without any lexicon. */
const plainly = (text: string) => understandResident({ text, channel: 'chat', now: NOW, timezone: ZONE });

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

describe('an example (例句)', () => {
  const read = reader('例句 隔壁乐队又开始排练了 = 噪音, 不急', 'example the carousel is stuck again = pest, high');

  it.each(['隔壁乐队又开始排练了', '隔壁乐队又开始排练了!!!', '隔壁乐队又开始排练啦', '隔壁的乐队又开始排练了'])(
    'settles what "%s" means, with high confidence',
    (text) => {
      const { category, urgency, confidence } = read(text);
      expect({ category, urgency }).toEqual({ category: 'noise', urgency: 'low' });
      expect(Math.min(confidence.category, confidence.urgency)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('settles it for speech too', () => {
    expect(read('隔壁乐队又开始排练了', 'speech').confidence.category).toBeGreaterThanOrEqual(0.9);
  });

  it('settles English messages', () => {
    const { category, urgency } = read('The carousel is stuck again!');
    expect({ category, urgency }).toEqual({ category: 'pest', urgency: 'high' });
  });

  it.each(['隔壁着火了', '厨房水管漏水', '乐队', 'the lift is stuck', '', '3-2-502'])(
    'leaves "%s" as it is read without',
    (text) => expect(read(text)).toEqual(plainly(text)),
  );

  it('without an urgency settles the category alone', () => {
    const text = '隔壁乐队又开始排练了';
    const { category, urgency, confidence } = reader(`例句 ${text} = 虫害`)(text);
    expect(category).toBe('pest');
    expect({ urgency, confidence: confidence.urgency }).toEqual({
      urgency: plainly(text).urgency,
      confidence: plainly(text).confidence.urgency,
    });
  });

  it('is the one that the message is most like', () => {
    const both = reader('例句 大转盘又不转了 = 公共设施', '例句 小转盘又不转了 = 噪音');
    expect(both('大转盘又不转了啊').category).toBe('public_facility');
    expect(both('小转盘又不转了啊').category).toBe('noise');
  });

  it('is read in the words of the lexicon, as messages are', () => {
    const both = reader('词语 小白 = 物业大厅的自动售货机', '例句 小白又停摆 = 家电, 一般');
    expect(both('小白又停摆').confidence.category).toBeGreaterThanOrEqual(0.9);
    expect(both('小白又停摆').category).toBe('appliance');
  });

  it.each(CATEGORIES)('takes the code %s', (code) =>
    expect(taught(`例句 某个例子 = ${code}`).examples[0]?.category).toBe(code),
  );

  it.each([...URGENCIES, '紧急', '急', '一般', '不急'])('takes the urgency %s', (urgency) =>
    expect(URGENCIES).toContain(taught(`例句 某个例子 = 电梯, ${urgency}`).examples[0]?.urgency),
  );
});

describe('a line', () => {
  it.each([
    ['a remark behind it', '词语 小白箱 = 电梯 # 一号楼后面那部'],
    ['a full-width remark', '词语 小白箱 = 电梯 ＃ 一号楼后面那部'],
    ['a full-width equals sign', '词语 小白箱＝电梯'],
    ['full-width blanks', '词语　小白箱　＝　电梯'],
    ['no blanks around "="', '词语 小白箱=电梯'],
    ['tabs, as a spreadsheet gives them', '词语\t小白箱\t=\t电梯'],
    ['a colon behind the kind', '词语:小白箱 = 电梯'],
    ['blanks around it', '   词语 小白箱 = 电梯   '],
    ['a full stop', '词语 小白箱。＝ 电梯。'],
    ['an English keyword', 'word 小白箱 = 电梯'],
    ['capitals', 'WORD 小白箱 = 电梯'],
    ['a byte order mark', '\ufeff词语 小白箱 = 电梯'],
  ])('may have %s', (_, line) => expect(taught(line).translate('小白箱坏了')).toBe('电梯坏了'));

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends in %s; blank lines and remarks are counted and skipped', (_, end) => {
    const source = ['# 东苑', '', '词语 小白箱 = 电梯', '   ', '  # 下面写错了', '梯子 小黑箱 = 电梯', ''].join(end);
    const { size, refused, lexicon } = parseLexicon(source);
    expect(size).toBe(1);
    expect(refused.map(({ line }) => line)).toEqual([6]);
    expect(lexicon.translate('小白箱')).toBe('电梯');
  });

  it('may hold "#" inside a word', () => {
    expect(taught('词语 3#箱 = 货梯').translate('3#箱坏了')).toBe('货梯坏了');
  });

  it('is not needed at all', () => {
    const { lexicon, size, refused } = parseLexicon('');
    expect([lexicon.translate('水管'), lexicon.places, lexicon.examples, size, refused]).toEqual([
      '水管',
      [],
      [],
      0,
      [],
    ]);
  });
});

describe('a line that cannot be taken', () => {
  it.each([
    ['an unknown kind', '房子 望江楼 = 8', /楼栋.*begin with/],
    ['no kind', '望江楼 = 8', /begin with/],
    ['the kind without a blank', '楼栋望江楼 = 8', /后面空一格/],
    ['a name of JavaScript for a kind', 'constructor 望江楼 = 8', /begin with/],
    ['another name of JavaScript', '__proto__ 望江楼 = 8', /begin with/],
    ['nothing but "="', '=', /begin with/],
    ['no meaning', '词语 小白箱', /缺少.*missing/],
    ['an empty meaning', '词语 小白箱 =', /缺少.*missing/],
    ['an empty meaning of an example', '例句 小白箱又停了 = ', /缺少.*missing/],
    ['no word', '楼栋 = 8', /两个字.*two characters/],
    ['nothing behind the kind', '地点', /两个字.*two characters/],
    ['a single character', '词语 梯 = 电梯', /两个字.*two characters/],
    ['a single rare character', '词语 𠮷 = 电梯', /两个字.*two characters/],
    ['a number', '楼栋 13800138000 = 8', /数字.*digits/],
    ['two "="', '词语 小白箱 = 电梯 = 货梯', /只能有一个/],
    ['a meaning for a place', '地点 银杏广场 = 广场', /地点.*takes no/],
    ['a place longer than a public area may be', `地点 ${'银杏'.repeat(21)}`, /40/],
    ['an unknown category', '例句 大转盘又不转了 = 游乐', /“游乐”.*公共设施\(public_facility\).*no such category/],
    ['an unknown urgency', '例句 大转盘又不转了 = 公共设施, 十万火急', /“十万火急”.*急\(high\).*no such urgency/],
    ['more than a category and an urgency', '例句 大转盘又不转了 = 公共设施, 急, 电梯', /category and urgency only/],
    ['a building that is none', '楼栋 望江楼 = 食堂', /“食堂”不像楼号.*not a building/],
    ['a home for a building', '楼栋 望江楼 = 8栋2单元', /not a building/],
    ['a number too large for a building', '楼栋 望江楼 = 12345', /not a building/],
    ['a building that would be read as another', '楼栋 望江楼 = 东3', /not a building/],
  ])('has %s: %s', (_, line, reason) => {
    const { size, refused } = parseLexicon(`\n# 第三行\n${line}\n`);
    expect(size).toBe(0);
    expect(refused).toEqual([{ line: 3, reason: expect.stringMatching(reason) }]);
  });

  it.each(
    '是的 不是 没有 好的 不好 可以 不行 还没 不用 没问题 解决了 不可以 yes nope 取消 转人工 帮助 重新开始'.split(' '),
  )('rewrites an answer: %s', (word) => {
    for (const line of [`词语 ${word} = 电梯`, `楼栋 ${word} = 8`])
      expect(parseLexicon(line).refused).toEqual([{ line: 1, reason: expect.stringContaining(`“${word}”`) }]);
  });

  it.each('行政楼 未来城 好望角 别墅区 对岸 可园 中庭 没水村'.split(' '))(
    'is not every word that begins like an answer: %s',
    (word) => expect(taught(`词语 ${word} = 大堂`).translate(word)).toBe('大堂'),
  );

  it.each([
    ['of the same word', '词语 小白箱 = 电梯', '词语 小白箱 = 货梯'],
    ['of another spelling', '词语 小白箱A = 电梯', 'word 小白箱ａ = 货梯'],
    ['of another kind', '楼栋 望江楼 = 8', '地点 望江楼'],
  ])('is a duplicate %s: the first one holds', (_, first, second) => {
    const { size, refused } = parseLexicon(`${first}\n\n${second}`);
    expect(size).toBe(1);
    expect(refused).toEqual([{ line: 3, reason: expect.stringMatching(/上面已经写过.*there before/) }]);
  });

  it('does no harm to the others', () => {
    const { lexicon, size, refused } = parseLexicon(
      '楼栋 望江楼 = 8\n楼栋 观海楼 = 海\n词语 小白箱 = 电梯\n乱写\n地点 银杏广场',
    );
    expect(refused.map(({ line }) => line)).toEqual([2, 4]);
    expect(size).toBe(3);
    expect(lexicon.translate('望江楼观海楼小白箱')).toBe('8栋观海楼电梯');
    expect(lexicon.places).toEqual(['银杏广场']);
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

describe('for any source', () => {
  const PIECES =
    '楼栋|地点|词语|例句|building|place|word|example|constructor|__proto__| |\u3000|\t|=|＝| = |#|＃|望江楼|小白箱|银杏广场|8|B座|电梯|公共设施|, |急|没有|不|梯|.*|[|(|\\|$|\n|\n|\r\n|\r|\u2028|\ufeff|😀|\ud83d|。';
  const source = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...PIECES.split('|')), { maxLength: 60 }).map((all) => all.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
  const isBlank = (line: string) =>
    normalise(
      line
        .replaceAll('＝', '=')
        .replace(/(?:^|\s)[#＃].*/s, '')
        .replaceAll('\t', ' '),
    ) === '';

  it('never throws, and every line is an entry, refused with a reason, or blank', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { size, refused } = parseLexicon(text);
        const lines = text.split(/\r\n?|\n/);
        expect(size + refused.length + lines.filter(isBlank).length).toBe(lines.length);
        for (const { line, reason } of refused) {
          expect(isBlank(lines[line - 1] ?? '')).toBe(false);
          expect(reason).not.toBe('');
        }
        expect(new Set(refused.map(({ line }) => line)).size).toBe(refused.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives a lexicon that any message can be read with', () => {
    fc.assert(
      fc.property(
        source,
        fc.string({ unit: fc.constantFrom(...'望江楼小白箱银杏广场8栋没电.*[') }),
        (text, message) => {
          const { lexicon } = parseLexicon(text);
          const utterance = { text: message, channel: 'chat' as const, now: NOW, timezone: ZONE, lexicon };
          expect(understandResident(utterance)).toEqual(understandResident(utterance));
        },
      ),
      { numRuns: 300 },
    );
  });
});
