import { parseVisitTime } from '../../../bots/understanding/index.js';
import { brief, NOW, ZONE } from './support.js';

const at = (text: string) => brief(parseVisitTime(text, NOW, ZONE));

/** One to a line, as residents write them; the window after the arrow. */
const WISHES = `
  师傅明天下午四点左右方便过来吗 → 26 16:00-17:00
  厨房漏水,后天早上八点半之前来,不然我要上班 → 27 08:00-08:30
  下周三上午九点到十一点之间都可以 → 12/02 09:00-11:00
  礼拜天来吧别的时间不行 → 29 08:00-18:00
  周日下午三四点都行 → 29 15:00-16:00
  下午五点半我下班到家,那时候来 → 25 17:30-18:30
  本周五中午有人 → 27 12:00-14:00
  12月3号下午两点半 → 12/03 14:30-15:30
  三天后我回来,到时候再修 → 28 08:00-18:00
  等四十分钟以后再上来 → 25 11:00-12:00
  家里全天有人,什么时候来都行 → 25 10:20-
  今天能派人来吗水管漏了 → 25 08:00-18:00
  能不能约在明天上午 → 26 08:00-12:00
  我希望后天上午来,谢谢 → 27 08:00-12:00
  中午十二点到两点之间来 → 25 12:00-14:00
  师傅今晚能来一趟吗 → 25 18:00-21:00
  27号下午来 → 27 14:00-18:00
  改到周五上午十点 → 27 10:00-11:00
  原来约的明天上午,改成后天下午 → 27 14:00-18:00
  明天有事,后天可以 → 27 08:00-18:00
  把预约从周四推迟到下周一 → 30 08:00-18:00
  提前到今天下午行吗 → 25 14:00-18:00
  今天来不及就明天上午吧 → 26 08:00-12:00
  听日下昼三点得唔得 → 26 15:00-16:00
  今晚收工后得闲嚟睇下 → 25 18:00-21:00
  明朝下半天来修伐 → 26 14:00-18:00
  俺后晌在家 → 25 14:00-18:00
  赶明儿上午来瞅瞅 → 26 08:00-12:00
  can someone come tomorrow at 10? → 26 10:00-11:00
  tomorrow between 2 and 4 please → 26 14:00-16:00
  I'm free after 6pm → 25 18:00-21:00
  Wednesday afternoon works → 25 14:00-18:00
  could you come next friday morning → 12/04 08:00-12:00
  this weekend is fine → 28 08:00-29 18:00
  any time after lunch tomorrow → 26 14:00-18:00
  Sat morning pls → 28 08:00-12:00
  tmr 9am ok? → 26 09:00-10:00
  be there in an hour → 25 11:20-12:20
  Friday 9-11am would be great → 27 09:00-11:00
  please send someone this afternoon → 25 14:00-18:00
  tonight after 7 if possible → 25 19:00-21:00
  can you do Thursday before noon? → 26 08:00-12:00
  move it to Monday 3pm → 30 15:00-16:00
  reschedule to tomorrow evening → 26 18:00-21:00
  not today, tomorrow morning instead → 26 08:00-12:00
  I am home all day saturday → 28 08:00-18:00
  half past? come at 14:30 → 25 14:30-15:30
  in 30 minutes is ok → 25 10:50-11:50
  the leak started last night, please come tomorrow → 26 08:00-18:00
  no hot water since monday, can you come on friday? → 27 08:00-18:00
  昨晚开始没电,今天上午能来吗 → 25 08:00-12:00
  上周约好没来,这周五再来一次 → 27 08:00-18:00
  从早上等到现在,明天早上八点必须来人 → 26 08:00-09:00
  2单元502,周五下午,空调不制冷 → 27 14:00-18:00
  十点半到十一点半我在 → 25 10:30-11:30
  九十点钟来都行 → 26 09:00-10:00
  晚饭后来 → 25 18:00-21:00
  下礼拜二下午四点 → 12/01 16:00-17:00
  周五六点来 → 27 18:00-19:00
  周六九点来 → 28 09:00-10:00
  周二下午可以吗 → 12/01 14:00-18:00
  马桶堵了,今天之内来通一下 → 25 08:00-18:00
  大后天上午有没有师傅 → 28 08:00-12:00
  门铃没声音,这周四五有空 → 26 08:00-27 18:00
  师傅你下午两点来,别太早 → 25 14:00-15:00
  我下午三点有个会,四点以后可以 → 25 16:00-18:00
  今天算了,明天再说吧,上午来 → 26 08:00-12:00
  中午一点左右来 → 25 13:00-14:00
  孩子两点睡醒,两点半来正好 → 25 14:30-15:30
  下下周一上午 → 12/07 08:00-12:00
  12/3上午 → 12/03 08:00-12:00
  五点钟下班,五点半之后行 → 25 17:30-18:00
  爸妈在家,随时上门 → 25 10:20-
  哪天都可以 → 25 10:20-
  争取今天下午修好 → 25 14:00-18:00
  今天能来人吗 → 25 08:00-18:00
  上次修了又漏,这次周五下午来彻底弄好 → 27 14:00-18:00
  约个时间修空调,周四 → 26 08:00-18:00
  麻烦给我登记一下周五下午 → 27 14:00-18:00
  能换个时间吗,改后天晚上 → 27 18:00-21:00
  周四改周五 → 27 08:00-18:00
  时间改一下,周四下午两点 → 26 14:00-15:00
  往后延到下周二 → 12/01 08:00-18:00
  后天不来了,改大后天上午 → 28 08:00-12:00
  不是上午是下午 → 25 14:00-18:00
  两个半小时后 → 25 12:50-13:50
  半个钟后嚟 → 25 10:50-11:50
  过半小时来 → 25 10:50-11:50
  Can you come at 3? → 25 15:00-16:00
  Thursday or Friday works → 26 08:00-27 18:00
  next week tuesday afternoon → 12/01 14:00-18:00
  after 5pm on friday → 27 17:00-18:00
  before 10am tomorrow → 26 08:00-10:00
  from 2 to 5 pm tomorrow → 26 14:00-17:00
  tomorrow 10am-12pm → 26 10:00-12:00
  anytime tomorrow → 26 08:00-18:00
  around 4pm today → 25 16:00-17:00
  mon or tue morning → 30 08:00-01 12:00
  明天 morning 可以吗 → 26 08:00-12:00
  Friday下午三点 ok → 27 15:00-16:00
`;

