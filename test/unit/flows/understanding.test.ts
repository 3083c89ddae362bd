import { play } from './play.js';
import { anUnclearReport } from './unclear.js';

describe('what a message tells is not asked (微信)', () => {
  it('everything in one sentence: only the read-back, and that is short', async () => {
    await play(`
      新人: 您好,我是3栋2单元601的,厨房水管漏水,明天上午九点来修一下,电话13900001234,谢谢
      上门: 问题:水管(厨房水管漏水)|地点:3栋2单元601|时间:明天(周三)09:00–10:00|电话:13900001234|对吗
      不说: 您好
      不说: 谢谢
      不说: 请问在哪里
      不说: 什么时候
      不说: 联系电话
      新人: 对
      上门: 已为您登记|W-1001
      不说: 核对
      = W-1001 confirmed plumbing "room":"601" +8613900001234 您好
      = 1
    `);
  });

  it('slot by slot: each question once, and only what is missing', async () => {
    await play(`
      新人: 卧室空调不制冷
      上门: 请问在哪里
      不说: 哪方面
      新人: 三栋二单元六零一,后天上午来
      上门: 联系电话
      不说: 什么时候
      新人: 13900001234
      上门: 空调暖气(卧室空调不制冷)|3栋2单元601|后天(周四)08:00–12:00|13900001234
      新人: 没错
      上门: W-1001
      = W-1001 confirmed hvac "room":"601" +8613900001234
    `);
  });

  it('two problems in one message: the second is offered after the first', async () => {
    await play(`
      住户: 厨房水龙头漏水,还有门锁坏了,明天上午来
      上门: 核对|明天(周三)08:00–12:00
      不说: 什么时候上门方便
      住户: 1
      上门: W-1001|您还提到
      住户: 要
      上门: 核对|3栋2单元502|明天(周三)08:00–12:00
      不说: 请问在哪里
      住户: 1
      上门: W-1002
      = 2
    `);
  });

  it('negation: what it is not is not reported', async () => {
    await play(`
      住户: 不是电梯坏了,是门禁刷不开,今天下午来
      上门: 问题:门窗锁|时间:今天(周二)14:00–18:00
      不说: 问题:电梯
      住户: 1
      = W-1001 confirmed door_lock
    `);
  });

  it('a repeat is marked as one', async () => {
    await play(`
      住户: 上次修过的厨房水龙头又漏水了,明天上午来
      上门: 问题:水管|明天(周三)08:00–12:00
      不说: 请问在哪里
      住户: 1
      = W-1001 confirmed plumbing "isRepeat":true
    `);
  });

  it('false alarms are ordinary reports', async () => {
    await play(`
      住户: 煤气灶打不着火,明天上午来
      上门: 问题:燃气|对吗
      不说: 紧急
      不说: 明火
      住户: 1
      = W-1001 confirmed gas normal
      住户: 烟雾报警器没电了一直滴滴响
      不说: 119
      不说: 紧急
    `);
  });

  it('an emergency becomes a ticket before anything is asked, and is never read back', async () => {
    await play(`
      新人: 你好,3栋2单元601家里有很浓的煤气味
      上门: 别开关任何电器|W-1001|留个电话
      不说: 核对
      不说: 具体位置
      = W-1001 confirmed gas emergency "room":"601"
      新人: 跳过
      上门: 注意安全
      不说: 核对
      = 1
    `);
  });

  it('dialect is understood: 屋头的灯不亮咯, 水喉漏水', async () => {
    await play(`
      住户: 屋头的灯不亮咯
      上门: 什么时候上门方便
      不说: 哪方面
      住户: 随时
      上门: 电路(屋头的灯不亮咯)
      住户: 1
      = W-1001 electrical
      住户: 水喉漏水,明天来
      上门: 问题:水管(水喉漏水)
      住户: 1
      = W-1002 plumbing
    `);
  });

  it('a correction after the read-back changes that one thing', async () => {
    await play(`
      住户: 门锁坏了关不上,明天下午三点来
      上门: 3栋2单元502|15:00–16:00
      住户: 不对,改成后天上午
      上门: 问题:门窗锁|3栋2单元502|后天(周四)08:00–12:00
      不说: 要改哪一项
      不说: 什么时候上门方便
      住户: 对
      = W-1001 confirmed door_lock "room":"502"
    `);
  });

  it('an unclear yes to the read-back is asked for again without reading everything again', async () => {
    await play(`
      住户: 门锁坏了关不上,明天下午三点来
      上门: 核对
      住户: 哈哈哈
      上门: 以上信息对吗|1. 确认
      不说: 15:00
      住户: 1
      = W-1001 confirmed door_lock
    `);
  });

  it('what tells nothing gets a short choice of what we do', async () => {
    await play(`
      新人: 哈哈哈
      上门: 1. 报修|2. 查进度|3. 转人工
      不说: 哪方面
      新人: 报修
      上门: 哪里出了什么问题
      = 0
    `);
  });
});

