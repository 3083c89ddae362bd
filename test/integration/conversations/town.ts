import { createConversations } from '../../../bots/dialog/handle-turn.js';
import { render, renderReply } from '../../../bots/texts/index.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { type Effect, type EffectRef, jobIdOf } from '../../../src/domain/effects.js';
import type { Contact } from '../../../src/domain/people.js';
import { isStillWanted } from '../../../src/domain/wanted.js';
import type { Stores } from '../../../src/store/stores.js';
import { askPrompt } from '../../../src/usecases/ask-prompt.js';
import { checkDeadline } from '../../../src/usecases/check-deadline.js';
import { dispatchTicket } from '../../../src/usecases/dispatch-ticket.js';
import { timeOutConversation } from '../../../src/usecases/time-out-conversation.js';
import { quietLog } from '../../support/builders.js';
import { aWorld, SPEAKERS, type Speaker } from '../../unit/flows/world.js';

export interface Town {
  /** Says something and carries out everything that follows at once. */
  say(speaker: Speaker, text: string): Promise<void>;
  /** Lets time pass, minute by minute where something falls due. */
  pass(minutes: number): Promise<void>;
  /** What somebody has read since the last look, oldest first. */
  read(speaker: Speaker): string[];
  stores: Stores;
}

/** Queues without Redis: effects are carried out in the order in which they fall due, as the workers would. */
export async function aTown(stores: Stores): Promise<Town> {
  const world = await aWorld(stores);
  const { clock } = world;
  const deps = { ...stores, clock, log: quietLog, relay: { kick: async () => undefined }, fault: () => undefined };
  const { receive } = createConversations({ ...deps, pause: async () => undefined });
  const letters = new Map<string, string[]>();
  let n = 0;

  const deliver = (to: Contact, text: string) => {
    const box = to.wechatId ?? to.phone ?? '';
    letters.set(box, [...(letters.get(box) ?? []), text]);
  };

  async function carryOut(ref: EffectRef, effect: Effect): Promise<void> {
    const job = { ...ref, attempt: effect.attempt };
    const { work, routes } = effect;
    const ticket = ref.owner === 'ticket' ? await stores.tickets.get(ref.ownerId) : undefined;
    const isWanted = !ticket || isStillWanted(ticket, effect);
    if (work.kind === 'message' && isWanted) deliver(work.to, render({ say: [work.text] }, work.to.locale));
    if (work.kind === 'reply') deliver(work.to, renderReply(work.reply, work.to.locale, 'wechat'));
    if (work.kind === 'prompt' && routes[0] !== 'call') await askPrompt({ ...deps, receive }, job);
    if (work.kind === 'timeout') await timeOutConversation({ ...deps, receive }, job);
    if (work.kind === 'deadline') await checkDeadline(deps, { ref });
    if (work.kind === 'dispatch')
      await dispatchTicket(deps, { ticketId: ref.ownerId, key: jobIdOf(effect), settles: effect.id });
    await stores.effects.updateEffect(ref, { from: ['pending'] }, { status: 'done' });
  }

  /** Everything that is due, until nothing is; gives the next moment at which something will be. */
  async function settle(): Promise<Date | undefined> {
    for (;;) {
      const waiting = await stores.effects.listEffects(['pending'], 500);
      const due = waiting.filter(({ effect }) => !effect.dueAt || effect.dueAt <= clock.now());
      if (due.length === 0) {
        const times = waiting.flatMap(({ effect }) => effect.dueAt?.getTime() ?? []);
        return times.length > 0 ? new Date(Math.min(...times)) : undefined;
      }
      for (const { ref, effect } of due) await carryOut(ref, effect);
    }
  }

  return {
    stores,
    async say(speaker, text) {
      clock.advance(1);
      const { channel, from } = SPEAKERS[speaker];
      const turn: Turn = {
        id: `town-${++n}`,
        conversation: world.conversationOf(speaker),
        channel,
        from,
        at: clock.now(),
        input: { kind: 'text', text, isSpeech: false },
      };
      await receive(turn);
      await settle();
    },
    async pass(minutes) {
      const end = new Date(clock.now().getTime() + minutes * 60_000);
      for (let next = await settle(); next && next <= end; next = await settle()) clock.set(next);
      clock.set(end);
      await settle();
    },
    read(speaker) {
      const { wechatId, phone } = SPEAKERS[speaker].from as Turn['from'];
      const box = wechatId ?? phone ?? '';
      const read = letters.get(box) ?? [];
      letters.delete(box);
      return read;
    },
  };
}
