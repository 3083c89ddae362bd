import { groupsOf, hasHours, isAhead, isPast, type TimeGroup } from './time-groups.js';
import type { TimeToken } from './time-tokens.js';

// What follows a time tells what it was the time of.
const EVENT =
  /^[^,来修看换派]{0,4}?(?:开始(?!修|上门|施工|我|都|在家|有|可以)|突然|(?<!有)就?(?:没|停|断)(?!空|时间|问题|人|得)|就(?:坏|漏|堵|这样|发现|报|打电话|约)|起(?:来)?(?:就|发现|到)|到现在|至今|以来(?<!可以来)|发现|坏(?:了|的)|漏(?:水|了|的)|跳闸|爆|堵(?:了|的)|响|不亮|吵|报修|报的|打过|打的电话|说好|约好|停电|停水|停气|来过|修过|修好了|修的|来修的|刚|施工|扰民|噪音|唱|放音乐|跳广场舞|遛狗|演[习练]|搬|到期|有?(?:客人?|亲戚|朋友|同学)来|请客|聚会|过生日|下雨|大?暴雨|下雪|考试|入住|放《|黑屏|死机|不[动转热通]|卡[住死顿得了]|才?到货)/;
const WAITED = /^(?:了|都|过去)(?:还|没|都|怎么)/;
const REFUSED =
  /^[^,]{0,7}?(?:没有?空|(?<!得)[冇没唔不]得[闲閒空]|(?<!在)不在|(?<!行)不行(?!的话|就)|(?<!可)不可以|(?<!方)不方便|没有?时间|没人(?!管)|有事|要?上班(?!后|前|之前|以前)|加班|值[夜]?班|出差|开会|出门|[别甭莫](?:再)?(?:让|叫|派|安排)?[^,]{0,2}来|(?<!用)不(?:要|用|必|需要)[^,]{0,3}(?:来|派|安排|跑|上门)|来不了|(?<!来)不来(?!嘛|吗)|赶不|太[晚早]|来不及|要走|不合适|休息(?!.{0,4}[来修])|睡觉|取消|撤|(?:要|得|还得|必须|临时)(?:去|带|接|送|陪|出|回老家|开|考|赶|上班|值))/;
const OPENING = /^[^,]{0,4}?(?:上班(?!后|前)|下班|开.{0,2}门|关门|营业|停电|停水|检修|锁门|熄灯|打烊)/;
const DONE =
  /^[^,?]{0,10}?(?:来|到|好|完)(?:了|过)(?!吧|再|就行|之后|以后|后)|^[^,?]{0,4}?(?:修|弄|通|换|装|走|亮|去|清|洗|做|搞定|处理)(?:了|过)(?!吧|再|就行|之后|以后|后)|^[^,?]{0,2}(?:来|修|换|装|通|干活|值班|过来|割草)(?:[^,]{0,6})的[^,]{0,3}(?:师[傅父]|工|小哥|小伙|人|姑娘|大哥|阿姨|保洁|[姐哥])|^来的(?!话|时候|吧)|^[^,?]{0,3}(?:才(?!有|在|能|到|回|下班|方便)|终于|居然|竟然|又(?!来)|还(?!能|来|有))/;
const ASKED =
  /^[^,]{0,10}?(?:(?<!随便)几点(?!都|来都)|(?:什么|啥|几)时[候间]?(?!都|来都)|多久|几[号单家]|谁家|轮(?:得|不)?到|能(?:修好|弄完|弄好|修完|好|来[水电气]|恢复)|还(?:有|能)[^,]{0,4}[吗不]|有[^,]{0,5}值班)/;
const TO_CALL = /^[^,]{0,5}?(?:给我(?:回|个)|回[个]?(?:电话|话|复)|答复|说法|解释|交代|能接|打(?!药|扫|孔|胶|压)|联系)/;
const AFTER_EN =
  /^'s\b|^[^?]{0,40}\b(?:was|were|came|been|showed|stopped|started|has|nobody|no one|no show|not (?:available|home|free|possible)|(?:doesn't|does not|don't|won't) work|can't|busy)\b/;

