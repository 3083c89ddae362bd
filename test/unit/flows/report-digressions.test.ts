import { play } from './play.js';
import { REPORTED } from './scenes.js';

describe('what comes between (插话)', () => {
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
    await play(`${REPORTED}
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
});
