import type { CommandName } from './commands.js';
import { clauses } from './normalise.js';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柳欧温尚牛樊葛邢安齐庞伍庄章鲁倪翟殷詹申耿关焦左柴祝包尤柯阮骆喻甘';
const TITLE = '(?:师傅|师父|工(?!程|作|具)|哥|姐|叔|班长|组长|队长|主管|经理|主任|队|总|老师|师)';
// 老王, 小何, 阿强, 老幺, but not 老板, 小区, 大家.
const NICK = `(?:老(?![板公婆人师是化头小旧早家房楼年]|\\d栋)|小(?![区时孩姐妹伙心朋事问毛件便]|\\d栋)|阿(?![姨])|大(?=[刘李王张陈军伟勇刚明强山壮毛牛胖熊]))(?:[\\u4e00-\\u9fff]|[1-9](?!\\d))`;
// What ends a name of three or four characters: the rest of the sentence.
const END =
  '(?=$|[\\s,.?!:\\d]|吧|去|来|接|做|处理|干|修|弄|跟|搞|看|跑|上|到|过|顶|帮|负责|了|一下|一趟|因为|那边|那里|那儿|手里|嘛|切|的|他|她|更|在|比|离|有|会|能|今|明|现|我|不|算|就|是|熟|啦|哈|啊|呗|完|行|w)';
const FULL_NAME = `[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?${END}`;
const TITLED = `(?:[${SURNAMES}][\\u4e00-\\u9fff]{0,2}?|[\\u4e00-\\u9fff](?!工))${TITLE}`;
const PERSON = `${NICK}(?:${TITLE}|[子儿](?!女|童))?|${TITLED}|我(?:师傅|徒弟)|[2-9](?:哥|姐|叔|[班组队](?!的))|[2-9]?[柱狗胖牛强军蛋铁]+[子蛋]|[23]娃子?|${FULL_NAME}`;
const TRADE =
  '强弱电|强电|弱电|水电|水暖|电梯|消防|绿化|保洁|保安|门禁|监控|网络|暖通|空调|燃气|土建|泥瓦|锁匠|维保|维修|工程|秩序|客服|物业|电[工焊]|水工|木工|瓦工|泥工|管道工|油漆工|焊工|锁|电信|移动|联通|广电|供[水电热暖]|自来水|热力|环卫|园林|夜班|白班|晚班|早班|厂家|售后|开锁|防水|玻璃|外包|施工|总包';
const GROUP = `(?:${TRADE}){1,2}(?:公司|单位|厂家|部门?|班组|[组班队](?!长)|中心|局|站|所|方|工|师傅|人员|那组)?|[\\u4e00-\\u9fff]{2,4}(?:公司|维保单位)`;

const TO =
  '(?:转(?:单|派|交|让|手)?|改派|重派|派|交|移交|指派|分配?|换|让|叫|喊|请|找|安排|通知|由|挪|甩|丢|推|发|给|赚|砖|专|传|赔|麻烦|拜托|联系|指定|想?要|zhuan|gei|rang)(?:单子?|一下|下|个|名)?\\s*(?:给|到|让|俾|畀|去|由|gei)?\\s*';
// Between the verb and the name: "转给夜班的刘师傅", "派个会焊的老李", "换成".
const OF =
  '(?:(?:成|为|你们?|咱们?|我们|另一?个)|[\\u4e00-\\u9fff]{1,6}的|那个|(?:隔壁|小区|我们)?[\\u4e00-\\u9fff]{0,3}?[部组班队区]的?)?';

