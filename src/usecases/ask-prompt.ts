import type { Turn } from '../domain/conversation.js';
import { type Effect, jobIdOf, UNFINISHED } from '../domain/effects.js';
import { isStillWanted } from '../domain/wanted.js';
import type { ReceiveTurn } from '../ports.js';
import { type EffectJob, Undeliverable } from './deliver.js';
import type { Deps } from './deps.js';

export type AskPromptDeps = Pick<Deps, 'effects' | 'tickets' | 'clock' | 'fault'> & { receive: ReceiveTurn };

/**
 * Asks a person something in writing: the question enters the person's conversation as a turn under the job's id, so that a second
 * time changes nothing; the conversation's reply is what the person reads.
 * @throws Undeliverable where the person has no address for the route.
 */
export async function askPrompt(deps: AskPromptDeps, job: EffectJob): Promise<'done' | 'skipped'> {
  const ticket = job.owner === 'ticket' ? await deps.tickets.get(job.ownerId) : undefined;
  const effect = ticket?.effects.find(({ id }) => id === job.effectId);
  if (!ticket || !effect || effect.attempt !== job.attempt || !UNFINISHED.includes(effect.status)) return 'skipped';
  const isWanted = isStillWanted(ticket, effect);
  if (isWanted) await deps.receive(turnOf(effect, ticket.id, deps.clock.now()));
  deps.fault('prompt.after-receive');
  const condition = { from: UNFINISHED, attempt: job.attempt };
  await deps.effects.updateEffect(
    job,
    condition,
    isWanted ? { status: 'done', outcome: 'asked' } : { status: 'skipped' },
  );
  deps.fault('prompt.after-mark');
  return isWanted ? 'done' : 'skipped';
}

function turnOf(effect: Effect, ticketId: string, at: Date): Turn {
  const { work, routes } = effect;
  if (work.kind !== 'prompt') throw new Undeliverable(`a ${work.kind} is no question`);
  const { wechatId, phone, name } = work.to;
  const input = { kind: 'prompt' as const, prompt: work.prompt, ticketId, attempt: work.attempt };
  const common = { id: jobIdOf(effect), at, input };
  if (routes[0] === 'wechat' && wechatId) {
    const from = { wechatId, ...(phone && { phone }), ...(name && { name }) };
    return { ...common, conversation: `wechat-${wechatId}`, channel: 'wechat', from };
  }
  if (routes[0] === 'sms' && phone) {
    return { ...common, conversation: `sms-${phone}`, channel: 'sms', from: { phone, ...(name && { name }) } };
  }
  throw new Undeliverable('no way to this person');
}
