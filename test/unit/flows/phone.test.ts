import { play } from './play.js';
import { REPORTED } from './scenes.js';

describe('a call to the hotline', () => {
  it('greets a known caller by name and reads back aloud', async () => {
    await play(`
      电话: [来电]
      上门: 您好,陈女士|通话可能会录音|转人工请按0
      期待: speech
      电话: 马桶堵了明天下午三点来
      上门: 下水堵塞问题|地点三栋二单元五零二|明天下午三点到四点|幺三八,零零零零,零零零幺|确认请按1,修改请按2
      电话: 对的
      上门: 单号幺零零幺|还有什么可以帮您
      电话: 没有了
      上门: 再见
      期待: end
      = W-1001 confirmed drainage phone
    `);
  });

  it('takes the project from the number that was dialled', async () => {
    await play(`
      陌生电话: [来电云和]
      陌生电话: 大堂的灯不亮了
      不说: 哪个小区
      陌生电话: 随时
      陌生电话: [按 1]
      = W-1001 tower
    `);
  });

  it('understands spoken numbers', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 厨房水管漏水了
      上门: 请问在哪里
      陌生电话: 三栋二单元五零二
      上门: 什么时候
      陌生电话: 明天上午
      上门: 地点三栋二单元五零二|明天上午八点到十二点
      陌生电话: 是的
      = W-1001 "room":"502" +8613800000077
    `);
  });

  it('offers the keys from the first misunderstanding on, then a recording that becomes a ticket', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 咕噜咕噜
      上门: 没听清
      陌生电话: 哇啦哇啦
      上门: 报修请按1|查进度请按2|转人工请按3
      期待: digits
      陌生电话: 叽里呱啦
      上门: 提示音后留言
      期待: voicemail
      陌生电话: [留言]
      上门: 留言收到了
      期待: end
      陌生电话: [挂断]
      = W-1001 submitted other RE1 电话留言 +8613800000077
      = 1
    `);
  });

  it('names the kinds of problems by keys where speech fails', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 报修
      上门: 哪里出了什么问题
      陌生电话: 咕噜咕噜
      陌生电话: 哇啦哇啦
      上门: 水管请按1,下水堵塞请按2
      陌生电话: [按 3]
      上门: 请问在哪里
    `);
  });

  it('keeps the recording’s ticket findable by its turn', async () => {
    const world = await play(`
      陌生电话: [来电]
      陌生电话: [沉默]
      陌生电话: [沉默]
      陌生电话: [沉默]
      期待: voicemail
      陌生电话: [留言]
    `);
    expect((await world.stores.tickets.findByOrigin('play-5'))?.id).toBe('W-1001');
  });

  it('dials the desk where a ticket cannot be found out, and makes none of the words', async () => {
    await play(`${REPORTED}
      电话: [来电]
      电话: 我想改时间
      上门: 改到什么时候
      电话: 咕噜咕噜
      电话: 哇啦哇啦
      电话: 叽里呱啦
      上门: 转接人工
      期待: human
      电话: [挂断]
      = 1
    `);
  });

  it('dials the desk in an emergency that cannot be asked about, and makes no second ticket', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 家里有很浓的煤气味
      上门: 具体位置
      陌生电话: 咕噜咕噜
      陌生电话: 哇啦哇啦
      陌生电话: [沉默]
      上门: 转接人工
      期待: human
      陌生电话: [挂断]
      = 1
    `);
  });

  it('books a callback where nothing was recorded', async () => {
    const world = await play(`
      陌生电话: [来电]
      陌生电话: [沉默]
      上门: 没有听到您说话
      陌生电话: [沉默]
      陌生电话: [沉默]
      期待: voicemail
      陌生电话: [沉默]
      上门: 尽快给您回电
      期待: end
    `);
    expect(await world.deskNotices('陌生电话')).toEqual(['desk.human_wanted']);
  });

  it('makes a ticket of what was said before the caller hung up', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 3栋2单元601水管漏水
      上门: 什么时候
      陌生电话: [挂断]
      = W-1001 submitted plumbing "room":"601"
      重发
      = 1
    `);
  });

  it('makes no ticket where nothing was said', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: [挂断]
      = 0
    `);
  });

  it('reaches a person by zero from anywhere, and books a callback where nobody answers', async () => {
    const world = await play(`
      陌生电话: [来电]
      陌生电话: 3栋2单元601水管漏水
      陌生电话: [按 0]
      上门: 转接人工
      期待: human
      陌生电话: [无人接听]
      上门: 尽快给您回电|什么时候上门方便
      陌生电话: 明天上午
      陌生电话: [按 1]
      = W-1001 confirmed
    `);
    expect(await world.deskNotices('陌生电话')).toEqual(['desk.human_wanted']);
  });

  it('tells the status and asks what else', async () => {
    await play(`${REPORTED}
      电话: [来电]
      电话: 查一下进度
      上门: 幺零零幺(下水堵塞):正在安排师傅|还有什么可以帮您
      电话: 不用了谢谢
      期待: end
    `);
  });

  it('is over ten minutes after the last word, should the end never be reported', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 3栋2单元601水管漏水
      等: 陌生电话 11
      = W-1001 submitted
    `);
  });

  it('goes back with the star key', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 水管漏水
      陌生电话: 三栋二单元五零二
      上门: 什么时候
      陌生电话: [按 *]
      上门: 请问在哪里
    `);
  });
});
