import { play } from './play.js';
import { COMPLETED } from './scenes.js';

describe('follow-up (回访)', () => {
  it('goes from a yes straight to the survey', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      上门: W-1001(下水堵塞)已经完工,问题解决了吗|1. 解决了|2. 没解决
      住户: 修好了
      上门: 太好了|总体打几分
      = W-1001 followed_up
      住户: 5
      上门: 上门及时吗
      住户: 四分
      上门: 师傅的服务怎么样
      住户: 非常满意
      上门: 还有什么想说的
      住户: 师傅很耐心
      上门: 谢谢您的评价
      = W-1001 closed "overall":5,"timeliness":4,"technician":5 师傅很耐心
    `);
  });

  it('reopens on a no, with what is still wrong', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 2
      上门: 还有什么问题
      住户: 冲水还是很慢
      上门: W-1001已重新安排,优先处理
      = W-1001 confirmed "reopenCount":1 冲水还是很慢
    `);
  });

  it('does not ask what is wrong where the answer says it', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 没有解决,马桶还是堵的
      上门: 已重新安排
      = W-1001 马桶还是堵的
    `);
  });

  it('takes a score given with the yes', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 好了,5分
      上门: 上门及时吗
    `);
  });

  it('takes three scores and words at once', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 1
      住户: 5 4 5 谢谢师傅
      上门: 谢谢您的评价
      = W-1001 closed "timeliness":4 谢谢师傅
    `);
  });

  it('lets the survey be skipped', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 1
      住户: 跳过
      上门: 不打扰您了
      = W-1001 followed_up
    `);
  });

  it('saves the scores given before a hang-up', async () => {
    await play(`${COMPLETED}
      提问: 电话 follow-up W-1001
      上门: 物业回访|下水堵塞|解决了请按1
      电话: [按 1]
      上门: 总体打分
      期待: speech
      电话: [按 4]
      上门: 上门及时吗
      电话: [挂断]
      = W-1001 closed "overall":4
    `);
  });

  it('reopens where the caller said no and hung up', async () => {
    await play(`${COMPLETED}
      提问: 电话 follow-up W-1001
      电话: [按 2]
      电话: [挂断]
      = W-1001 confirmed "reopenCount":1
    `);
  });

  it('waits below a report that is under way, and comes after it', async () => {
    await play(`${COMPLETED}
      住户: 客厅灯不亮了
      上门: 什么时候
      提问: 住户 follow-up W-1001
      上门:
      住户: 明天上午
      上门: 核对
      住户: 1
      上门: W-1002|W-1001(下水堵塞)已经完工,问题解决了吗
      住户: 解决了
      上门: 总体打几分
    `);
  });

  it('does not wait for an answer to the mere greeting', async () => {
    await play(`${COMPLETED}
      住户: 你好
      上门: 我是物业报修助手
      提问: 住户 follow-up W-1001
      上门: 问题解决了吗
    `);
  });

  it('comes before an older question that nobody answered, which is asked again afterwards', async () => {
    await play(`${COMPLETED}
      住户: 客厅灯不亮了,随时来
      住户: 1
      派单: W-1002
      师傅: 1
      完工: W-1002
      提问: 住户 follow-up W-1001
      等: 住户 5
      提问: 住户 follow-up W-1002
      上门: W-1002(电路)
      住户: 没有解决,灯还是不亮
      上门: W-1002已重新安排|W-1001(下水堵塞)已经完工,问题解决了吗
    `);
  });

  it('is asked again after a digression', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 客厅的灯不亮了,明天上午来
      上门: 核对
      住户: 1
      上门: W-1002|W-1001(下水堵塞)已经完工,问题解决了吗
    `);
  });

  it('stands in the conversation once, though it is asked twice', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      提问: 住户 follow-up W-1001
      上门: 问题解决了吗
      住户: 解决了
      住户: 跳过
      上门: 不打扰您了
      不说: 解决了吗
    `);
  });

  it('does not ask about a ticket that has moved on', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 1
      住户: 跳过
      提问: 住户 follow-up W-1001
      上门:
      提问: 电话 follow-up W-1001
      上门: 已经处理好了
      期待: end
    `);
  });

  it('is answered by SMS', async () => {
    await play(`${COMPLETED}
      提问: 短信 follow-up W-1001
      上门: 问题解决了吗
      短信: 2 还在漏
      上门: 已重新安排
    `);
  });

  it('gives up politely on the telephone after three silences', async () => {
    await play(`${COMPLETED}
      提问: 电话 follow-up W-1001
      电话: [沉默]
      上门: 没有听到您说话
      电话: [沉默]
      电话: [沉默]
      上门: 稍后再联系您
      期待: end
      = W-1001 completed
    `);
  });

  it('leaves the chat without a word after a day', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      等: 住户 2000
      上门:
      住户: 你好
      上门: 我是物业报修助手
    `);
  });
});

describe('survey (满意度)', () => {
  it('is asked on its own', async () => {
    await play(`${COMPLETED}
      提问: 住户 survey W-1001
      上门: 总体打几分
      住户: 9
      上门: 没太明白|总体打几分
      住户: 不满意
      住户: 2
      住户: 1
      住户: 没有
      上门: 谢谢您的评价
      = W-1001 closed "overall":2,"timeliness":2,"technician":1
    `);
  });
});

describe('confirm (确认)', () => {
  const UNCONFIRMED = `
    新人: 厨房水管漏水了
    等: 新人 45
    = W-1001 submitted
    提问: 新人 confirm W-1001
  `;

  it('reads the report back and starts the search on a yes', async () => {
    await play(`${UNCONFIRMED}
      上门: W-1001跟您核对|厨房水管漏水了|1. 对|2. 修改|3. 不修了
      新人: 1
      上门: 这就安排师傅
      = W-1001 confirmed
    `);
  });

  it('takes a correction and reads it back again', async () => {
    await play(`${UNCONFIRMED}
      新人: 3栋2单元601,明天上午来
      上门: 地点:3栋2单元601|明天(周三)08:00–12:00
      新人: 对
      = W-1001 confirmed "room":"601" visitTime
    `);
  });

  it('changes the place by choice', async () => {
    await play(`${UNCONFIRMED}
      新人: 2
      上门: 要改哪一项
      新人: 地点
      上门: 请问在哪里
      新人: 3栋2单元601
      上门: 地点:3栋2单元601|对吗
    `);
  });

  it('withdraws the report', async () => {
    await play(`${UNCONFIRMED}
      新人: 3
      上门: W-1001已撤销
      = W-1001 cancelled
    `);
  });
});
