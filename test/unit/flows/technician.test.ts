import { play } from './play.js';
import { HELD, OFFERED, SECOND_DECLINED } from './scenes.js';

describe('free replies of technicians', () => {
  it('goes through the whole visit in words', async () => {
    await play(`${HELD}
      师傅: 到了
      上门: W-1001已记录到达
      = W-1001 arrived
      师傅: 开始
      上门: 开始处理
      = W-1001 working
      师傅: 缺件挂起
      上门: 已挂起
      = W-1001 on_hold 缺件
      师傅: 开始
      = W-1001 working
      师傅: 完成 换角阀1个15元
      上门: 已完工
      = W-1001 completed 角阀 "cost":15
    `);
  });

  it('asks for the record where 完成 says nothing of it', async () => {
    await play(`${HELD}
      师傅: 完成
      上门: 换了什么材料|1. 没有用材料
      师傅: 换角阀1个15元
      上门: 已完工
      = W-1001 completed 角阀
    `);
  });

  it('completes without materials by choice', async () => {
    await play(`${HELD}
      师傅: 完成
      师傅: 1
      上门: 已完工
      = W-1001 completed "cost":0
    `);
  });

  it('asks for the reason of a pause', async () => {
    await play(`${HELD}
      师傅: 先挂起
      师傅: 等配件,后天到
      上门: 已挂起
      = W-1001 on_hold
    `);
  });

  it('gives work back only with a reason', async () => {
    await play(`${HELD}
      师傅: 去不了
      上门: 请说一下原因
      师傅: 车坏在路上了
      上门: 已退回
      = W-1001 confirmed 车坏
    `);
  });

  it('transfers to a colleague by name', async () => {
    await play(`${HELD}
      师傅: 转给李师傅
      上门: 已转给李强
      = W-1001 offered tech-2
    `);
  });

  it('asks for the colleague where the name fits nobody', async () => {
    await play(`${HELD}
      师傅: 转单
      上门: 转给哪位师傅|1. 李强
      师傅: 1
      上门: 已转给李强
    `);
  });

  it('asks which of several tickets an order is about', async () => {
    await play(`${HELD}${SECOND_DECLINED}
      师傅: 接单 今天下午5点
      = W-1002 accepted tech-1
      师傅: 到了
      上门: 哪一单|W-1001 下水堵塞|W-1002 下水堵塞
      师傅: 1002
      上门: W-1002已记录到达
      师傅: W-1001到了
      上门: W-1001已记录到达
    `);
  });

  it('carries out one order for several tickets', async () => {
    await play(`${HELD}${SECOND_DECLINED}
      师傅: 接单 今天下午5点
      师傅: 1001和1002都到了
      上门: W-1001已记录到达|W-1002已记录到达
      = W-1001 arrived
      = W-1002 arrived
    `);
  });

  it('lists the tickets at hand', async () => {
    await play(`${HELD}
      师傅: 我的单
      上门: W-1001 下水堵塞 已接单 3栋2单元502 今天(周二)15:00–16:00
    `);
  });

  it('lists no work that is done', async () => {
    await play(`${HELD}
      师傅: 完成 换角阀1个15元
      师傅: 我的单
      上门: 没有找到
    `);
  });

  it('refuses what the state does not allow, and says why', async () => {
    await play(`${OFFERED}
      师傅: W-1001到了
      上门: W-1001现在是“待接单”,不能这样处理
    `);
  });

  it('has nothing for a technician without tickets', async () => {
    await play(`
      师傅: 到了
      上门: 没有找到您能这样处理的单子
    `);
  });

  it('answers what it does not understand with what it does', async () => {
    await play(`
      师傅: 今天天气不错
      上门: 可以这样回复
      师傅: 帮助
      上门: 可以这样回复
    `);
  });

  it('keeps a picture of the work', async () => {
    await play(`${HELD}
      师傅: [照片]
      上门: 已放进W-1001
      = W-1001 photo-1
    `);
  });

  it('does nothing twice when a reply is delivered again', async () => {
    await play(`${HELD}
      师傅: 到了
      重发
      = W-1001 arrived
    `);
  });
});
