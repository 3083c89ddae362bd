import { screenSafety } from '../../../bots/understanding/index.js';
import type { SafetyCode } from '../../../src/domain/categories.js';
import { FALSE_ALARMS, PRESENT_DANGERS } from './dangers.js';
import { heard, said } from './support.js';

const DANGERS: Record<SafetyCode, string> = {
  gas: '厨房一股煤气味|家里闻到很浓的天然气味道|燃气管好像漏气了|煤汽泄漏|有臭鸡蛋味|燃气报警器一直响|闻着有股媒气味|I smell gas in the kitchen|灶台下面嘶嘶响好像漏气|煤气漏了|屋里全是瓦斯味,头晕',
  fire: '着火了快来人|阳台起火了|楼道里冒黑烟|电瓶车充电冒烟了|厨房着火啦|楼下垃圾桶烧起来了|隔壁屋里有浓烟|my kitchen is on fire|火警铃响了|闻到烧焦的味道|邻居家失火了|車庫冒煙了',
  sparks:
    '插座冒火花|电箱在打火|热水器漏电麻手|配电箱烧焦了|电线噼里啪啦响|开关按一下就冒火星|sparks from the outlet|洗澡的时候水龙头带电|摸冰箱手麻了,漏电',
  lift_entrapment:
    '我被困在电梯里了|电梯里困了三个人|电梯卡住了我们出不来|孩子关在电梯里了|电体困人了|people trapped in the elevator|我们在电梯里面,停住了打不开|我在电梯里出不去了|電梯困人|电梯停在五楼里面有个老人|有人卡在电梯里面',
  burst_pipe:
    '水管爆了水喷得到处都是|水管爆裂|消防管爆了|暖气片爆了|角阀断了水往外喷|爆管了|pipe burst in the bathroom|软管崩开了水关不住|龙头掉了水狂喷',
  flooding:
    '家里被淹了|马桶反水满屋都是粪水|污水倒灌|天花板哗哗往下漏水|客厅全是水|车库积水很深|楼上水哗哗流下来|地下室被水淹了|厨房下水道污水往外涌|水已经到脚踝了|the basement is flooded',
  injury:
    '有人摔倒了流血|老人在楼梯摔伤了|玻璃掉下来砸到人了|老人晕倒了|电梯门夹到孩子的手|有人要跳楼|保安被打得头破血流出血了|someone is injured in the lobby|我爸触电了叫不醒',
};

describe('safety screen', () => {
  const rows = Object.entries(DANGERS).flatMap(([code, texts]) =>
    texts.split('|').map((text) => [text, code] as const),
  );
  it.each(rows)('raises the alarm on "%s" (%s)', (text) => expect(screenSafety(text, 'speech')).toBeDefined());

  it('names the danger', () => {
    const named = rows.filter(([text, code]) => screenSafety(text, 'speech') === code);
    // Fire with injury, or a burst that floods, may go by either name; the alarm is the same.
    expect(named.length / rows.length).toBeGreaterThan(0.9);
  });

  it.each(rows)('makes "%s" an emergency', (text) => {
    expect(said(text)).toMatchObject({ intent: 'report', urgency: 'emergency' });
  });

  it.each(
    '燃气灶打不着火|煤气灶点不着火|天然气灶打不起火|火灾报警器电池没电滴滴响|烟感报警器没电了|烟雾报警器误报|电梯太慢了|水压小|没有人被困|电梯停了,没有人被困|电梯坏了里面没人|消防演练什么时候|灯坏了|马桶堵了|水龙头滴水|空调不制冷|热水器打不着火|没有闻到煤气味|电梯卡丢了|电梯卡刷不了|灭火器过期了|下水道有臭味|楼道里有人抽烟|差点摔倒|电梯按钮坏了|马桶水箱一直哗哗流水|上次水管爆过,现在想检查一下|停水了|燃气费怎么交|不是着火,是水蒸气|喷泉坏了|花洒喷头堵了|断水了|车子被划伤了|网速慢得冒烟|气死我了|师傅态度不好我很恼火|家里没气了|电梯里面有人抽烟|电梯里的灯坏了|防止漏水|门卡出不去|火锅味太大|油烟味太重|漏电保护器跳了|楼上冲水声太大|地面太滑容易摔倒|水管已经修好了,谢谢|昨天电梯困过人,已经修好了|暖气不热|路上有积水印|没有着火|燃气没有泄漏,就是打不着'.split(
      '|',
    ),
  )('stays calm at "%s"', (text) => expect(screenSafety(text, 'chat')).toBeUndefined());

  it.each(PRESENT_DANGERS)('takes "%s" for an emergency', (text) => expect(heard(text).urgency).toBe('emergency'));
  it.each(FALSE_ALARMS)('takes "%s" for no emergency', (text) => expect(said(text).urgency).not.toBe('emergency'));

  it('keeps the danger when a harmless mishap stands beside it', () => {
    expect(screenSafety('灶打不着火,而且一股煤气味', 'chat')).toBe('gas');
    expect(screenSafety('阀门已经关了,还是有煤气味', 'chat')).toBe('gas');
    expect(screenSafety('昨天开始厨房有煤气味了', 'chat')).toBe('gas');
    expect(screenSafety('总闸关了,插座冒烟了', 'chat')).toBeDefined();
    expect(screenSafety('没人管,煤气一直漏', 'chat')).toBe('gas');
    expect(screenSafety('不是电梯坏了,是人困在电梯里了', 'chat')).toBe('lift_entrapment');
    expect(screenSafety('灯坏了,楼道里还在冒烟', 'chat')).toBe('fire');
    expect(screenSafety('上次修过的水管又爆了,水喷得到处都是', 'chat')).toBe('burst_pipe');
  });
});
