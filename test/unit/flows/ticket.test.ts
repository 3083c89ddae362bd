import { play } from './play.js';
import { COMPLETED, REPORTED } from './scenes.js';

const TWO = `${REPORTED}
  住户: 客厅灯不亮了,明天上午来
  住户: 1
`;

describe('status (查进度)', () => {
  it('tells each open ticket, with technician and time once accepted', async () => {
    await play(`${TWO}
      派单: W-1001
      师傅: 1
      住户: 查进度
      上门: W-1001(下水堵塞):王师傅已接单,预计明天(周三)15:00–16:00上门|W-1002(电路):正在安排师傅
    `);
  });

  it('tells only the ticket that is named', async () => {
    await play(`${TWO}
      住户: W-1002到哪一步了?
      上门: W-1002
      不说: W-1001
    `);
  });

  it('says nothing of a stranger’s ticket', async () => {
    await play(`${REPORTED}
      新人: W-1001到哪一步了?
      上门: 您目前没有服务单
    `);
  });
});

describe('urge (催单)', () => {
  it('urges the only ticket at once', async () => {
    await play(`${REPORTED}
      住户: 怎么还没人来啊
      上门: W-1001已经帮您催了
      = W-1001 "priority":1
    `);
  });

  it('asks which of several tickets', async () => {
    await play(`${TWO}
      住户: 催一下
      上门: 哪一单|1. W-1002 电路|2. W-1001 下水堵塞
      住户: 下水堵塞那个
      上门: W-1001已经帮您催了
      住户: 催一下
      上门: 哪一单
      住户: 1001
      上门: W-1001已经帮您催了
    `);
  });

  it('urges once, however often the message is delivered', async () => {
    await play(`${REPORTED}
      住户: 催一下
      重发
      重发
      = W-1001 "priority":1
    `);
  });

  it('has nothing to urge for a stranger', async () => {
    await play(`
      新人: 催一下
      上门: 没有找到您可以办理的服务单
    `);
  });
});

describe('cancel (撤单)', () => {
  it('asks once before it cancels', async () => {
    await play(`${REPORTED}
      住户: 撤单
      上门: 确定要撤销W-1001吗
      住户: 是的
      上门: W-1001已撤销
      = W-1001 cancelled
    `);
  });

  it('does not greet again afterwards', async () => {
    await play(`${REPORTED}
      住户: 你好
      上门: 我是物业报修助手
      住户: 撤单
      住户: 是
      上门: W-1001已撤销
      不说: 我是物业报修助手
    `);
  });

  it('keeps the ticket on a no', async () => {
    await play(`${REPORTED}
      住户: 取消报修
      上门: 确定
      住户: 不用了
      上门: 单子保留着
      = W-1001 confirmed
    `);
  });
});

describe('reschedule (改期)', () => {
  it('takes the time from the request', async () => {
    await play(`${REPORTED}
      住户: 改到后天上午
      上门: W-1001已改到后天(周四)08:00–12:00
    `);
  });

  it('asks for the time where none was said', async () => {
    await play(`${REPORTED}
      住户: 我想改时间
      上门: W-1001想改到什么时候|1. 尽快
      住户: 周六下午
      上门: 3月14日(周六)14:00–18:00
    `);
  });
});

describe('reopen (重办)', () => {
  const CLOSED = `${COMPLETED}
    提问: 住户 follow-up W-1001
    住户: 1
    住户: 5 5 5
    住户: 没有
    = W-1001 closed
  `;

  it('takes "it is not fixed" for the ticket just finished', async () => {
    await play(`${CLOSED}
      住户: 没修好,马桶又堵了
      上门: 是W-1001(下水堵塞)没修好吗|1. 是|2. 是新的问题
      住户: 1
      上门: W-1001已重新安排,优先处理
      = W-1001 confirmed "reopenCount":1 马桶又堵了
      = 1
    `);
  });

  it('reports a new problem where the resident says so', async () => {
    await play(`${CLOSED}
      住户: 上次修的马桶又堵了,明天上午来
      住户: 2
      上门: 核对|下水堵塞
      住户: 1
      = W-1001 closed
      = W-1002 confirmed "isRepeat":true
    `);
  });

  it('urges the open ticket where nothing was finished yet', async () => {
    await play(`${REPORTED}
      住户: 还没修好
      上门: W-1001已经帮您催了
    `);
  });

  it('reports what is broken again where no ticket is known', async () => {
    await play(`
      新人: 上次修的马桶又堵了
      上门: 请问在哪里
    `);
  });
});

describe('talk', () => {
  it('answers thanks without a form', async () => {
    await play(`
      住户: 谢谢
      上门: 不客气
    `);
  });

  it('passes a complaint on to a person', async () => {
    const world = await play(`
      住户: 我要投诉
      上门: 已经转给客服
    `);
    expect(await world.deskNotices('住户')).toEqual(['desk.human_wanted']);
  });

  it('binds a technician’s account by the invitation code', async () => {
    await play(`
      新人: SM-AB12CE
      上门: 这个邀请码无效
      新人: sm-ab12cd
      上门: 赵勇,您好!账号已绑定|回复1接单
      新人: 我的单
      上门: 没有找到您能这样处理的单子
    `);
  });
});
