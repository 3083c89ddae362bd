import { type TechnicianCommand, understandTechnician } from '../../../bots/understanding/index.js';
import { brief, NOW, ZONE } from './support.js';

const reply = (text: string, channel: 'chat' | 'speech' = 'chat') =>
  understandTechnician({ text, channel, now: NOW, timezone: ZONE });

const COMMANDS: Record<TechnicianCommand['command'], string> = {
  accept:
    '1|接单|接了|我接|收到|好的|行|没问题|可以|OK|我去|马上到|我来|接单 明天下午3点|好嘞|这就过去|能去|W-1024接单|抢|保证到|收到,两点到|on my way|接丹|在路上了|十分钟到|可以 三点',
  decline:
    "2|不接|接不了|去不了|没空|没时间|忙不过来|拒单|退单|请假了|今天休息|不会修这个|到不了|换别人吧|来不了|手上有活走不开|can't go|我下班了|不去|赶不过去,在东区",
  transfer: '转给老王|转单给李师傅|让小张去吧|转老李|派给王师傅|转单 小陈|给赵工去处理|transfer to Tom',
  arrive: '到了|我到了|已到达|到现场了|到楼下了|在门口|已上门|w1024到了|到业主家门口了|arrived|刚到|到达现场',
  start: '开始|开工|开始修了|开干|正在修|动手了|开始维修|started',
  pause:
    '缺件挂起|挂单 等配件|业主不在家|没人在家|暂停|没配件|等厂家|敲门没人|没料了,明天继续|业主电话打不通|到了没人开门|没修好 缺配件|先停一下|on hold',
  complete:
    '完成|修好了|搞定|弄好了|完工|处理完了|疏通了,通了|换好了|done|W-1024完成|已完成 换角阀1个15元|都修好了|解决了|收工|装好了',
  material: '领料|需要领料 水管3米|申请材料|用了生料带一卷|领角阀2个|换了水龙头1个35元|需要1个接头',
  reschedule: '改到明天上午|改期|业主要求改到周六|推迟到后天|改约周五下午|延期|约到明天下午|晚点到 堵车|业主说明天再来',
  status: '我的单|还有几单|查单|今天有什么单|待办|进度|任务列表|还有单吗|业主电话多少|status',
  help: '帮助|怎么用|指令|help|?|怎么接单',
  unknown: '今天天气不错|哈哈|还没到|没完成|……|吃饭了吗',
};

const FREE_WORDS: readonly (readonly [string, TechnicianCommand['command']])[] = [
  ['行 我半个小时到', 'accept'],
  ['这单我接了', 'accept'],
  ['嗯可以的，下午三点左右过去', 'accept'],
  ['没问题 明天一早去', 'accept'],
  ['现在手头有活 晚上七点能去', 'accept'],
  ['这个我弄不来 给别人吧', 'decline'],
  ['不好意思家里有事去不了', 'decline'],
  ['我今天轮休', 'decline'],
  ['这活不归我管', 'decline'],
  ['太晚了不想去', 'decline'],
  ['转派李强', 'transfer'],
  ['这个得找电工老周', 'transfer'],
  ['请老刘帮忙去一趟', 'transfer'],
  ['我在业主家了', 'arrive'],
  ['人到了，准备进门', 'arrive'],
  ['已经在502门口', 'arrive'],
  ['动工了', 'start'],
  ['现在开始换', 'start'],
  ['先放着，等业主回来', 'pause'],
  ['配件要订，三天后到货', 'pause'],
  ['厂家没货先挂着', 'pause'],
  ['敲了半天没人应', 'pause'],
  ['水管换好了 试过不漏', 'complete'],
  ['完事儿了', 'complete'],
  ['ok搞定了 业主签字了', 'complete'],
  ['通好了，收了一百五', 'complete'],
  ['已处理，业主满意', 'complete'],
  ['门锁换了新的 好了', 'complete'],
  ['拿三个灯泡', 'material'],
  ['还差两米管子', 'material'],
  ['要一个4分角阀', 'material'],
  ['业主让明天再来', 'reschedule'],
  ['能不能改成后天', 'reschedule'],
  ['帮我改下午四点', 'reschedule'],
  ['今天还剩几个活', 'status'],
  ['1024什么情况', 'status'],
  ['业主电话给我一下', 'status'],
  ['怎么完成工单', 'help'],
  ['有哪些命令', 'help'],
  ['你好', 'unknown'],
  ['我先吃个饭', 'unknown'],
  ['换个角阀 15块 完成', 'complete'],
  ['没带工具，回去拿一下', 'pause'],
  ['楼下等着呢', 'arrive'],
  ['到了 开始干了', 'start'],
  ['弄好了 明天再来看看漏不漏', 'complete'],
  ['接不到，信号不好', 'unknown'],
  ['完不成', 'unknown'],
];

