import { parseVisitTime, parseYesNo } from '../../understanding/index.js';
import { asap } from '../times.js';
import { isSkip, type Reader, saved } from './reader.js';

/** Accept, perhaps with a time; or decline, perhaps with a reason. */
export const offer: Reader = ({ text, command }, { slots }) => {
  if (command?.ticket && slots.ticketId && command.ticket !== slots.ticketId) return undefined;
  if (command?.command === 'accept') {
    const { time } = command;
    return { branch: 'accept', patch: time ? { visitTime: { from: time.from, to: time.to ?? null } } : {} };
  }
  if (command?.command === 'decline')
    return { branch: 'decline', patch: command.reason ? { reason: command.reason } : {} };
  if (command && command.command !== 'unknown') return undefined;
  const answer = parseYesNo(text);
  return answer && { branch: answer === 'yes' ? 'accept' : 'decline' };
};

/** When the technician will come; "no idea yet" is an answer too. */
export const promise: Reader = (said, asked) => {
  const { text, command, context } = { ...said, context: asked.context };
  if (isSkip(said) || /^(?:待定|再说|不(?:确定|一定)|说不准|later|not sure)/i.test(text)) return { branch: 'later' };
  const time =
    command?.time ??
    parseVisitTime(text, context.now, context.timezone) ??
    (AT_ONCE.test(text) ? asap(context) : undefined);
  return time && { ...saved(asked, { from: time.from, to: time.to ?? null }), branch: 'promised' };
};

const AT_ONCE = /^(?:马上|现在|立刻|这就|就来|right away|now)/i;

/** What was done and used: "换角阀1个15元", or nothing to add. */
export const record: Reader = (said) => {
  const { text, command } = said;
  if (isSkip(said) || said.number !== undefined) return { patch: { work: '' }, branch: 'recorded' };
  const isOther = command && !['unknown', 'complete', 'material'].includes(command.command);
  if (isOther) return undefined;
  return {
    branch: 'recorded',
    patch: {
      work: text,
      ...(command?.items && command.items.length > 0 && { items: command.items }),
      ...(command?.cost !== undefined && { cost: command.cost }),
    },
  };
};

/** Whoever answers an alarm has heard it; a technician takes it by that. */
export const acknowledgement: Reader = ({ text, command }) => {
  if (command?.command === 'decline') return { branch: 'decline' };
  if (command?.command === 'accept') return { branch: 'acknowledge' };
  const answer = parseYesNo(text);
  if (answer) return { branch: answer === 'yes' ? 'acknowledge' : 'decline' };
  return /知道|明白|听到|got it|understood/i.test(text) ? { branch: 'acknowledge' } : undefined;
};