const NOT_THEN =
  /(?:除了?|不是|[不别]要?|不[用必]|不需要|无需|甭|取消了?|撤销?|退掉|避开|躲开|每[天日晚周个]?|天天|日日|总是|经常|老是|常常|一到|1到|平时|平日|[快才都刚]|现在|已经|不到|过了|超过|几点|原来(?:是|约的?)?|本来(?:是|约(?:的|在)?)?|之前约?的?|原定(?:的|是|在)?|预定的?|(?:从|自从|打从|自))[在是到 ]?$/;
const UNTIL = /(?:等|拖|闹|吵|吹|叫|响|弹|敲|砸|唱|忙|睡|玩|跳|充|亮|晒|营业|开|^|天天|每天)到了?$/;
const REPORTED =
  /(?:(?:师傅|你们|客服|物业|前台|管家|经理|电话里|短信|他们|通知|公告|群里|老板|主任|快递|外卖|商家|卖家|之前|上次|当时|先前|口口声声)[^,]{0,4}|^|,)(?:说|讲|答应|承诺|保证|通知|许诺)[^,]{0,4}(?:好|了|过|的|回)?(?:是|要|会)?$|(?:说|讲|谈|定)好了?的?[^,]{0,3}$|通知(?:上)?(?:说|写)?$|公告(?:上)?说?$|预报/;
const AGREED = /(?:约|定|说|讲)(?:(?:好|了)的?|的)(?:是|在|时间|时间是)?$/;
const WITH_CUSTOMER = /(?:业主|客户|住户|人家|[他她])[^,]{0,2}(?:约|定|说|讲)/;
/** "我六点下班": from then on somebody is at home. */
const OFF_WORK = /\d[^,]{0,4}下班/;
const PROPOSED = /建议|倡议|希望能?改到|呼吁/;
const BEFORE_EN =
  /\b(?:since|every|each|until|not|except|last|from|until|reported|a|it's|its|what time|when|instead of|don't come|do not come|was|were|came|been|on a|going)\s(?:the |on |early |on the )?$|\b(?:reported|showed|came|broke|stopped|started|since|what time|happened|fixed|been|noticed)\b/;

const MOVED =
  /(?:改(?:到|成|在|为|约|期到|期)?|换(?:到|成|在)?|推迟?(?:到|至)|延(?:后|期|迟)?到|[挪移顺]延?到|往后[挪推延](?:到)?|推后?到|提前(?:到|至)?|调(?:整)?(?:到|成)|重新约(?:到|在)?|约到|另约)(?:在)?(?:本|这个月)?\s*$|\b(?:move|push|reschedule|change|postpone|switch|shift)\b[^?]{0,60}\bto\s(?:the |on )?$/;
const ASKED_FOR =
  /(?:约|预约|定在|安排在?|最好|尽量|请|请于|于|麻烦|希望|想要?|等|争取|还是|要么?|可以|能不能|能否|方便|趁|选|那就|只有)[ 在是]?$/;
