import { play } from './play.js';
import { anUnclearReport } from './unclear.js';

describe('what a caller says is not asked (电话)', () => {
  it('everything in one breath, with spoken numbers and without punctuation', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 我家马桶堵了三栋二单元幺零二明天下午三点过来
      上门: 下水堵塞问题|地点三栋二单元幺零二|明天下午三点到四点|对吗
      不说: 在哪里
      不说: 什么时候
      不说: 联系电话
      陌生电话: 是的
      上门: 单号幺零零幺
      不说: 核对
      = W-1001 confirmed drainage "room":"102" +8613800000077
    `);
  });

  it('slot by slot, each question once', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 厕所下水道堵了
      上门: 请问在哪里
      不说: 什么时候
      陌生电话: 一栋一单元幺零一
      上门: 什么时候
      不说: 在哪里
      陌生电话: 后天上午九点
      上门: 地点一栋一单元幺零幺|后天上午九点到十点|对吗
      不说: 联系电话
      陌生电话: [按 1]
      = W-1001 confirmed drainage "room":"101"
    `);
  });

  it('homophones of the recogniser: 马捅, 水官', async () => {
    await play(`
      电话: [来电]
      电话: 厨房水官漏水明天上午来
      上门: 水管问题|地点三栋二单元五零二|明天上午八点到十二点
      不说: 哪方面
      电话: 对
      = W-1001 confirmed plumbing
      电话: 还有马捅堵了
      上门: 什么时候
      不说: 没听清
      电话: 尽快
      上门: 下水堵塞问题
      电话: 对
      = W-1002 confirmed drainage
    `);
  });

  it('the lift of the caller’s building, misheard as 电体', async () => {
    await play(`
      电话: [来电]
      电话: 电体坏了
      上门: 什么时候
      不说: 在哪里
      电话: 尽快
      上门: 电梯问题|地点三栋二单元电梯
      电话: 对
      = W-1001 confirmed lift 电梯
    `);
  });

  it('negation without punctuation', async () => {
    await play(`
      电话: [来电]
      电话: 不是电梯坏了是门禁刷不开
      上门: 什么时候
      电话: 今天下午
      上门: 门窗锁问题|今天下午两点到六点
      不说: 电梯问题
      电话: 是的
      = W-1001 confirmed door_lock
    `);
  });

  it('dialect: 屋头厕所堵起了', async () => {
    await play(`
      电话: [来电]
      电话: 屋头厕所堵起了
      上门: 什么时候
      不说: 哪方面
      电话: 明天
      上门: 下水堵塞问题
      电话: 对头
      = W-1001 confirmed drainage
    `);
  });

  it('a correction after the read-back, spoken', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: 厨房水龙头漏水三栋二单元六零一明天下午三点来
      上门: 地点三栋二单元六零幺
      陌生电话: 不对是六零二
      上门: 地点三栋二单元六零二|明天下午三点到四点
      不说: 要改哪一项
      陌生电话: 对
      = W-1001 confirmed plumbing "room":"602"
    `);
  });

  it('a false alarm: a detector whose battery is empty', async () => {
    await play(`
      电话: [来电]
      电话: 烟感报警器电池没电了一直滴滴响
      不说: 紧急
      不说: 119
      = 0
    `);
  });

  it('an unclear report: the kind is picked by key', async () => {
    const unclear = anUnclearReport(true);
    const world = await play(`
      电话: [来电]
      电话: ${unclear}
      上门: 您说的是哪方面的问题|请按1|其他请按
      不说: 什么时候
      电话: [按 1]
      上门: 什么时候上门方便
      不说: 哪方面
      电话: 明天上午
      上门: 明天上午八点到十二点
      电话: [按 1]
      = 1
    `);
    expect((await world.ticket('W-1001')).category).not.toBe('other');
  });

  it('an unclear report: silence goes on with the first guess', async () => {
    await play(`
      电话: [来电]
      电话: ${anUnclearReport(true)}
      上门: 哪方面
      电话: [沉默]
      不说: 哪方面
      电话: [挂断]
      = 1
    `);
  });

  it('what tells nothing gets a short choice, not the whole greeting again', async () => {
    await play(`
      陌生电话: [来电]
      上门: 通话可能会录音
      陌生电话: 哈哈哈
      上门: 没听清|报修请按1,查进度请按2,转人工请按3
      不说: 通话可能会录音
      期待: speech
    `);
  });
});