const WAYS: readonly RegExp[] = [
  /\b(?:transfer|hand|pass|assign|give|forward|send|reassign|move|over)\b[^,.]{0,24}?\bto (?:mr\.? |master )?(?!me\b|him\b|her\b|someone|somebody|another|the\b|another)([a-z]+)/g,
  /\b(?:let|ask|call|get) (?!me\b|him\b|her\b|someone|somebody|the\b|another)([a-z]+) (?:to |do|go|take|handle|come)/g,
  new RegExp(`${TO}${OF}(${NICK}${TITLE}?)`, 'g'),
  new RegExp(`${TO}${OF}(${PERSON})`, 'g'),
  new RegExp(`${TO}${OF}(${GROUP})`, 'g'),
  new RegExp(`(?:跟|和|同|与)(${PERSON})(?:讲|说|换|商量|打过?招呼|联系|调|沟通)`, 'g'),
  new RegExp(`(?:^|[,\\s]|的)(${PERSON})(?:有证|会|能|可以|愿意|去|来|接|处理|搞|修|在那|顶|替|离|熟)`, 'g'),
  /(?:给|让|转|交)\s*([\u4e00-\u9fff]{2,3}?)(?=去|来|接|处理|吧|弄|修|做|$|[,\s])/g,
  new RegExp(`(?:^(?:这单|单子|这个)?\\s*|[,\\s])(${NICK}${TITLE}?|[${SURNAMES}]${TITLE})`, 'g'),
];
const SELF = new RegExp(`(?:我是|我叫|俺是|这里是|本人)(?:${PERSON}|${GROUP}|[\\u4e00-\\u9fff]{1,2}工)`, 'g');
const NOBODY =
  /^(?!我(?:师傅|徒弟)$)(?:(?:单子?|给|派|一下|别的?|其他|其它|另外?|他|她|它|人|我|你|您|们|的|业主|客户|住户|租户|下|到|交|谁|师傅|同事|班|组|个|会|懂|有空|有时间|附近|近|那|这|边|换|去|来|出|回|走|不|了|也|都|行|先|吧|要|女|男|专业|能|大|家|工)+|.*(?:业主|客户|住户|时间|工具|材料|配件|电话|小时|分钟|.人$).*)$/;

const DIGIT_NAMES: Record<string, string> = {
  1: '幺',
  2: '二',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  7: '七',
  8: '八',
  9: '九',
};

/** Names are as said: numbers in them were written as digits before (老幺, 二柱子), and Latin ones in small letters. */
const spell = (name: string) =>
  name.replace(/\d/g, (n) => DIGIT_NAMES[n] ?? n).replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Whom a ticket goes to: 老王, 李师傅, 绿化, Tom. Nobody where nobody is named (转给别人, 换个人). */
export function findReceiver(text: string): string | undefined {
  const told = text.replace(SELF, ' ').replace(/转单(?=给)/, '转');
  for (const way of WAYS) {
    const names = [...told.matchAll(way)].map((found) => found[1] ?? '');
    const name = names.find((one) => one !== '' && !NOBODY.test(one));
    if (name) return spell(name);
  }
  return undefined;
}

const BECAUSE = /(?:因为|由于|原因(?:是|:)?|because|since)\s*(.{2,60})$/;
const REASONED: ReadonlySet<CommandName> = new Set(['decline', 'transfer', 'pause', 'reschedule']);
const COMMAND_WORD =
  /^(?:(?:我|这(?:个|单)|先|要|申请|请求)*(?:不接(?:单|了)?|接不了|去不了|拒单|退单|拒绝|转单|挂起|挂单|暂停|改期|改约|推迟|延期|pause|decline|on hold))+(?:了|吧|一下)?[,: ]*/;

/** The reason in the technician's words: what follows "因为", or what is left when the command word is taken away. */
export function findReason(command: CommandName, text: string, to: string | undefined): string | undefined {
  if (!REASONED.has(command)) return undefined;
  const stated = BECAUSE.exec(text)?.[1];
  if (stated) return stated.trim();
  const parts = clauses(text.replace(COMMAND_WORD, '')).filter(
    (part) =>
      !(to && part.includes(to.toLowerCase())) &&
      !/^(?:改(?:到|成|期|约)|推迟到|转)|^[\d一二两三四五六七八九十半个小时分钟天\s-]*$/.test(part) &&
      /[\u4e00-\u9fffa-z]{2}/.test(part),
  );
  const rest = parts.join(',').trim();
  return rest.length >= 2 ? rest : undefined;
}
