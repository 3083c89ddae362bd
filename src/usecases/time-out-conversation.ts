import { jobIdOf, UNFINISHED } from '../domain/effects.js';
import type { ReceiveTurn } from '../ports.js';
import type { EffectJob } from './deliver.js';
import type { Deps } from './deps.js';

/** Nobody answered for a while: the conversation hears of it as a turn under the job's id, and closes politely if it still waits. */
export async function timeOutConversation(
  deps: Pick<Deps, 'effects' | 'conversations' | 'clock'> & { receive: ReceiveTurn },
  job: EffectJob,
): Promise<'done' | 'skipped'> {
  const conversation = await deps.conversations.get(job.ownerId);
  const effect = conversation?.effects.find(({ id }) => id === job.effectId);
  if (!conversation || effect?.work.kind !== 'timeout' || !UNFINISHED.includes(effect.status)) return 'skipped';
  const { id, channel, from } = conversation;
  const input = { kind: 'timeout' as const, turnId: effect.work.turnId };
  await deps.receive({ id: jobIdOf(effect), conversation: id, channel, from, at: deps.clock.now(), input });
  await deps.effects.updateEffect(job, { from: UNFINISHED }, { status: 'done' });
  return 'done';
}
