import { parseLexicon } from '../../../bots/understanding/index.js';
import { taught } from './taught.js';

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
