import { play } from './play.js';

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
