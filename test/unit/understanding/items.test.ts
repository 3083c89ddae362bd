import { findCost, findItems, type Item } from '../../../bots/understanding/items.js';
import { read } from '../../../bots/understanding/reading.js';

const digits = (text: string) => read(text, 'chat').digits;
/** Name, quantity, unit and price, what is missing left empty: "角阀/2/个/15". */
const brief = ({ name, qty, unit, price }: Item) => [name, qty, unit, price].join('/');
const listed = (text: string) => findItems(digits(text)).map(brief).join(' ');

const LISTS = `
弯头换了个22元 → 弯头///22
球阀3个 48 → 球阀/3/个/48
3个球阀每个16共48 → 球阀/3/个/16
密封胶两支9块 → 密封胶/2/支/9
换球阀*3, 波纹管x2 → 球阀/3// 波纹管/2//
球阀×2=44 → 球阀/2//44
漏保 32A 一个 52块钱 → 漏保32A/1/个/52
用了6米电线 → 电线/6/米/
换门锁一套260 → 门锁/1/套/260
换了镇流器 28 → 镇流器///28
换了个镇流器 → 镇流器///
换了俩启辉器 → 启辉器/2//
半袋水泥 → 水泥/0.5/袋/
需要6分三通3个 → 6分三通/3/个/
要领一包扎带和三个堵头 → 扎带/1/包/ 堵头/3/个/
花洒换了两个一个四十 → 花洒/2/个/40
门吸12块一个,换了三个 → 门吸/3/个/12
30块的合页两副,5块的螺丝一包 → 合页/2/副/30 螺丝/1/包/5
15一个的浮球阀拿了2个 → 浮球阀/2/个/15
合页一副十八门吸一个十二总共三十 → 合页/1/副/18 门吸/1/个/12
弯头换了3个水管换了2米 → 弯头/3/个/ 水管/2/米/
灯座坏了 换了一个 9块 → 灯座/1/个/9
轴承35一个 换好了 → 轴承/1/个/35
纱窗换了一扇,120 → 纱窗/1/扇/120
玻璃一块150 → 玻璃/1/块/150
地砖补了4块 → 地砖/4/块/
换了3块地砖 → 地砖/3/块/
来一根两米的水管 → 2米水管/1/根/
¥26 闭门器 ×1 → 闭门器/1//26
面板x4 25/个 → 面板/4//25
申请:弯头4、直接2、生料带1 → 弯头/4// 直接/2// 生料带/1//
领7号电池4节 → 7号电池/4/节/
换了个25a空开 48块 → 25A空开///48
pvc管3米 led灯管2支 → PVC管/3/米/ LED灯管/2/支/
缺扎带,送一包过来 → 扎带/1/包/
需要个人字梯 → 人字梯///
给我准备一台打压机 → 打压机/1/台/
补料:地漏1个(12元),软管2根(每根8元) → 地漏/1/个/12 软管/2/根/8
fixed, replaced 2 washers, 6 yuan → washers/2//6
need 5 meters of cable → cable/5/meters/
used 1 roll of tape and 3 door hinges → tape/1/roll/ door hinges/3//
生料袋一卷 脚阀两个 → 生料带/1/卷/ 角阀/2/个/
点容换了一个四十 → 电容/1/个/40
锁心一套90 → 锁芯/1/套/90`;

const NOTHING =
  '修好了|修好了 花了3小时|5栋1单元|上午9点|还有4单|没换角阀|不用换锁芯 紧了下就好|等了半个小时|三个业主在催|二楼2个灯坏了|通了,2个地漏都通了|要两个人帮忙|换个时间|给个电话|1号楼3个单|跑了4趟|人工60 上门20|通马桶收了60|没修好,缺个电容|差两个弯头,先挂着|打13900139000没人接|水管喷了2米高|角阀多少钱一个|改到30号|done in 2 hours';

describe('materials of a reply', () => {
  it.each(
    LISTS.trim()
      .split('\n')
      .map((line) => line.split(' → ') as [string, string]),
  )('lists those of "%s"', (text, expected) => expect(listed(text)).toBe(expected));

  it.each(NOTHING.split('|'))('finds none in "%s"', (text) => expect(listed(text)).toBe(''));

  it.each([
    ['换了两个led灯泡', 'led灯泡/2/个/'],
    ['攞兩支玻璃膠', '玻璃膠/2/支/'],
    ['要三孔插座一个', '三孔插座/1/个/'],
    ['换四分的弯头两个', '四分弯头/2/个/'],
    ['生料袋一卷', '生料带/1/卷/'],
    ['used 1 angle valve', 'angle valve/1//'],
  ])('writes names as in the message "%s"', (text, expected) =>
    expect(findItems(digits(text), text).map(brief).join(' ')).toBe(expected),
  );

  it('reads a long message in a moment', () => {
    const began = performance.now();
    for (const piece of ['换了个', '角阀,', '1', '水管a b ', '的一个']) findItems(piece.repeat(1_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('cost', () => {
  it.each([
    ['人工40 材料20 共60', 60],
    ['材料费25 上门费20 合计45', 45],
    ['收了业主70', 70],
    ['总共收了他八十五 人工五十', 85],
    ['微信收了90', 90],
    ['业主付了65', 65],
    ['80块收了', 80],
    ['弄好了30块钱', 30],
    ['合计二十八块五', 28.5],
    ['总计¥1280', 1280],
    ['人工费:50元;材料费:30元', 80],
    ['charged 60 yuan', 60],
    ['30 yuan total', 30],
    ['没收费', 0],
    ['保修期内免费', 0],
    ['没要业主钱', 0],
    ['上门免费 材料35 共35', 35],
    ['一共换了3个灯泡', undefined],
    ['总共用了2小时', undefined],
    ['灯 一共三盏', undefined],
    ['收到,马上去', undefined],
    ['角阀15元', undefined],
    ['修好了', undefined],
  ])('of "%s" is %s', (text, cost) => expect(findCost(digits(text))).toBe(cost));
});