/** Times of troubles, habits, questions, broken promises and refusals; lengths of time; events. */
const NO_WISHES = `
  昨天晚上八点停电到现在
  今天早上起来发现没水
  半夜两点楼上还在跳
  楼上天天晚上十一点蹦迪
  明天没空
  除了周三都可以
  明天别来
  说好今天上午来的,人呢
  约的两点,现在四点了还没来
  师傅几点到
  师傅明天几点来
  你们周末上班吗
  明天停水吗
  明天几点停电
  通知说周五消防演习
  用了三年就坏
  漏了一晚上
  楼上周末装修,吵得要死
  今天的师傅态度很好,表扬
  今天又停电了
  晚上好,请问物业费怎么交
  赶紧来
  电梯早上坏了
  3号楼2单元电梯坏了
  1号充电桩坏了
  12号楼楼下有人打架
  我家一晚上没暖气
  游泳池几点开门
  建议晚上十点以后关音乐
  冰箱用了5年
  慢一点没关系
  声音小一点
  关了十分钟后又响了
  快递说下午到,门禁坏了进不来
  今晚有暴雨,地下室怕淹
  it has been leaking since 8am
  the lift stopped this morning
  the neighbours are loud every night
  what time do you open on saturday
  when will the plumber come
  he came yesterday at 3pm
  good morning, the light is broken
  no one came on monday
  no power since last night
  thanks for coming today
  the party next door goes on until 2am
  取消明天的预约
  明天的师傅不用来了
  明天下午那个单子取消
  元旦以后再说
  尽快安排
  今天能修好吗
  什么时候来水
  明天要请客,家里没水怎么办
  小孩明天考试,楼上吵
  楼上每周六下午练琴
  我早上出门还好好的,中午回来就没电了
  刚才两点钟又跳闸了
  今早七点开始没水
  打了一上午电话没人接
  上周三报修,这周三还没来
  师傅约了三次都没来
  昨天约好今天上午来,现在都中午了
  师傅说下午来,到现在没来
  你们不是说周五来吗
  你们答应周二修好的
  通知写的是周六停电
  明天是不是停水
  25号的物业费交了
  2026年交的费
  车位5号被占了
  我住8号
  地库3号口
  一号楼大门晚上不关
  保安半夜睡觉
  广场舞跳到晚上九点半
  建议周末也收垃圾
  师傅下午来得很及时
  明天下午三点前不在家
  please don't come on friday
  I'm not home tomorrow
  the water was off on tuesday
  Tuesday's plumber never showed up
  the bin smells every morning
  noise until 3am
  since 9 this morning no power
  the repair on friday was great
  is the gym open on sunday
`;

const lines = (table: string) => table.trim().split(/\n\s*/);

// Spoken on Wednesday, 25 November 2026, at 10:20.
describe('visit time in whole messages', () => {
  it.each(lines(WISHES).map((line) => line.split(' → ')))('%s → %s', (text = '', expected) =>
    expect(at(text)).toBe(expected),
  );

  it.each(lines(NO_WISHES))('finds no wish for a visit in "%s"', (text) => expect(at(text)).toBe('-'));
});