const WISH_EN =
  /\b(?:can|could|would|will be (?:home|in)|please|pls|plz|come|send|book|schedule|works?|fine|ok(?:ay)?|free|home|available|prefer|perfect|great|good|best|convenient|possible|reschedule|anyone|someone|somebody|i'm in|visit|be there|need|want)\b/;

const FILL =
  '(?:你们|您|侬|你|我们|我|俺|咱|她|他|业主|客户|家里?|屋里?头?|屋企|老婆|老公|老人|老妈|我妈|爸|妈|孩子|阿姨|师傅|师父|电工|维修工?|工人|物业|工程部?|再|就|可不可以|能不能|可以|可否|是否|能|得唔得|会|要|有没有|有|个|人|给|请|麻[烦煩]|劳驾|帮忙|帮|让|都|也|快|必须|一定|赶紧|务必|应该|才|先|正好|刚好|一直|一般|肯定|全天|一天|时间|那时候?|那会儿?|的时候|之间|期间|这段时间|之?内|以内|顺路|吃了饭|接着|带配件|[ 的点,])';
const COME =
  '(?:(?<![起出回])来(?!了|的(?!话)|过|得(?!及)|[住玩吃]|[做作]客|电|水(?!工)|不及|不了|回|着|自|往|信)|上门|过来(?!了)|过去|[上下][来去]|嚟|派|[叫找揾搵](?!不)|安排|约|去(?!医院|上班|接|买|世|年)|到(?!家$|期|货|底|现在|处|了|齐|时候))';
const HOME =
  '(?:在(?:家|屋|呢|的|$|[,□☎ \\d])|[都再]在(?!响|吵|滴|漏)|在(?=嘛|啊|哈|哦|吧|呀|你|来)|有人(?=$|[,□☎ \\d在的吗啊哈来我你他修]|厨|卫|暖|空|家|电)|有空|有(?:没有?)?.{0,2}师[傅父]|得[闲閒空]|方便|合适|可以|可不可以|行(?=$|[,吗吧不□☎ ]|的|啊)|得(?=$|[,唔])|中(?=$|[,不啊])|成(?=$|[,不吗])|ok|吧|好(?=吗|吧|不好|伐|嘛)|到家|回家|不变|都?没问题|也行|再说|(?<!起)回来(?!就|一看|发现|[晚看])|不行的话|不行就|家里不离人|休息)';
const WORK =
  '(?:看看|看一?下|[修换装弄通清测查搞洗量调补贴打粘擦除消剪拖搬抬拆接加](?!好了|过|的)|处理|检[查测修]|开[锁一]|疏通|整|瞅|瞧|睇|施工|开工|保洁|打扫)';
const WISHED = new RegExp(
  `^${FILL}{0,8}?(?:${COME}|${HOME})|^[^,?]{0,3}?(?:吧|行不行|行吗|可以吗|好吗|好不好|成不成|中不中)`,
);
const LOOSELY_WISHED = new RegExp(`^[^,?]{0,12}?(?:${COME}|${HOME})|^${FILL}{0,8}?${WORK}`);
const ENABLED = /^(?:你们|师傅|我)?(?:能|可以|帮|给|麻[烦煩]|请)/;
const NEXT_CLAUSE = new RegExp(`^[,? ]+${FILL}{0,5}?${COME}`);
const ANY_QUESTION = /^[^,]*(?:[吗么不没]|好伐)?\?|^[^,?]*(?:吗|不|没|啊|咋样)$/;

const NOT_EVEN_THEN = /^[也都我]?(?:不行(?!的话|就)|没空|不在|没时间)/;
/** Nobody is visited at half past nine in the evening or later, unless a day ahead is named with it. */
const LATE = 21.5 * 60;

/** How much a group is a wish for a visit: 3 the new time of a move, 2 a wish, 1.5 the hour somebody comes home, 1 by default, 0.5 agreed before, 0 something else. */
function weigh(text: string, group: TimeGroup): number {
  const { before, after, tokens } = group;
  const isSure = isAhead(group) || tokens.some(({ kind }) => kind === 'delay');
  if (isPast(group)) return 0;
  if (tokens.some((token) => token.kind === 'hours' && token.span.from >= LATE) && !(isSure && /来|上门/.test(after)))
    return 0;
  if (MOVED.test(before) && !NOT_EVEN_THEN.test(after)) return PROPOSED.test(before) && !isSure ? 0 : 3;
  if (isOfSomethingElse(before, after)) return 0;
  if (!isSure && DONE.test(after)) return 0;
  if (AGREED.test(before)) return WITH_CUSTOMER.test(before) ? 2 : isSure ? 0.5 : 0;
  if (OFF_WORK.test(text.slice(group.at, group.end)))
    return WISHED.test(after) ? 2 : /你们|师傅|物业|保安|他/.test(before) || /^了/.test(after) ? 0 : 1.5;
  if (isWished(text, group, isSure)) return 2;
  return isSure && (hasHours(group) || tokens[0]?.kind === 'delay') && !ANY_QUESTION.test(after) ? 1 : 0;
}

function isOfSomethingElse(before: string, after: string): boolean {
  const said = after.replace(/^□+/, '');
  if (EVENT.test(said) || WAITED.test(said) || REFUSED.test(said) || OPENING.test(said)) return true;
  if (NOT_THEN.test(before) || UNTIL.test(before) || REPORTED.test(before) || PROPOSED.test(before)) return true;
  return AFTER_EN.test(after) || BEFORE_EN.test(before) || ASKED.test(after) || TO_CALL.test(after);
}

function isWished(text: string, group: TimeGroup, isSure: boolean): boolean {
  const { before, after, tokens } = group;
  if (group.isAlone || WISHED.test(after)) return true;
  if (ASKED_FOR.test(before) && !/^[那这的在不]/.test(after)) return true;
  if (tokens.some(({ kind }) => kind === 'anytime') && tokens.length > 1) return true;
  if (/^是$/.test(before) && (isSure || text.includes('不是'))) return true;
  if (/[a-z] $|^ [a-z]/.test(before + after) && (WISH_EN.test(before) || WISH_EN.test(after))) return true;
  if (isSure && (LOOSELY_WISHED.test(after) || (hasHours(group) && ENABLED.test(after)))) return true;
  return after.length < 12 && NEXT_CLAUSE.test(text.slice(group.end + after.length, group.end + after.length + 16));
}

const CALLED_OFF =
  /取消|撤|退|不用来|没空|不得空|没来|不来|人呢|人影|影子|[换改]一?[天下]|[换改]个?时间|投诉|还没|迟到|才来|别来|临时/;

const daysOf = (group: TimeGroup | undefined): string[] =>
  group?.tokens.flatMap((token) => (token.kind === 'day' ? [token.said] : [])) ?? [];

/** Nobody names more times than this in one message. */
const MANY = 60;

/** Drops what is past, refused or about something else; after "改到" only what follows counts. */
export function wishedTimes(text: string, all: readonly TimeToken[]): TimeToken[] {
  const groups = groupsOf(text, all.slice(0, MANY));
  const weights = groups.map((group) => weigh(text, group));
  const most = Math.max(0, ...weights);
  if (most === 0 || (most < 1 && CALLED_OFF.test(text))) return [];
  const start = most === 3 ? weights.lastIndexOf(3) : 0;
  const days = daysOf(groups[start]);
  // "明天下午有空,改明天": what was said of the same day before still holds.
  const isChosen = (group: TimeGroup, i: number) => i >= start || daysOf(group).some((day) => days.includes(day));
  const chosen = groups.filter((group, i) => (weights[i] ?? 0) >= Math.min(most, 2) && isChosen(group, i));
  return [...inherited(text, groups, chosen[0]), ...chosen.flatMap((group) => group.tokens)];
}

const SAME_DAY = /那[一]?[天日]的?$|当天$/;
const SAME_TIME = /^[^,]{0,2}(?:同1?(?:一)?(?:个)?|同样的?|原来的?|老|一样的?)(?:时间|钟点|时段)|same time/;

/** "明天上午要上班,下午可以": the refused hours leave their day to the hours that follow; "明天同一时间" takes the hours. */
function inherited(text: string, groups: readonly TimeGroup[], chosen: TimeGroup | undefined): TimeToken[] {
  const earlier = chosen ? groups.slice(0, groups.indexOf(chosen)) : [];
  const last = earlier.at(-1);
  if (!chosen || !last) return [];
  const of = (group: TimeGroup, kind: TimeToken['kind']) => group.tokens.filter((token) => token.kind === kind);
  if (SAME_TIME.test(text.slice(chosen.end, chosen.end + 12)) && !hasHours(chosen))
    return of(earlier.findLast(hasHours) ?? last, 'hours');
  if (of(chosen, 'day').length > 0 || isPast(last)) return [];
  if (SAME_DAY.test(chosen.before)) return of(earlier.findLast((group) => of(group, 'day').length > 0) ?? last, 'day');
  const planned = earlier
    .slice(-2)
    .findLast((group) => hasHours(group) && !isPast(group) && of(group, 'day').length > 0);
  return planned ? of(planned, 'day') : [];
}
