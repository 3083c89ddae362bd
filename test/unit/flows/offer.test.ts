import { play } from './play.js';
import { DISPATCHED, HELD, OFFERED, SECOND, SECOND_DECLINED } from './scenes.js';

describe('offer (派单)', () => {
  it('tells what is needed to decide, and takes a bare 1', async () => {
    await play(`${OFFERED}
      上门: 新单W-1001:下水堵塞,3栋2单元502|马桶堵了|住户电话:13800000001|1. 接单|2. 不接
      师傅: 1
      上门: W-1001归您了|什么时候上门|1. 30分钟内
      = W-1001 accepted tech-1
      师傅: 1
      上门: 好的,W-1001,今天(周二)
      = W-1001 promisedTime
    `);
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
    await play(`${OFFERED}${SECOND_DECLINED}
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
    await play(`${OFFERED}${SECOND}
      提问: 李师傅 offer W-1002
      李师傅: 1
      上门: W-1002归您了
      = W-1002 accepted tech-2
      = W-1001 offered tech-1
    `);
  });

  it('is answered by the keypad in a call', async () => {
    await play(`${DISPATCHED}
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
    await play(`${DISPATCHED}
      提问: 师傅电话 offer W-1001
      师傅电话: [按 1]
      师傅电话: [挂断]
      = W-1001 accepted
    `);
  });
});
