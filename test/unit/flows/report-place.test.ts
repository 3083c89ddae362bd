import { play } from './play.js';

describe('the place of a report (地点)', () => {
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

  it('knows the lift of a resident’s building', async () => {
    await play(`
      住户: 电梯坏了,现在就来
      上门: 地点:3栋2单元电梯
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
      住户: 中心花园
      上门: 什么时候
      不说: 3栋2单元502
      住户: 随时
      上门: 地点:中心花园
      不说: 3栋2单元502
      住户: 1
      = W-1001 "publicArea":"中心花园"
    `);
  });
});
