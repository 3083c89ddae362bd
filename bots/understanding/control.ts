import { bare, normalise } from './normalise.js';

export type Control = 'correct' | 'back' | 'cancel' | 'restart' | 'human' | 'help';

/** Whole messages only: "取消" gives up the conversation, "取消明天的预约" is a request. */
const WHOLE: readonly (readonly [Control, RegExp])[] = [
  [
    'human',
    /^(?:我要|我想|请|帮我|给我|麻烦)*(?:转|找|接|叫|要|换)?(?:一下|个|到)?(?:人工(?:客服|服务|坐席)?|真人(?:客服)?|客服(?:人员)?|接线员|活人|工作人员)(?:来|接)?$/,
  ],
  [
    'human',
    /^(?:human|agent|operator|realperson|(?:talk|speak)to(?:a)?(?:human|person|agent|operator)|customerservice)$/,
  ],
  [
    'restart',
    /^(?:我要|我想)?(?:重新(?:来|开始|说|报|填)(?:一遍|一次|过)?|从头(?:开始|再?来|说)|重来(?:一遍|一次)?|重头来|startover|restart)$/,
  ],
  [
    'back',
    /^(?:返回|退回|回到|后退)?(?:上一步|上一个问题|上一题|前一步)$|^(?:返回|后退|退回|回退|goback|back|previous)$/,
  ],
  [
    'cancel',
    /^(?:我要|我想|请|帮我)?(?:取消(?:报修|操作|填写)?|算了(?:吧)?|不报了|不弄了|不说了|退出|不填了|先不报|不用报|放弃|cancel|quit|exit|nevermind|forgetit)了?$/,
  ],
  [
    'help',
    /^(?:帮助|求助|怎么用|如何使用|使用说明|说明|能做什么|你会(?:做)?什么|你能(?:做|干)什么|怎么操作|有什么功能|菜单|help|menu|\?|指令)$/,
  ],
];

const HEAD =
  /^(?:不对|错了|说错了?|写错了?|搞错了?|打错了?|弄错了?|填错了?|听错了?|更正(?:一下)?|纠正(?:一下)?|改一下|wrong|correction)[,. :]+(?:(?:应该|应当|其实|正确的)?(?:是|改成|改为|it'?s|it is)\s*)?(.+)$/;
// A plain "no" corrects only when it goes on with "it is …": otherwise it answers the question.
const DENIAL = /^(?:不是(?:的|这个|这样)?|no|nope|sorry)[,. ]+(?:(?:应该|其实)?(?:是|改成|改为)|it'?s|it is)\s*(.+)$/;
const FUSED = /^(?:不对|错了|说错了|写错了|搞错了|更正|不是)(?:应该|其实)?(?:是|改成|改为)(.+)$/;
const SWAP = /^(?:应该)?是(.{1,20}?)[, ]*(?:不是|而不是).{1,20}$/;
const NOT_BUT = /^(?:不是|不对).{1,20}?[, ]+?(?:而)?是(.{1,20})$/;
const WRONG = /^(?:不对|错了|说错了|写错了|搞错了|打错了|弄错了|填错了|听错了|更正|纠正|改一下|wrong)$/;

/** What replaces the slot, from "不对,是503", "是503不是502", "不是502,是503"; an empty string for a bare "错了". */
export function parseCorrection(text: string): string | undefined {
  const said = normalise(text);
  for (const pattern of [NOT_BUT, HEAD, DENIAL, FUSED, SWAP]) {
    const rest = pattern.exec(said)?.[1]?.trim();
    if (rest) return rest;
  }
  return WRONG.test(bare(text)) ? '' : undefined;
}

/** A word that steers the conversation itself; `undefined` for everything else, so that content is never lost. */
export function parseControl(text: string): Control | undefined {
  const whole = normalise(text) === '?' ? '?' : bare(text);
  const command = WHOLE.find(([, pattern]) => pattern.test(whole))?.[0];
  return command ?? (parseCorrection(text) === undefined ? undefined : 'correct');
}
