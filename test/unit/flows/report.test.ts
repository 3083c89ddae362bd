import { play } from './play.js';

describe('report (报修)', () => {
  it('asks nothing that was said in the first sentence', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,明天下午三点来
      上门: 马桶堵了|下水堵塞|3栋2单元502|明天(周三)15:00–16:00|13800000001|1. 确认|2. 修改
      住户: 1
      上门: 已为您登记|W-1001
      = W-1001 confirmed drainage garden
      = 1
    `);
  });

  it('asks a newcomer for place, time and telephone, one at a time', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: 3栋2单元601
      上门: 什么时候上门方便|1. 尽快
      新人: 明天上午
      上门: 联系电话
      新人: 13900001234
      上门: 3栋2单元601|明天(周三)08:00–12:00|13900001234
      新人: 对
      上门: W-1001
      = W-1001 confirmed plumbing +8613900001234 garden
    `);
  });

  it('knows the home and number of a resident, and reads them back once', async () => {
    await play(`
      住户: 客厅灯不亮了
      上门: 什么时候上门方便
      住户: 2
      上门: 3栋2单元502|今天(周二)14:00–18:00|13800000001
      住户: 确认
      上门: W-1001
      = W-1001 electrical "room":"502" "unit":"2"
    `);
  });

  it('remembers a newcomer, whose second report is shorter', async () => {
    await play(`
      新人: 3栋2单元601水管漏水,今天下午来,电话13900001234
      上门: 核对
      新人: 1
      上门: W-1001
      新人: 卧室空调不制冷,明天上午
      上门: 3栋2单元601|13900001234
      新人: 可以
      上门: W-1002
      = W-1002 hvac +8613900001234
    `);
  });

  it('lets a slot be corrected in the read-back: 不对,是503', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,明天下午三点来
      上门: 3栋2单元502
      住户: 不对,是503
      上门: 3栋2单元503
      住户: 时间改成后天上午
      上门: 后天(周四)08:00–12:00|3栋2单元503
      住户: 1
      = W-1001 "room":"503"
    `);
  });

  it('changes one slot by choice and keeps the others', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      上门: 1. 确认
      住户: 2
      上门: 要改哪一项|1. 问题|2. 地点
      住户: 2
      上门: 请问在哪里
      住户: 1栋1单元101
      上门: 1栋1单元101|15:00–16:00
      住户: 1
      = W-1001 "room":"101"
    `);
  });

  it('changes the problem by choice', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      住户: 修改
      住户: 问题
      上门: 哪里出了什么问题
      住户: 是洗手盆的水龙头漏水
      上门: 水龙头漏水|3栋2单元502|15:00
      住户: 是的
      = W-1001 plumbing
    `);
  });

  it('goes back to the question before', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: 3栋2单元601
      上门: 什么时候
      新人: 返回
      上门: 回到上一步|请问在哪里
      新人: 3栋2单元602
      上门: 什么时候
      新人: 尽快
      新人: 跳过
      上门: 3栋2单元602
      不说: 电话
    `);
  });

  it('says so where there is nothing to go back to', async () => {
    await play(`
      新人: 报修
      上门: 哪里出了什么问题
      新人: 返回
      上门: 前面没有别的问题了|哪里出了什么问题
    `);
  });

  it('is cancelled without a ticket', async () => {
    await play(`
      新人: 厨房水管漏水了
      新人: 算了
      上门: 已取消,没有提交
      = 0
    `);
  });

  it('starts over', async () => {
    await play(`
      新人: 厨房水管漏水了
      新人: 3栋2单元601
      新人: 重新来
      上门: 我们重新来|哪里出了什么问题
      新人: 1栋301空调坏了
      上门: 什么时候
    `);
  });

  it('gives help and goes on where it was', async () => {
    await play(`
      新人: 厨房水管漏水了
      新人: 帮助
      上门: 查进度|转人工|请问在哪里
    `);
  });

  it('brings a person in and goes on where it was', async () => {
    const world = await play(`
      新人: 厨房水管漏水了
      新人: 转人工
      上门: 已经通知客服|请问在哪里
      新人: 3栋2单元601
      上门: 什么时候
    `);
    expect(await world.deskNotices('新人')).toEqual(['desk.human_wanted']);
  });

  it('answers a question about another ticket in between and goes on', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,明天下午三点来
      住户: 1
      住户: 客厅灯不亮了
      上门: 什么时候上门方便
      住户: 我的单子到哪了
      上门: W-1001|正在安排师傅|什么时候上门方便
      住户: 今晚七点半
      上门: 今天(周二)19:30–20:30
    `);
  });

  it('notes a second problem on the way and offers it afterwards', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: 对了客厅的灯也不亮了
      上门: 电路的问题我也记下了|请问在哪里
      新人: 3栋2单元601
      新人: 明天上午
      新人: 跳过
      新人: 1
      上门: W-1001|您还提到电路的问题
      新人: 要
      上门: 灯也不亮|3栋2单元601
      新人: 1
      上门: W-1002
      = W-1001 plumbing
      = W-1002 electrical
      = 2
    `);
  });

  it('does not take 对了 for a yes where another problem follows', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,明天下午三点来
      上门: 核对
      住户: 对了客厅的灯也不亮了
      上门: 电路的问题我也记下了|核对|下水堵塞
      住户: 1
      上门: W-1001|您还提到电路
      = 1
    `);
  });

  it('takes the answer to another question at any time', async () => {
    await play(`
      新人: 报修
      新人: 3栋2单元601
      上门: 记下了|哪里出了什么问题
      新人: 厨房水管漏水
      上门: 什么时候
      新人: 电话13900001234
      上门: 记下了|什么时候
      新人: 改到后天上午
      上门: 3栋2单元601|后天(周四)08:00–12:00|13900001234
    `);
  });

  it('takes the rest of a place after the question has gone on', async () => {
    await play(`
      新人: 厨房下水道堵了
      新人: 锦绣花园3栋
      上门: 3栋,具体是几栋几单元几号
      新人: 不知道
      上门: 什么时候
      新人: 2单元601
      上门: 记下了|什么时候
      新人: 尽快
      新人: 跳过
      上门: 地点:3栋2单元601
      不说: 花园
    `);
  });

  it('lets the problem be corrected in words', async () => {
    await play(`
      住户: 马桶堵了
      上门: 什么时候
      住户: 不是马桶,是洗脸池
      上门: 记下了|什么时候
      住户: 明天
      上门: 马桶堵了(更正:洗脸池)
    `);
  });

  it('takes a complaint about something broken for a report as well', async () => {
    const world = await play(`
      住户: 投诉你们!水管漏了三天没人管
      上门: 已经转给客服|什么时候上门方便
      住户: 今天
      住户: 1
      = W-1001 plumbing
    `);
    expect(await world.deskNotices('住户')).toEqual(['desk.human_wanted']);
  });

  it('keeps a voice clip that nobody can hear and asks for words', async () => {
    await play(`
      新人: [语音]
      上门: 语音已保存|打字|哪里出了什么问题
      新人: A座1203空调不制冷,明天上午,13900001234
      新人: 1
      = W-1001 voice-1
    `);
  });

  it('knows the lift of a resident’s building', async () => {
    await play(`
      住户: 电梯坏了,现在就来
      上门: 地点:3栋2单元电梯
    `);
  });

  it('reports several problems of one message one after the other, by consent', async () => {
    await play(`
      住户: 厕所堵了,另外客厅灯也不亮,明天上午来
      上门: 下水堵塞
      住户: 1
      上门: W-1001|您还提到电路的问题
      住户: 不用
      = 1
    `);
  });

  it('asks for the missing part of a place once, and takes what there is', async () => {
    await play(`
      新人: 厨房水管漏水了
      新人: 3栋
      上门: 3栋|具体是几栋几单元几号
      新人: 不知道
      上门: 什么时候
      新人: 尽快
      新人: 跳过
      上门: 地点:3栋
      新人: 1
      = W-1001 "building":"3"
    `);
  });

  it('asks only for the rest of a place that came with the problem', async () => {
    await play(`
      新人: 3栋的水管漏水了
      上门: 3栋,具体是几栋几单元几号
      新人: 2单元601
      上门: 什么时候
    `);
  });

  it('finds the lift of a building', async () => {
    await play(`
      新人: 3栋的电梯坏了
      上门: 什么时候
      新人: 尽快
      新人: 跳过
      上门: 地点:3栋电梯
    `);
  });

  it('takes the project from a building that only one has', async () => {
    await play(`
      新人: A座1203空调不制冷
      新人: 明天上午
      新人: 跳过
      新人: 1
      = W-1001 tower hvac
    `);
  });

  it('asks for the project where the place could be several', async () => {
    await play(`
      新人: 大门口的路灯不亮了
      上门: 哪个小区或楼宇|1. 锦绣花园|2. 云和大厦
      新人: 2
      新人: 随时
      新人: 跳过
      新人: 1
      = W-1001 tower
    `);
  });

  it('asks where a public problem is, though the home is known', async () => {
    await play(`
      住户: 小区里的路灯不亮了
      上门: 请问在哪里
    `);
  });

  it('keeps pictures with the report', async () => {
    await play(`
      住户: [照片]
      上门: 已保存|哪里出了什么问题
      住户: 厨房水管漏水,尽快来
      上门: 核对
      住户: 1
      = W-1001 photo-1
    `);
  });

  it('adds a picture that follows the report to its ticket', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      住户: 1
      住户: [照片]
      上门: 已放进W-1001
      = W-1001 photo-1
    `);
  });

  it('asks simpler after two misunderstandings, then calls a person', async () => {
    const world = await play(`
      新人: 厨房水管漏水了
      新人: 哈哈哈
      上门: 没太明白|请问在哪里
      新人: 你猜
      上门: 楼栋和房号
      新人: 就不告诉你
      上门: 先登记了|W-1001|已经通知客服
      = W-1001 submitted 厨房水管漏水了
    `);
    expect(await world.deskNotices('新人')).toEqual(['desk.human_wanted']);
  });

  it('does not take a greeting for a problem', async () => {
    await play(`
      新人: 你好
      上门: 我是物业报修助手|1. 报修|2. 查进度|3. 转人工
      新人: 1
      上门: 哪里出了什么问题
      新人: 1栋1单元101下水道堵了
      上门: 什么时候
    `);
  });

  it('understands a report given instead of a choice', async () => {
    await play(`
      住户: 在吗
      上门: 我是物业报修助手
      住户: 卧室空调不制冷,明天上午来
      上门: 核对|空调
    `);
  });

  it('says in a group neither number nor room', async () => {
    await play(`
      群里: 3栋2单元502马桶堵了,明天下午三点来
      上门: 地点:3栋
      不说: 502
      不说: 13800000001
      群里: 1
      上门: W-1001
      = W-1001 "room":"502" room-1
    `);
  });

  it('asks no number in a group', async () => {
    await play(`
      群里: 大门口的路灯不亮了,随时来
      不说: 电话
    `);
  });

  it('goes on in English where the first message is English', async () => {
    await play(`
      新人: Kitchen pipe leaking, building 3 unit 2 room 601
      上门: When would a visit suit you|1. As soon as possible
      新人: 1
      上门: number|skip
      新人: skip
      上门: Building 3, Unit 2, Room 601|plumbing
      新人: yes
      上门: Done. Your ticket is W-1001
      = W-1001 plumbing "locale":"en"
    `);
  });

  it('changes the language on request, in the middle of a flow', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: English
      上门: English it is|Where is it
      新人: 中文
      上门: 我们说中文|请问在哪里
    `);
  });

  it('answers a redelivered message as before, without a second ticket', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      重发
      住户: 1
      上门: W-1001
      重发
      = 1
    `);
  });

  it('reminds once, then keeps what was said as a ticket to be confirmed', async () => {
    await play(`
      新人: 厨房水管漏水了
      等: 新人 11
      上门: 您还在吗|请问在哪里
      等: 新人 10
      上门:
      等: 新人 15
      上门: 先不打扰您|W-1001
      = W-1001 submitted plumbing
      = 1
    `);
  });

  it('closes without a ticket where nothing was said', async () => {
    await play(`
      新人: 报修
      等: 新人 11
      上门: 您还在吗
      等: 新人 30
      上门: 先不打扰您
      = 0
    `);
  });

  it('takes an answer after the reminder, and reminds again for the next question', async () => {
    await play(`
      新人: 厨房水管漏水了
      等: 新人 11
      新人: 3栋2单元601
      上门: 什么时候
      等: 新人 9
      上门:
      等: 新人 2
      上门: 您还在吗|什么时候
    `);
  });
});