describe('an unclear report is asked about once (微信)', () => {
  const unclear = anUnclearReport();

  it('the kind is picked by its number', async () => {
    const world = await play(`
      住户: ${unclear}
      上门: 您说的是哪方面的问题|1. |2. |其他
      不说: 什么时候
      住户: 1
      上门: 什么时候上门方便
      不说: 哪方面
      住户: 1
      上门: ${unclear}|3栋2单元502
      住户: 1
      = 1
    `);
    expect((await world.ticket('W-1001')).category).not.toBe('other');
  });

  it('the kind is picked by a word, even by one that was not offered', async () => {
    await play(`
      住户: ${unclear}
      上门: 哪方面
      住户: 应该是空调的问题
      上门: 什么时候
      住户: 随时
      上门: 空调暖气(${unclear})
      住户: 1
      = W-1001 hvac
    `);
  });

  it('a better description takes its place, with all that it tells', async () => {
    await play(`
      住户: ${unclear}
      上门: 哪方面
      住户: 厨房水龙头漏水,明天上午来
      上门: 问题:水管(厨房水龙头漏水)|明天(周三)08:00–12:00
      不说: 哪方面
      不说: 什么时候
      住户: 1
      = W-1001 confirmed plumbing 厨房水龙头漏水
    `);
  });

  it('a second unclear answer goes on with the first guess', async () => {
    await play(`
      新人: ${unclear}
      上门: 哪方面
      新人: 我也说不清楚
      上门: 请问在哪里
      不说: 哪方面
      不说: 没太明白
      新人: 3栋2单元601
      上门: 什么时候
      不说: 哪方面
    `);
  });

  it('a place instead of a kind is not lost', async () => {
    await play(`
      新人: ${unclear}
      上门: 哪方面
      新人: 3栋2单元601
      上门: 什么时候
      不说: 请问在哪里
      不说: 哪方面
    `);
  });
});

describe('what a message tells is not asked (English)', () => {
  it('everything in one message', async () => {
    await play(`
      新人: Hello, my kitchen sink is blocked, building 3 unit 2 room 601, tomorrow morning please, phone 13900001234
      上门: Let me read that back|drainage (my kitchen sink is blocked)|Building 3, Unit 2, Room 601|tomorrow (Wed) 08:00–12:00|13900001234
      不说: Hello
      不说: Where is it
      不说: When would
      不说: reach you
      新人: yes
      上门: Done. Your ticket is W-1001
      = W-1001 confirmed drainage "room":"601"
    `);
  });

  it('an unclear report, with choices', async () => {
    await play(`
      住户: English
      住户: ${anUnclearReport()}
      上门: What kind of problem is it|other
      住户: electrical
      上门: When would a visit suit you
      不说: What kind
      住户: 1
      上门: electrical
      住户: yes
      = W-1001 confirmed electrical
    `);
  });
});

describe('technicians in their own words', () => {
  const offered = `
      住户: 厨房水龙头漏水,明天下午三点来
      住户: 1
      派单: W-1001
      提问: 师傅 offer W-1001
      上门: 水管|接吗`;

  it('accept with the time, which is not asked then', async () => {
    await play(`${offered}
      师傅: 接单,今天下午三点到
      上门: 今天(周二)15:00|已告诉住户
      不说: 什么时候上门
      = W-1001 accepted
    `);
  });

  it('complete with materials and cost, which are not asked then', async () => {
    await play(`${offered}
      师傅: 接单,今天下午三点到
      师傅: 到了
      师傅: 开始
      师傅: 弄好了换了一个角阀十五块
      上门: W-1001已完工
      不说: 换了什么材料
      = W-1001 completed 角阀 "price":15
    `);
  });
});
