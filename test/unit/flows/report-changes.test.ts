import { play } from './play.js';

describe('a report that is changed (修改, 返回, 取消)', () => {
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
});
