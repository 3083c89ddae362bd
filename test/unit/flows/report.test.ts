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
