import { isDeepStrictEqual } from 'node:util';
import type { FlowState } from '../../src/domain/conversation.js';
import type { Context } from './context.js';
import { advance, flowNamed } from './engine.js';
import type { Dialog, Flows, Move } from './flow.js';
import type { Words } from './hear.js';
import { kindNamed } from './kind-names.js';
import { parked } from './prompts.js';
import { placeSlots } from './report-slots.js';
import { known } from './slots.js';
import { begin, pop, push, topOf } from './stack.js';
import { flowTold } from './told-words.js';

/** Numbers, places and the small words of answers and commands. */
const BARE_ANSWER =
  /^(?:不(?:对|是|要|用|行)|错了|是的?|对的?|好的?|行|可以|嗯|没有|我|也|说?不(?:知道|清楚?|晓得|记得|上来)|跳过|返回|取消|帮助|确认|help|yes|no|ok|skip|back|cancel|[\d零一二三四五六七八九十幺两栋座单元楼室房号层\s\p{P}])+[了啊呀吧呢]?$/iu;

/** Danger needs words of its own: statistics may see one in a bare "不知道", we do not. */
const isBareAnswer = (text: string): boolean => BARE_ANSWER.test(text.trim()) || flowTold(text) !== undefined;

/** The safety screen stands before any form, in every flow and for everybody. */
export function danger(flows: Flows, dialog: Dialog, words: Words, context: Context): Move | undefined {
  const { safety, command: order } = words;
  const isReporting = order === undefined || order.command === 'unknown';
  if (!safety || !isReporting || isBareAnswer(words.text)) return undefined;
  const state = topOf(dialog);
  // What kind of problem it is, asked in between: a name of one tells of no danger.
  if (state?.id === 'report' && kindNamed(words.text)) return undefined;
  const slots = known(state?.slots ?? {});
  // The same danger described further is an answer.
  if (state?.id === 'emergency' && slots.safety === safety) return undefined;
  const isSameMatter = state?.id === 'report' && [undefined, words.understood.category].includes(slots.category);
  const before = isSameMatter && slots.what ? `${slots.what};` : '';
  const start = begin(flowNamed(flows, 'emergency'), {
    ...carried(state, context),
    ...understoodSlots(words),
    safety,
    what: `${before}${words.text}`,
  });
  return advance(flows, push(isSameMatter ? pop(dialog) : parked(flows, dialog), start), [], context);
}

/** What was said of place, person and project goes along into an emergency; a home that was only assumed is checked there. */
const carried = (state: FlowState | undefined, { person }: Context) => {
  const slots = known(state?.slots ?? {});
  const isHome = person.kind === 'resident' && isDeepStrictEqual(slots.location, person.resident.home);
  const location = isHome ? undefined : slots.location;
  const { phone, projectId, isProjectSure, hotlineProjectId, media } = slots;
  return { location, phone, projectId, isProjectSure, hotlineProjectId, media };
};

const understoodSlots = ({ understood: { category, location, phone } }: Words) => ({
  category,
  ...(location && placeSlots(location)),
  ...(phone && { phone }),
});
