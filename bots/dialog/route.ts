import { CLEAR, LIKELY, SURE, SURE_ENOUGH } from './certainty.js';
import type { Context } from './context.js';
import { isTechnician } from './context.js';
import type { Slots } from './flow.js';
import type { Words } from './hear.js';
import { isBareRequest, problemSlots } from './report-slots.js';
import type { Known, Problem } from './slots.js';
import { flowTold } from './told-words.js';

const FLOW_OF_INTENT = {
  status: 'status',
  urge: 'urge',
  cancel: 'cancel',
  reschedule: 'reschedule',
  human: 'human',
  complaint: 'complaint',
  suggestion: 'complaint',
  praise: 'thanks',
  thanks: 'thanks',
} as const;

/** Said of work that was done. */
const NOT_FIXED =
  /(?:没有?|未)(?:修好|弄好|解决|搞定|处理好|修理好)|修了(?:也|还是|跟)?(?:没用|没修|白修|一样)|白修|返修|重办|(?:not|n't|never)\s+(?:been\s+)?(?:fix|solv|repair)/i;

/** The flow that a message begins, with what the message already tells. */
export function route(
  words: Words,
  context: Context,
  isDigression: boolean,
): { flow: string; slots: Slots } | undefined {
  if (isTechnician(context)) return technicianRoute(words);
  const code = isDigression || !context.from.wechatId ? undefined : invitationCode(words.text);
  if (code) return { flow: 'bind', slots: { code } };
  const told = flowTold(words.text);
  if (told) return { flow: told, slots: aboutTicket(words) };
  const { intent, confidence, category, repeat } = words.understood;
  if (!isDigression && (repeat || NOT_FIXED.test(words.text))) {
    return {
      flow: 'reopen',
      slots: { ...problemSlots(words, {}, context), ...aboutTicket(words), reason: words.text.slice(0, 500) },
    };
  }
  if (intent === 'report' || (intent === 'other' && category !== 'other')) {
    const isClear = category !== 'other' && confidence.category >= (isDigression ? LIKELY : CLEAR);
    // Without a clear problem it must be sure that there is one: else we ask what is wanted.
    const isMeant = isBareRequest(words.text) || (intent === 'report' && confidence.intent >= SURE);
    return isClear || (isMeant && !isDigression)
      ? { flow: 'report', slots: problemSlots(words, {}, context) }
      : undefined;
  }
  if (intent === 'other' || confidence.intent < (isDigression ? SURE : SURE_ENOUGH)) return undefined;
  const flow = FLOW_OF_INTENT[intent];
  const isProblem = intent === 'complaint' && category !== 'other';
  return { flow, slots: isProblem ? problemSlots(words, {}, context) : aboutTicket(words) };
}

const aboutTicket = ({ text, understood: { visitTime } }: Words): Slots => ({
  ...mentionedTicket(text),
  ...(visitTime && { visitTime: { from: visitTime.from, to: visitTime.to } }),
  what: text,
});

const mentionedTicket = (text: string): Slots => {
  const number = /w\s*-?\s*(\d{4,})/i.exec(text)?.[1];
  return number ? { mentioned: `W-${number}` } : {};
};

function technicianRoute({ command, text, media }: Words): { flow: string; slots: Slots } | undefined {
  if (!command || command.command === 'unknown' || command.confidence < LIKELY) return undefined;
  if (command.command === 'help') return { flow: 'technician-help', slots: {} };
  return { flow: 'technician', slots: { ...commandSlots(command, text), ...(media && { media: [media.id] }) } };
}

/** A technician's order as slots. */
export function commandSlots(command: NonNullable<Words['command']>, text: string): Slots {
  const { ticket, tickets, time, reason, items, cost, to } = command;
  const [named, ...further] = [...new Set([...(ticket ? [ticket] : []), ...(tickets ?? [])].map(ticketId))];
  return {
    command: command.command,
    what: text,
    ...(named && { mentioned: named }),
    ...(further.length > 0 && { further }),
    ...(time && { visitTime: { from: time.from, to: time.to ?? null } }),
    ...(reason && { reason }),
    ...(items && items.length > 0 && { items }),
    ...(cost !== undefined && { cost }),
    ...(to && { colleague: to }),
  };
}

const ticketId = (said: string): string => `W-${said.replace(/\D/g, '')}`;

/** Codes are printed in capitals and digits; nobody reports a fault that way. */
function invitationCode(text: string): string | undefined {
  const match = /^(?:(?:绑定|邀请码|bind)[::\s]*)?([A-Z0-9]{2,}(?:-?[A-Z0-9]{2,})*)$/i.exec(
    text.normalize('NFKC').trim(),
  );
  const code = match?.[1];
  if (!code || code.length < 4 || code.length > 24 || /^W-?\d+$/i.test(code)) return undefined;
  const hasBoth = /\d/.test(code) && /[A-Z]/i.test(code);
  return hasBoth || /^(?:绑定|邀请码|bind)/i.test(text.trim()) ? code.toUpperCase() : undefined;
}

/** A second problem mentioned on the way, added to those noted; undefined where it is none. */
export function notedProblem(slots: Known, { understood, text }: Words): Problem[] | undefined {
  const { intent, category, urgency, confidence } = understood;
  const isOther =
    intent === 'report' && category !== 'other' && category !== slots.category && confidence.category >= LIKELY;
  return slots.what !== undefined && isOther ? [...(slots.also ?? []), { what: text, category, urgency }] : undefined;
}
