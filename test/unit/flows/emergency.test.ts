import { play } from './play.js';
import { COMPLETED } from './scenes.js';

describe('safety screen', () => {
  it.each([
    ['家里有很浓的煤气味', '别开关任何电器', 'gas'],
    ['楼道着火了快来人', '119', 'fire'],
    ['插座一直冒火花', '总闸', 'sparks'],
    ['我被困在电梯里了', '不要扒门', 'lift_entrapment'],
    ['水管爆了水喷得到处都是', '总水阀', 'burst_pipe'],
    ['地下室被水淹了', '远离积水', 'flooding'],
    ['有人从楼梯上摔下来流血了', '120', 'injury'],
  ])('says at once what to do and makes the ticket: %s', async (said, advice, code) => {
    await play(`
      新人: ${said}
      上门: ${advice}|W-1001|具体位置
      = W-1001 emergency ${code}
    `);
  });

  it('asks a stranger for the place afterwards and adds it', async () => {
    await play(`
      新人: 家里有很浓的煤气味
      上门: 别开关任何电器|已按紧急情况通知|W-1001|具体位置
      = W-1001 confirmed gas emergency
      新人: 3栋2单元601
      上门: 位置已告诉师傅|留个电话
      = W-1001 "room":"601"
      新人: 13900001234
      上门: 注意安全
      = W-1001 +8613900001234
      = 1
    `);
  });

  it('takes the home of a resident and has it checked', async () => {
    await play(`
      住户: 家里有很浓的煤气味
      上门: W-1001|地点是3栋2单元502,对吗
      = W-1001 "room":"502"
      住户: 不对,是503
      上门: 注意安全
      = W-1001 "room":"503"
    `);
  });

  it('comes before the form that is under way, and the form goes on', async () => {
    await play(`
      住户: 客厅灯不亮了
      上门: 什么时候
      住户: 等等,家里有很浓的煤气味!
      上门: 别开关任何电器|W-1001|地点是3栋2单元502,对吗
      住户: 对
      上门: 注意安全|什么时候上门方便
    `);
  });

  it('takes over a report of the same matter, with its words', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: 3栋2单元601
      上门: 什么时候
      新人: 快点啊水管爆了水喷得到处都是
      上门: 总水阀|W-1001
      不说: 什么时候上门方便
      = W-1001 emergency 厨房水管漏水了;快点啊水管爆了 "room":"601"
      = 1
    `);
  });

  it('comes before a follow-up question', async () => {
    await play(`${COMPLETED}
      提问: 住户 follow-up W-1001
      住户: 地下室被水淹了
      上门: 远离积水|W-1002
    `);
  });

  it('makes one ticket of one danger told twice', async () => {
    await play(`
      新人: 家里有很浓的煤气味
      新人: 煤气味越来越大了
      上门: 具体位置
      新人: 3栋2单元601
      新人: 跳过
      新人: 煤气味好大怎么办
      上门: 别开关任何电器|W-1001已经在处理了
      = 1
    `);
  });

  it('does not take a false alarm for one', async () => {
    await play(`
      住户: 燃气灶打不着火
      不说: 紧急
      上门: 什么时候
    `);
  });

  it('moves the emergency to the project that the place shows', async () => {
    await play(`
      新人: 有很浓的煤气味
      = W-1001 garden
      新人: A座1203
      上门: W-1002
      = W-1001 cancelled
      = W-1002 tower emergency confirmed "room":"1203"
    `);
  });

  it('offers a person on the telephone and goes on', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 我被困在电梯里了
      上门: 不要扒门|请按0|具体位置
      陌生电话: [按 0]
      上门: 转接人工
      期待: human
      = W-1001 lift lift_entrapment
    `);
  });

  it('is not lost where the caller hangs up at once', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 家里有很浓的煤气味
      陌生电话: [挂断]
      = W-1001 emergency gas +8613800000077
    `);
  });

  it('answers a technician’s report of work as work', async () => {
    await play(`
      师傅: 这里有很浓的煤气味
      上门: 别开关任何电器
      = 1
    `);
  });

  it('is cancelled only by name', async () => {
    await play(`
      新人: 家里有很浓的煤气味
      新人: 取消
      上门: 已经在安排了|撤单
      = W-1001 confirmed
      新人: 撤单
      新人: 是
      = W-1001 cancelled
    `);
  });
});
