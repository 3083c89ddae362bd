import { play } from './play.js';

const OFFERED = `
  住户: 3栋2单元502马桶堵了,随时来
  住户: 1
  派单: W-1001
  提问: 师傅 offer W-1001
`;
const HELD = `${OFFERED}
  师傅: 接单 今天下午3点
`;

describe('offer (派单)', () => {
  it('tells what is needed to decide, and takes a bare 1', async () => {
    await play(
      `${OFFERED}
      上门: 新单W-1001:下水堵塞,3栋2单元502|马桶堵了|住户电话:13800000001|1. 接单|2. 不接
      师傅: 1
      上门: W-1001归您了|什么时候上门|1. 30分钟内
      = W-1001 accepted tech-1
      师傅: 1
      上门: 30分钟|好的
      = W-1001 promisedTime
    `.replace('上门: 30分钟|好的', '上门: 好的,W-1001,今天(周二)'),
    );
  });

  it('takes a time with the acceptance and asks nothing more', async () => {
    await play(`${OFFERED}
      师傅: 接单 明天下午3点
      上门: 明天(周三)15:00–16:00上门,已告诉住户
      = W-1001 accepted "promisedTime"
    `);
  });

  it('adopts the time that the resident asked for', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      住户: 1
      派单: W-1001
      提问: 师傅 offer W-1001
      上门: 期望时间:明天(周三)15:00–16:00
      师傅: 好的
      上门: 明天(周三)15:00–16:00上门
    `);
  });

  it('goes to another technician after a no', async () => {
    await play(`${OFFERED}
      师傅: 去不了,在外面
      上门: 会找别的师傅
      = W-1001 confirmed declined 在外面
    `);
  });

  it('takes the ticket that is named rather than the one asked about', async () => {
    await play(`${OFFERED}
      新人: 1栋1单元101下水道堵了,随时来,13900001234
      新人: 1
      派单: W-1002
      李师傅: 不接
      派单: W-1002
      提问: 师傅 offer W-1002
      上门: W-1002
      师傅: W-1001接单,下午3点
      上门: W-1001|15:00–16:00|新单W-1002
      = W-1001 accepted
      = W-1002 offered
    `);
  });

  it('is not too late where the same technician accepted by telephone', async () => {
    await play(`${OFFERED}
      提问: 师傅电话 offer W-1001
      师傅电话: [按 1]
      师傅电话: [挂断]
      师傅: 1
      上门: W-1001归您了|什么时候上门
    `);
  });

  it('says so where the offer is gone', async () => {
    await play(`${OFFERED}
      住户: 撤单
      住户: 是
      师傅: 1
      上门: 已经不在您这里了
      = W-1001 cancelled
    `);
  });

  it('does not ask about a ticket that has moved on', async () => {
    await play(`${HELD}
      提问: 师傅 offer W-1001
      上门:
    `);
  });

  it('asks a short question where the answer is no answer', async () => {
    await play(`${OFFERED}
      师傅: 啊?
      上门: 没太明白|接吗|1. 接单
      师傅: 不接
      上门: 会找别的师傅
    `);
  });

  it('lets the time be given later', async () => {
    await play(`${OFFERED}
      师傅: 1
      师傅: 不确定
      上门: 定了时间请告诉我
      师傅: 改到下午5点
      上门: W-1001已改到今天(周二)17:00–18:00
    `);
  });

  it('drops the question about the time where the technician goes on to something else', async () => {
    await play(`${OFFERED}
      师傅: 1
      上门: 什么时候上门
      师傅: 到了
      上门: 已记录到达
      不说: 什么时候上门
    `);
  });

  it('answers 1 with the offer made last, then comes back to the other', async () => {
    await play(`${OFFERED}
      新人: 1栋1单元101下水道堵了,随时来,13900001234
      新人: 1
      派单: W-1002
      提问: 李师傅 offer W-1002
      李师傅: 1
      上门: W-1002归您了
      = W-1002 accepted tech-2
      = W-1001 offered tech-1
    `);
  });

  it('is answered by the keypad in a call', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,随时来
      住户: 1
      派单: W-1001
      提问: 师傅电话 offer W-1001
      上门: 您有新的服务单幺零零幺|地点三栋二单元五零二|接单请按1|不接请按2
      师傅电话: [按 1]
      上门: 幺零零幺归您了|什么时候上门
      师傅电话: [按 1]
      上门: 上门,已告诉住户
      期待: end
      = W-1001 accepted
    `);
  });

  it('takes silence about the time for "later"', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,尽快来
      住户: 1
      派单: W-1001
      提问: 师傅电话 offer W-1001
      师傅电话: [按 1]
      师傅电话: [沉默]
      上门: 定了时间请告诉我
      期待: end
      = W-1001 accepted
    `);
  });

  it('keeps the acceptance where the technician hangs up before the time', async () => {
    await play(`
      住户: 3栋2单元502马桶堵了,随时来
      住户: 1
      派单: W-1001
      提问: 师傅电话 offer W-1001
      师傅电话: [按 1]
      师傅电话: [挂断]
      = W-1001 accepted
    `);
  });
});

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
    await play(`${HELD}
      新人: 1栋1单元101下水道堵了,随时来,13900001234
      新人: 1
      派单: W-1002
      李师傅: 不接
      派单: W-1002
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
    await play(`${HELD}
      新人: 1栋1单元101下水道堵了,随时来,13900001234
      新人: 1
      派单: W-1002
      李师傅: 不接
      派单: W-1002
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

describe('alarm (紧急呼叫)', () => {
  const EMERGENCY = `
    住户: 家里有很浓的煤气味
    派单: W-1001
  `;

  it('gives the emergency to the technician who says yes', async () => {
    await play(`${EMERGENCY}
      提问: 师傅电话 alarm W-1001
      上门: 紧急情况|燃气|收到,马上处理请按1
      期待: digits
      师傅电话: [按 1]
      上门: 归您了,请马上前往
      = W-1001 accepted tech-1
    `);
  });

  it('is acknowledged by the duty phone without taking the ticket', async () => {
    await play(`${EMERGENCY}
      提问: 值班电话 alarm W-1001
      值班电话: [按 1]
      上门: 请尽快安排人到现场
      期待: end
      = W-1001 offered
    `);
  });

  it('comes before whatever else the technician is asked', async () => {
    await play(`
      新人: 1栋1单元101下水道堵了,随时来,13900001234
      新人: 1
      派单: W-1001
      提问: 师傅 offer W-1001
      住户: 家里有很浓的煤气味
      派单: W-1002
      提问: 师傅 alarm W-1002
      上门: 紧急情况|W-1002
      师傅: 去不了
      上门: 我们继续找人|新单W-1001
    `);
  });

  it('says that it is over where somebody was faster', async () => {
    await play(`${EMERGENCY}
      提问: 李师傅 alarm W-1001
      师傅: 接单
      李师傅: 1
      上门: 已经有人处理了
    `);
  });
});
