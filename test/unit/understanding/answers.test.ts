import {
  parseControl,
  parseCorrection,
  parsePhone,
  parseScore,
  parseYesNo,
} from '../../../bots/understanding/index.js';

describe('yes or no', () => {
  it.each(
    '可以|行|好|好的|好了|嗯|嗯嗯|没问题|没有问题|没错|对|对的|对,没错|是的|是|确认|解决了|修好了|已经好了|谢谢,已经好了|没事了|不错|OK|yes|Yes.|1|1️⃣|行吧|可以的谢谢|同意|没毛病|满意|要的|系|好嘞|不漏了|没再漏|应该可以了|谢谢师傅,可以了|通了|还行吧'.split(
      '|',
    ),
  )('yes: %s', (text) => expect(parseYesNo(text)).toBe('yes'));

  it.each(
    '不好|不|不行|不可以|不对|不是|没有|没|还没好|还没|没有解决|没修好|不用|不用了|不太好|不满意|并没有解决|还是漏水|还在漏|又坏了|没,还在漏|No|nope|2|不要|算了|好像没好|根本没修|别|不需要|未解决|还是老样子|冇|跟以前一样|不太行|一点都没好'.split(
      '|',
    ),
  )('no: %s', (text) => expect(parseYesNo(text)).toBe('no'));

  it.each([
    '行不行',
    '好不好',
    '可以吗',
    '好了吗',
    '三栋',
    '明天下午来',
    '马桶堵了',
    '',
    '…',
    '好了,但是又漏了',
    '可以是可以,不过还在滴水',
    '12',
    '是不是坏了',
    '不知道',
    '不确定',
    '解决了一半',
  ])('decides nothing on "%s"', (text) => expect(parseYesNo(text)).toBeUndefined());

  it('hears short answers in other characters of the same sound', () => {
    expect(parseYesNo('可疑')).toBe('yes');
    expect(parseYesNo('没友')).toBe('no');
    expect(parseYesNo('布好')).toBe('no');
  });
});

describe('score', () => {
  it.each([
    ['5', 5],
    ['五分', 5],
    ['五', 5],
    ['5分 很满意', 5],
    ['非常满意', 5],
    ['十分满意', 5],
    ['满分', 5],
    ['五星好评', 5],
    ['给个5分吧', 5],
    ['很好', 5],
    ['4', 4],
    ['四分', 4],
    ['4星', 4],
    ['满意', 4],
    ['不错', 4],
    ['挺好的', 4],
    ['3', 3],
    ['三分', 3],
    ['一般', 3],
    ['还行', 3],
    ['一般般吧', 3],
    ['2分', 2],
    ['不满意', 2],
    ['不太满意', 2],
    ['不怎么样', 2],
    ['有点差', 2],
    ['1', 1],
    ['一分', 1],
    ['非常不满意', 1],
    ['很不满意', 1],
    ['太差了', 1],
    ['差评', 1],
    ['excellent', 5],
    ['very bad', 1],
  ])('%s is %d', (text, score) => expect(parseScore(text)).toBe(score));

  it.each(['6', '', '3栋', '5分钟后', '明天', '马桶', '15', '503'])('"%s" is no score', (text) =>
    expect(parseScore(text)).toBeUndefined(),
  );
});

describe('telephone number', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['我的电话是１３８００１３８０００,谢谢', '+8613800138000'],
    ['幺三八零零幺三八零零零', '+8613800138000'],
    ['一三九 一二三四 五六七八', '+8613912345678'],
    ['+86 139 1234 5678', '+8613912345678'],
    ['010-62345678', '+861062345678'],
    ['+1 415 555 2671', '+14155552671'],
  ])('%s → %s', (text, phone) => expect(parsePhone(text)).toBe(phone));

  it.each(['12345', '3栋2单元502', '', '1380013800', '138001380001234', '没有电话'])('"%s" holds none', (text) =>
    expect(parsePhone(text)).toBeUndefined(),
  );
});

describe('conversation control', () => {
  it.each([
    ['取消', 'cancel'],
    ['算了', 'cancel'],
    ['我要取消', 'cancel'],
    ['不报了', 'cancel'],
    ['退出', 'cancel'],
    ['never mind', 'cancel'],
    ['返回', 'back'],
    ['上一步', 'back'],
    ['回到上一步', 'back'],
    ['back', 'back'],
    ['重新来', 'restart'],
    ['从头开始', 'restart'],
    ['重新说一遍', 'restart'],
    ['我要重新开始', 'restart'],
    ['转人工', 'human'],
    ['找客服', 'human'],
    ['真人', 'human'],
    ['我要找人工客服', 'human'],
    ['人工服务', 'human'],
    ['请转人工', 'human'],
    ['帮助', 'help'],
    ['怎么用', 'help'],
    ['?', 'help'],
    ['help', 'help'],
    ['你会做什么', 'help'],
    ['不对,是503', 'correct'],
    ['错了', 'correct'],
    ['是503不是502', 'correct'],
    ['不是,是三号楼', 'correct'],
    ['说错了应该是明天下午', 'correct'],
  ])('%s → %s', (text, control) => expect(parseControl(text)).toBe(control));

  it.each([
    '取消明天的预约',
    '马桶堵了',
    '不用了',
    '是的',
    '不是',
    '好',
    '空调不好,返回去修',
    '人工湖的灯坏了',
    '帮我修一下',
    '不是的,还在漏',
    '',
  ])('leaves "%s" to the flow', (text) => expect(parseControl(text)).toBeUndefined());

  it.each([
    ['不对,是503', '503'],
    ['不对 是3栋', '3栋'],
    ['不是502,是503', '503'],
    ['是503不是502', '503'],
    ['说错了应该是明天下午', '明天下午'],
    ['错了,马桶不是水管', '马桶不是水管'],
    ['错了', ''],
    ['马桶堵了', undefined],
  ])('%s is corrected to %s', (text, rest) => expect(parseCorrection(text)).toBe(rest));
});