describe('technician reply', () => {
  const rows = Object.entries(COMMANDS).flatMap(([command, texts]) =>
    texts.split('|').map((text) => [text, command] as const),
  );
  it.each([...rows, ...FREE_WORDS])('"%s" → %s', (text, command) => expect(reply(text).command).toBe(command));

  it.each([
    ['W-1024 完成', ['W-1024']],
    ['w1024到了', ['W-1024']],
    ['1024号接单', ['W-1024']],
    ['接单1024', ['W-1024']],
    ['1024和1025都完成了', ['W-1024', 'W-1025']],
    ['单号1024 改到明天', ['W-1024']],
    ['接单 15点到', []],
    ['完成 收费1200元', []],
    ['3栋2单元502到了', []],
    ['打13800138000没人接', []],
  ])('finds the tickets of "%s"', (text, tickets) => {
    const understood = reply(text);
    expect(understood.ticket).toBe(tickets[0]);
    expect(understood.tickets ?? (understood.ticket ? [understood.ticket] : [])).toEqual(tickets);
  });

  it.each([
    ['两点', '25 14:00-15:00'],
    ['接单 明天下午3点', '26 15:00-16:00'],
    ['1024号接单 下午两点到', '25 14:00-15:00'],
    ['改到周六上午', '28 08:00-12:00'],
    ['半小时后到', '25 10:50-11:50'],
    ['接单', '-'],
    ['1024 接单', '-'],
  ])('reads the time of "%s"', (text, expected) => expect(brief(reply(text).time)).toBe(expected));

  it.each([
    ['完成 换角阀1个15元', [{ name: '角阀', qty: 1, unit: '个', price: 15 }]],
    [
      '完成 换了水龙头一个35元,生料带一卷3块',
      [
        { name: '水龙头', qty: 1, unit: '个', price: 35 },
        { name: '生料带', qty: 1, unit: '卷', price: 3 },
      ],
    ],
    [
      '需要领料 水管3米 接头2个',
      [
        { name: '水管', qty: 3, unit: '米' },
        { name: '接头', qty: 2, unit: '个' },
      ],
    ],
    ['用了两个灯泡', [{ name: '灯泡', qty: 2, unit: '个' }]],
    ['修好了,换软管*2', [{ name: '软管', qty: 2 }]],
    ['完成', undefined],
    ['完成 收费50元', undefined],
  ])('lists the materials of "%s"', (text, items) => expect(reply(text).items).toEqual(items));

  it.each([
    ['完成 收费120元', 120],
    ['修好了 换了水龙头一个35元 共收50元', 50],
    ['弄好了 收费八十块', 80],
    ['完成了,没收费', 0],
    ['完成 合计三十五块五', 35.5],
    ['完成', undefined],
  ])('reads the cost of "%s"', (text, cost) => expect(reply(text).cost).toBe(cost));

  it.each([
    ['转给老王', '老王'],
    ['转单给李师傅 我在忙', '李师傅'],
    ['让小张去吧', '小张'],
    ['转王建国', '王建国'],
    ['transfer to Tom', 'Tom'],
  ])('knows whom "%s" means', (text, to) => expect(reply(text).to).toBe(to));

  it.each([
    ['挂起 等厂家发货', '等厂家发货'],
    ['退单 太远了', '太远了'],
    ['去不了,因为车坏了', '车坏了'],
    ['业主不在家', '业主不在家'],
    ['挂起', undefined],
  ])('keeps the reason of "%s"', (text, reason) => expect(reply(text).reason).toBe(reason));

  it('is unsure of a time without a command, and of what it does not know', () => {
    expect(reply('两点').confidence).toBeLessThan(0.7);
    expect(reply('哈哈').confidence).toBeLessThan(0.5);
    expect(reply('1').confidence).toBeGreaterThan(0.9);
  });

  it('hears homophones', () => {
    expect(reply('完城了', 'speech').command).toBe('complete');
    expect(reply('借丹', 'speech').command).not.toBe('decline');
  });
});
