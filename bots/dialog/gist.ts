const NUMBER = '[\\d一二三四五六七八九十零〇幺两]+';
const PLACES = [
  `(?:${NUMBER}|[a-z])\\s*(?:号楼|栋|幢|座)(?:\\s*${NUMBER}\\s*(?:单元|层))?(?:\\s*[\\d一二三四五六七八九零〇幺两]{3,5}\\s*(?:室|房|号)?)?`,
  `${NUMBER}\\s*单元(?:\\s*[\\d一二三四五六七八九零〇幺两]{3,5}\\s*(?:室|房|号)?)?`,
  '\\d{1,3}-\\d{1,2}-\\d{3,4}',
  '(?:(?:at|in)\\s+)?\\b(?:building|block|tower)\\s+#?(?:\\d{1,3}[a-z]?|[a-z])\\b',
  '(?:(?:at|in)\\s+)?\\b(?:unit|room|flat|apartment|apt\\.?)\\s+#?\\d{1,5}\\b',
];
const DAY =
  '(?:今天|明天|后天|今晚|明晚|明早|这?周[一二三四五六日天末]|下周[一二三四五六日天]?|星期[一二三四五六日天])';
const PART = '(?:早上|上午|中午|下午|晚上|傍晚|下班(?:以后|后))';
const CLOCK = '[\\d一二三四五六七八九十两]{1,3}(?:点|[::]\\d{2})(?:半|一刻|[\\d一二三四五六七八九十]{1,3}分)?';
const UNTIL = `(?:\\s*(?:到|至|-)\\s*${CLOCK})?(?:以后|之后|以前|之前|左右|前|后)?`;
const WHEN = `(?:${DAY}\\s*${PART}?\\s*(?:${CLOCK}${UNTIL})?|${PART}\\s*(?:${CLOCK}${UNTIL})?|${CLOCK}${UNTIL}|随时|尽快|马上|赶紧|赶快|快点儿?|现在)`;
const COMING =
  '(?:请|能|能不能|可以|可不可以|方便|都|就|帮忙|派人|派个?师傅|叫人|让师傅|安排人?|过来|上门|来人|来|有空|在家|修理?|处理|看一?下|看看|打扫|一下|吗|吧|行|的话|了)';

/** When somebody may come is a wish only where nothing but "come" follows: 昨晚八点开始漏 is part of the story. */
const VISIT = new RegExp(`(?<!昨)${WHEN}\\s*${COMING}*\\s*$`, 'iu');
const VISIT_EN =
  /\b(?:please\s+)?(?:come\s+)?(?:(?:today|tomorrow|tonight|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:\s+(?:morning|afternoon|evening|weekend|at|after|before|\d{1,2}(?::\d{2})?|am|pm|[ap]m))*|any ?time|asap|as soon as possible|now)(?:\s+please)?\s*$/i;
const PHONE =
  /(?:我?的?(?:联系)?(?:电话|手机)(?:号码?)?(?:是|:|:)?|(?:my )?(?:phone|number|tel)(?: number)?(?: is|:)?)?\s*(?:\+86)?[\s-]*1[\d幺一二三四五六七八九零〇\s-]{10,14}(?!\p{L})/giu;
const GREETING =
  /^(?:(?:你好|您好|喂|嗨|在吗|师傅|物业|早上好|下午好|晚上好|不好意思|打扰一?下了?|请问(?:一下)?|问一下|麻烦(?:你们?|您)?|那个|就是|(?:hi|hello|hey|good (?:morning|afternoon|evening)|please|excuse me)\b)[啊呀哦吧\s]*)+/iu;
const AT_MINE =
  /^(?:(?:地址|位置)(?:是|在|:)?|(?:我家?|我们家?)?(?:住在?|这?里?是|在)?的?|(?:i live|i am|i'm)\s*(?:at|in)?)\s*$/iu;
const COURTESY =
  /^(?:(?:非常)?(?:谢谢|多谢|感谢|辛苦|拜托)(?:你们?|您|了|啦|师傅|大家)*|麻烦(?:你们?|您|了)*|thanks?(?: you)?(?: very much| a lot)?|please|报修|我?(?:想|要)报修(?:一下)?)$/iu;
/** Taken out one by one: what is nothing but a request leaves nothing. */
const REQUEST = new RegExp(`麻烦|帮我|你们?|您|给|个|师傅|${COMING}|人`, 'gu');
const PLACE = new RegExp(PLACES.join('|'), 'giu');

/** One part of a message without what the read-back says elsewhere. */
function problemIn(clause: string): string {
  const rest = clause
    .trim()
    .replace(GREETING, '')
    .replace(PHONE, '')
    .replace(PLACE, '')
    .replace(VISIT, '')
    .replace(VISIT_EN, '')
    .trim();
  const isAside = AT_MINE.test(rest) || COURTESY.test(rest) || rest.replace(REQUEST, '').trim() === '';
  return isAside ? '' : rest.replace(/^的(?=\p{L})/u, '');
}

/** How much of a description is read back, in characters; a Chinese one is about a word. */
const LONGEST = { han: 30, latin: 70 } as const;

/** As many whole parts as there is room for; a single long one is cut. */
function shortened(parts: readonly string[], isHan: boolean): string {
  const [longest, comma] = isHan ? [LONGEST.han, ','] : [LONGEST.latin, ', '];
  const fitting = parts.filter((_, n) => parts.slice(0, n + 1).join(comma).length <= longest);
  if (fitting.length === parts.length) return parts.join(comma);
  return `${fitting.join(comma) || parts[0]?.slice(0, longest).trimEnd()}…`;
}

/** What is wrong, out of everything that was said: no greeting, no thanks, and no place, time or number, which are read back themselves. */
export function gist(text: string): string {
  const parts = text
    .split(/[,,。.!!??;;\n]+(?!\d)/u)
    .map(problemIn)
    .filter((part) => /\p{L}{2}/u.test(part));
  return shortened(parts.length > 0 ? parts : [text.trim()], /\p{Script=Han}/u.test(text));
}
