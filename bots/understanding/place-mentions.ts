// A public place that is named is not always the place of the trouble.

const PRIVATE =
  /(?:自家|自己家?|[我俺咱]们?家|我的|家里|家中|别墅|老家|人家小区|厨房|客厅|阳台|卧室|卫生间|浴室|房间)(?:的|那个|这个|是|都有)*(?:那个|的)?$/;
/** What a home cannot have, whatever people call it: 我家楼道. */
const SHARED = /楼道|单元|电梯|大堂|大厅/;
const REACHED =
  /(?:流|进|漏|淌|飘|漫|渗|传|喷|灌|蔓延)(?:进|到|到了|入|向|往)$|(?:下面|旁边|对面)就?是$|(?:跟|像|似|当成?|变成?|看人家)$/;
const WISHED =
  /(?:装|建议?|搞|加|增加|增设|搭|弄|安排|开|设|修)(?:[一两几]?[个座组些条间]|点)(?:(?!在)[\u4e00-\u9fff]){0,7}$|(?:增设|新建|加建|配建)(?:(?!在)[\u4e00-\u9fff]){0,7}$/;
const ASKED =
  /^(?:的?(?:遥控|门?卡丢|钥匙|年卡|收费|费)|.{0,3}(?:营业|开放|几点|什么时候开|周[一-日].{0,4}几点|周末.{0,3}(?:几点|上班|开)|今年开到|开到几|多久拖|晚上几点|(?:中午|周末|现在)?(?:休息|上班|下班|搬|在哪)(?![室区])|怎么收费|怎么预约|多少钱)|(?:(?![,坏师不])[\u4e00-\u9fff《》]){0,8}(?:几点(?:开|关|锁)|还有(?:场地|位置|空位))|太小|.{0,8}怎么用|.{0,10}是我家|.{0,8}能不能再多)/;
const PEOPLE =
  /^的?(?:(?:那个|这个)?(?:阿姨|同志|人(?!行|车)|大姐|小姑娘|小姐姐|妹妹|大爷|师傅)|电话|没人接|死活|态度)/;
const POSTS = /门岗|岗亭|保安亭|[室房台]$/;
const CALLED = /(?:跟|给|找|问|叫|呼叫|联系|打|拨|你们|各|喊|和|通知)$/;
const CLIMBED = /(?:爬|走|行|行唔到|上下|跑)了?$/;
const SMELT = /^里?都(?:能|可以)?(?:闻|听|在咳|呛|感觉|知道)/;
const SOLAR = /^的?太阳能(?!那|板?上)/;

/** Whether a public place at these words is somebody's own, only reached, compared, wished for, asked about or called. */
export function isMereMention(name: string, before: string, after: string): boolean {
  if (WISHED.test(before) || (PRIVATE.test(before) && !SHARED.test(name))) return true;
  if (REACHED.test(before) && !name.endsWith('库')) return true;
  if (ASKED.test(after) || PEOPLE.test(after) || SMELT.test(after)) return true;
  if (POSTS.test(name) && CALLED.test(before)) return true;
  if (/^一座/.test(after) || /^里?我家/.test(after)) return true;
  return (name.startsWith('楼梯') && CLIMBED.test(before)) || (/[楼屋]顶$/.test(name) && SOLAR.test(after));
}

const IN_LIFT = /(?:电梯|升降机)(?:轿厢)?(?:里|地上|地板|内|门上|按[键钮])|in(?:side)? the (?:elevator|lift)/;
const DIRTY =
  /尿|屎|粪|吐|(?<!心)脏|垃圾|贴满|漆|污|骚|烟头|血|奶茶|呕|蟑螂|钱包|痰|虫|保洁|擦|拖一|涂|打翻|烟味|抽烟|poop|pee|urin|litter|vomit|dirty|trash|spill|stain|stink|smoking/;
const OUT_OF_ORDER = /困|下不|不开|卡|关[在起勒]|出不|出勿|晕|建议|不动|油味/;

/** A lift that is soiled is the place of the trouble; one at fault is the trouble itself. */
export const isLiftDirty = (text: string): boolean =>
  IN_LIFT.test(text) && DIRTY.test(text) && !OUT_OF_ORDER.test(text);
