import { NOUN, OTHER_COUNT, PREFIX, UNIT } from './items-words.js';

/** What a piece of a reply is to a list of materials. */
export type Kind =
  | 'other' // a count of something else: 2小时, 3栋
  | 'size' // 4分, 63a: belongs to the name beside it
  | 'price'
  | 'each' // 每个, 单价
  | 'qty'
  | 'sum' // what was charged, with its number: 共30, 人工20
  | 'noun' // a known thing
  | 'verb' // used or asked for: 换了, 领
  | 'kind' // the 个 of 换了个角阀
  | 'number'
  | 'comma'
  | 'gap' // a space, or a word that joins two things
  | 'of' // 的
  | 'trouble' // 坏了: what stands before it is not material
  | 'stop' // any other word that is no name
  | 'word'; // a character that may belong to a name

export interface Token {
  kind: Kind;
  text: string;
  /** Of a price, a number or a quantity. */
  value?: number;
  unit?: string;
}

const N = '\\d{1,5}(?:\\.\\d{1,2})?';
const HAN = '\\u4e00-\\u9fff';
const CURRENCY = '(?:元|块钱?|圆|rmb|yuan|kuai|大洋)';
// 6块5 is 6.5, 6块1米 is 6; "6块半".
const TENTHS = `(?:(?<half>半)|(?<tenths>\\d)(?:毛|角(?!阀))?(?![\\d.]|\\s*(?:${UNIT}|${CURRENCY}|分|寸|号)))?`;
const FEE =
  '(?:人工|手工|工时|上门|维修|服务|检[测查]|安装|疏通|清[洗理]|拆装|打孔|出诊|开锁|材料|配件|加急|辛苦|修理|工钱|工)费?用?|费用?|工钱|押金|[手人]工钱?';
const PAID =
  '共计|总共|一共|合计|总计|总价|统共|拢共|[共计](?=收|了|\\s*[¥￥$]?\\d)|实?收(?:了|费|取|款|到|您|他|她)?|付了?|给了?|转账?了|转账|扫码?了?|扫码|交了|支付宝?|微信|现金|total|charged?|paid|cost';
const AFTER_PAID = '(?:业主|客户|住户|人家|他|她|我|现金|微信|扫码|支付宝?|是|为|了|一共|共|总共|[:：=\\s])*';
const SIZE = `(?:(?<!\\d)[1-8]分|[57]号|\\d{1,4}(?:号|#|芯|平方|平(?![方米])|孔|位|极|p|路|k|升))(?=的?[a-z]{0,4}[${HAN}])的?|\\d{1,2}\\.5平方?|(?:[a-z]{1,3}-?)?\\d{1,4}(?:\\.\\d{1,2})?(?:mm|cm|w|瓦|a|安|v|伏|匹|公分|寸|uf|微法)(?![a-z])(?:的(?=[${HAN}a-z]))?`;
const VERB_CHAR = '换用装加接打拿放穿配补调贴刷垫铺送买领上取备要缺差需借带来整搞攞使耗少欠敷放';
const COUNT = '\\d|半|俩|仨|一[个根卷只支包套袋]|两';
const KIND = '[个個只隻根卷套支把条條张台片块桶袋包盒瓶对对副颗盏扇]';
const VERB = [
  `(?:更换|[换換用装加接打拿放穿配补调贴刷垫铺送买领取备借带使耗敷])(?:上|好|掉|的是|过|到|咗|${'了'})*了(?!一下)`,
  `(?:更换|換咗|采购|采买|申请|申领|领取|领用|领料|领(?=[${HAN}\\d ])|准备|安装|需要用?|需用|用料|用掉|消耗|耗材|使用|补报|漏报|再来|(?:还|也|就)?(?:缺|差|少)(?=${COUNT})|材料(?!费)(?:清单|单)?|配件(?!费|包)|清单|换成|换上|换新|加装|更新|(?:给|帮)我[拿送带备]?|[想还需](?=要)|(?<=^|[, 我再还先也需就给])(?:要|需)(?!是|不|求))[了:：是]*(?:一些|点|些)?`,
  '打(?=.{0,3}胶)|配(?=钥匙|锁)|贴(?=膜|.砖)',
  '加(?=氟|冷媒|雪种|制冷剂|机油|润滑油|黄油)',
  `[${VERB_CHAR}](?=${COUNT}|${KIND}(?=[${HAN}]{2}))`,
  `(?<=^|[, 我再还先去得想了已])[换用要领装缺买借](?=[${HAN}a-z]{2})(?!不|是|好|完|过|气|水|人|时|心|去|来|到)`,
  '(?:replaced?|changed?|used?|using|needs?|needed|install(?:ed)?|want|requires?d?|bought|took|get|bring|parts?|materials?|yao)(?![a-z]):?',
].join('|');
const TROUBLE =
  '(?:都|也|又|全|已经)?(?:多少|坏|烂|爆|漏水?|堵|断|裂|锈|老化|烧|松|掉|爆|冒|不[亮通转行热够响凉]|没[亮电货有到]|卡[住死]|渗|滴|生锈|缺货)(?:了|掉|死|坏)*(?!换)';
const PLACE =
  '(?:厨房|卫生间|洗手间|厕所|阳台|客厅|主卧|次卧|卧室|楼道|走廊|大堂|地库|车库|楼下|楼上|门口|现场|业主家|家里|屋里|里面|外面|单元)(?!灯|门)';
