import type { Turn } from '../../src/domain/conversation.js';
import type { Reply } from '../../src/domain/reply.js';
import { identify } from '../../src/usecases/identify.js';
import { projectOf } from '../dialog/context.js';
import { conversationOf, turnIdOf } from './addresses.js';
import type { CallBody } from './bodies.js';
import type { PhoneDeps } from './deps.js';
import { replyToTwiml } from './twiml.js';

const isOutbound = ({ Direction }: CallBody): boolean => Direction?.startsWith('outbound') ?? false;

/** The person's number: the caller's, or the one that we rang. */
const personOf = (call: CallBody): string | undefined => (isOutbound(call) ? call.To : call.From);
const hotlineOf = (call: CallBody): string | undefined => (isOutbound(call) ? call.From : call.To);

/** What happened in a step of a call, as a turn: the same step is always the same turn. */
export const callTurn = (deps: PhoneDeps, call: CallBody, step: number | 'hangup', input: Turn['input']): Turn => {
  const phone = personOf(call);
  return {
    id: turnIdOf(call.CallSid, step),
    conversation: conversationOf(call.CallSid),
    channel: 'phone',
    at: deps.clock.now(),
    from: { ...(phone && { phone }) },
    input,
  };
};

/** Nothing more to say: a friendly end rather than a dead line. */
const GOODBYE: Reply = { say: [{ key: 'open.bye', params: {} }], expect: 'end' };
/** No answer in time: another process is stuck with this call, so a person takes it. */
const TO_A_PERSON: Reply = { say: [{ key: 'human.connecting', params: {} }], expect: 'human' };

/** One step of a call: a turn in, the reply as TwiML out. The same step again gives the same document. */
export async function answer(deps: PhoneDeps, call: CallBody, step: number, input: Turn['input']): Promise<string> {
  const turn = callTurn(deps, call, step, input);
  const reply = await deps.receive(turn);
  const conversation = await deps.conversations.get(turn.conversation);
  const isHandled = conversation?.handled.some(({ turnId }) => turnId === turn.id);
  return replyToTwiml(reply ?? (isHandled ? GOODBYE : TO_A_PERSON), {
    step: step + 1,
    locale: conversation?.locale ?? 'zh-CN',
    desk: await deskNumber(deps, call),
  });
}

/** 值班电话 of the project whose number was dialled, otherwise of the caller's own, otherwise of the first one. */
async function deskNumber({ people }: PhoneDeps, call: CallBody): Promise<string | undefined> {
  const [hotline, phone] = [hotlineOf(call), personOf(call)];
  const dialled = hotline && (await people.projectByHotline(hotline));
  if (dialled) return dialled.dutyPhone;
  const own = phone && projectOf(await identify({ people }, { phone }));
  const project = (own && (await people.project(own))) || (await people.projects())[0];
  return project?.dutyPhone;
}

/**
 * The call is over: what was said is saved. Nothing was said in a call that nobody took. A recording under way comes in a request
 * of its own, even after the end, and must find its conversation as it was; should none come, the conversation's time-out saves the rest.
 */
export async function hangUp(deps: PhoneDeps, call: CallBody): Promise<void> {
  const conversation = await deps.conversations.get(conversationOf(call.CallSid));
  const isRecording = conversation?.handled.at(-1)?.reply?.expect === 'voicemail';
  if (conversation && !isRecording) await deps.receive(callTurn(deps, call, 'hangup', { kind: 'hangup' }));
}
