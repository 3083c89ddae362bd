import { bare } from './normalise.js';
import { syllable } from './sounds.js';

// Courtesy and hedges before the answer itself.
const HEDGE = /^(?:谢谢(?:师傅|你们?|您)?|多谢|感谢|师傅|应该|基本上?|算是|暂时|目前|现在|终于|全部?|水|都)+(?=.)/;
const UNSURE = /^(?:不知道|不确定|不清楚|不好说|没注意|不晓得|没看|没试)/;
// Sound negative, mean yes.
const POSITIVE_NEGATION =
  /^(?:没问题|没毛病|没错|没事(?:了|儿)?|不错|没意见|不(?:再)?(?:漏|堵|响|滴|跳|臭|闪|卡)(?:水|闸)?了|没(?:有)?再?(?:漏|堵|响|滴|跳闸|臭|闪)(?:水)?了|没(?:有)?再(?:漏|堵|响|滴|跳)|没有问题(?:了)?|没有意见|noproblem|notbad)/;
const QUESTION = /^(?:好不好|行不行|可不可以|是不是|对不对|能不能|要不要|好了没|好了吗|可以吗|行吗|是吗|对吗)$/;
const NO =
  /^(?:不|没|还没|未|否|别|并没|都没|根本没|依然没|仍然?没|哪有|哪里好|从来没|压根没|no\b|nope|not|nah|n$|2$|x$|唔|木有|冇|莫得|算了|免了|还(?:是|在)?(?:不|漏|堵|坏|没|老样子|那样|一样|有问题)|一点(?:儿)?(?:都|也)?没|跟(?:以前|之前|原来)一样|老样子|(?:好像|似乎|感觉|可能)(?:还)?(?:不|没)|又(?:坏|漏|堵|不)|有问题)/;
const YES =
  /^(?:是|对|好|行|可以|可$|嗯|恩|哦了|中$|要|需要|确认|确定|同意|没错|正确|当然|必须|得$|成$|妥|解决|修好|弄好|搞定|已经?(?:好|修|解决|弄|处理|可以)|都好|都修|都解决|全好|满意|愿意|来吧|有的?$|有空|方便|在家|yes|yeah|yep|y$|ok|okay|sure|fine|correct|right|1$|✓|得闲|系|冇问题|欧了|okk*|收到|还可以|还行|还好|通了|呐$)/;
// A yes or no that goes on to take itself back decides nothing: the step asks again.
const TURN = /但|一半|部分|不过|可是|就是|只是|除了|butstill|but|又.*了$|还(?:是|在|有).*(?:漏|堵|坏|响|问题|不)/;
// Short answers a recogniser spells with other characters.
const SPOKEN: Record<string, 'yes' | 'no'> = {
  'ke yi': 'yes',
  'shi de': 'yes',
  shi: 'yes',
  'dui de': 'yes',
  dui: 'yes',
  hao: 'yes',
  xing: 'yes',
  'que ren': 'yes',
  en: 'yes',
  'mei you': 'no',
  'bu shi': 'no',
  'bu hao': 'no',
  'bu yong': 'no',
  'bu dui': 'no',
  'bu yao': 'no',
  'bu xing': 'no',
  'hai mei': 'no',
  'bu ke yi': 'no',
};

/**
 * The answer to a yes-or-no question, read from the head of the whole message ("没问题" is yes, "不太好" no).
 * `undefined` when it is no answer, a counter-question, or takes itself back ("好了,但是又漏了").
 */
export function parseYesNo(text: string): 'yes' | 'no' | undefined {
  const answer = bare(text).replace(HEDGE, '');
  if (answer === '' || QUESTION.test(answer) || UNSURE.test(answer)) return undefined;
  if (POSITIVE_NEGATION.test(answer)) return TURN.test(answer) ? undefined : 'yes';
  if (NO.test(answer)) return 'no';
  if (YES.test(answer) || /^[一1]$/.test(answer))
    return TURN.test(answer) || /不|没/.test(answer.replace(/没(?:有)?(?:错|问题|事)|不错/, '').slice(0, 5))
      ? undefined
      : 'yes';
  if (answer === '二') return 'no';
  return /^[\u4e00-\u9fff]{1,3}$/.test(answer) ? SPOKEN[[...answer].map(syllable).join(' ')] : undefined;
}