const STOP = `${PLACE}|没换|不用?换|没用|用不|不用|不要|不需要?|无需|拆[了下]*|业主|客户|住户|房东|租户|师傅|库房|仓库|库管|物业|大爷|大妈|阿姨|大姐|小伙|人家|钟头|里头|外头|手头|前头|回头|手机|司机|主管|不管|物管|管家|开关机|上来|下来|过来|回来|回去|过去|上嚟|怎么|什么|对了|今天|明天|昨天|后天|刚才|现在|马上|上午|下午|晚上|中午|早上|一下|一起|一直|重新|重做|大概|大约|左右|可能|应该|麻烦|谢谢|辛苦|因为|所以|不过|然后|搞定|完成|完工|处理|测试|试水|试机|检查|恢复|正常|满意|签字|送电|疏通|清理|清洗|安好|装好|换好|修好|弄好|打好|贴好|另有|总的|单子|工单|这单|那单|这个|那个|刚刚?|${'[我你您他她它咱俺谁都就也还再又已先等只才给把被将从在到比但请吧呢啊哈哦咯啦呀嘛呗了着得是有没不很太这那哪些几修弄试测看收付签好行可去走进出问知忘报填销喊叫说跟送用换装要拿放做洗亮转热响通够旧嚟来领缺差]'}`;
const ENGLISH_STOP =
  '(?:from|for|the|with|at|in|on|to|by|is|it|done|fixed|finished|complete|completed|ok|okay|pls|please|store|me|my|i|we|can|will|now|working|works?|yes|no|w|le|hao|xiu|more|need|each|per|customer|resident|room|unit|ticket|hours?|hrs?|min|minutes?|mins?|days?|am|pm|floor|building|times?|people)(?![a-z])';

const TOKEN = new RegExp(
  [
    `(?<other>(?:\\d+(?:\\.\\d+)?|半|几)\\s*${OTHER_COUNT}|\\d{6,}|\\d{2,4}(?:cm|mm)?[x*×]\\d{2,4}(?:cm|mm)?|\\d:\\d\\d)`,
    `(?<size>${SIZE})`,
    `(?<sum>(?:${FEE}|${PAID})${AFTER_PAID}[¥￥$]?\\s*${N}(?!\\d|\\s*(?:${UNIT}|${OTHER_COUNT}))(?:\\s*${CURRENCY}\\d?)?|${N}\\s*${CURRENCY}?\\s*(?:in )?total(?![a-z]))`,
    `(?<each>单价|均价|一?[每各](?:${UNIT}|块)?|/\\s*(?:${UNIT}|块)|(?:each|per)(?![a-z]))`,
    `[x*×]\\s*(?<times>\\d{1,4})(?![\\d.])`,
    `(?<qty>(?:${N}|半|一|俩|仨|两))\\s*(?:(?<unit>${UNIT})(?<andHalf>半)?|(?<=[俩仨]))`,
    `[¥￥$]\\s*(?<coin>${N})(?:\\s*${CURRENCY})?|(?<price>${N})\\s*${CURRENCY}${TENTHS}|(?<dimes>\\d)毛`,
    `(?<noun>${NOUN})`,
    `(?<noun0>${PREFIX})`,
    `(?<verb>${VERB})`,
    '(?<skip>新款?的?|new )',
    `(?<gap0>and(?![a-z])|和|以及|还有(?!\\d)|另外|外加|加上|大概|大约|差不多|数量|总共|一共|合计|共(?=\\d)|花(?:了|费)?)`,
    `(?<trouble>${TROUBLE})`,
    '(?<of>的|of(?![a-z]))',
    `(?<kind>(?:${KIND}|an?(?= ))(?=\\s?[${HAN}a-z\\d]))`,
    `(?<stop>${STOP}|${ENGLISH_STOP})`,
    `(?<number>${N})`,
    `(?<comma>[,;?!。]|\\. )`,
    `(?<gap>[\\s、+&/:=-]+)`,
    `(?<word>[${HAN}]|[a-z]+(?:'s)?\\d{0,2})`,
  ].join('|'),
  'g',
);
const SAID_COUNTS: Record<string, number> = { 半: 0.5, 一: 1, 俩: 2, 两: 2, 仨: 3 };

function tokenOf(groups: Record<string, string | undefined>, text: string): Token {
  const { qty, unit, andHalf, times, coin, price, half, tenths, dimes, number, noun0, gap0 } = groups;
  if (qty) {
    const value = (SAID_COUNTS[qty] ?? Number(qty)) + (andHalf ? 0.5 : 0);
    return { kind: 'qty', text, value, ...(unit && { unit }) };
  }
  if (times) return { kind: 'qty', text, value: Number(times) };
  if (dimes) return { kind: 'price', text, value: Number(dimes) / 10 };
  if (coin ?? price) {
    const value = Number(coin ?? price) + (half ? 0.5 : Number(tenths ?? 0) / 10);
    return { kind: 'price', text, value };
  }
  if (number) return { kind: 'number', text, value: Number(number) };
  if (noun0) return { kind: 'word', text };
  if (gap0) return { kind: 'gap', text };
  const named = Object.entries(groups).find(([, found]) => found !== undefined);
  return { kind: (named?.[0] ?? 'stop') as Kind, text };
}

/** Cuts a text (normalised, with numbers as digits) into the pieces that matter for a list of materials. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)]
    .filter(({ groups: { skip } = {} }) => skip === undefined)
    .map(({ groups = {}, 0: found }) => tokenOf(groups, found));
}
