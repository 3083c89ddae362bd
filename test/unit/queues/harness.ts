import type { EffectDraft } from '../../../src/domain/effects.js';
import { jobIdOf, numberEffects } from '../../../src/domain/effects.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import type { Messenger, ReceiveTurn, SendResult, Telephone } from '../../../src/ports.js';
import type { Deps } from '../../../src/usecases/deps.js';
import { aContext, aDispatcher, aProject, aStaff, aTicket, quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { fakeClock } from '../../support/fake-clock.js';
import { memoryStores } from '../../support/memory-stores.js';

type Answer = 'sent' | 'not_sent' | 'unknown';

/** A provider at the edge: records what it took; a test sets how it behaves. */
export function fakeProvider() {
  const taken: { effectId: string; to: string; text: string; media: string[] }[] = [];
  const behaviour = {
    answer: 'unknown' as Answer,
    result: { status: 'sent', ref: 'provider-1' } as SendResult,
    before: async () => undefined as undefined,
    after: async () => undefined as undefined,
  };
  const messenger: Messenger = {
    async send({ ref, to, text, media }) {
      await behaviour.before();
      if (behaviour.result.status === 'sent') {
        taken.push({ effectId: ref.effectId, to: to.personId, text, media: media.map(({ name }) => name) });
      }
      await behaviour.after();
      return behaviour.result;
    },
    wasSent: async () => behaviour.answer,
  };
  const telephone: Telephone = {
    async call({ ref, to }) {
      await behaviour.before();
      taken.push({ effectId: ref.effectId, to, text: '', media: [] });
      await behaviour.after();
      return { callId: `CA${taken.length}` };
    },
    wasPlaced: async () => behaviour.answer,
  };
  return { taken, behaviour, messenger, telephone };
}

/** Use cases on memory stores, with one project and its staff; `kicked` lists the owners handed to the relay. */
export async function aService(start = TUESDAY_TEN) {
  const stores = memoryStores();
  await stores.people.saveProject(aProject());
  for (const staff of [aStaff(), aDispatcher()]) await stores.people.saveStaff(staff);
  const provider = fakeProvider();
  const kicked: string[] = [];
  const deps = {
    ...stores,
    clock: fakeClock(start),
    log: quietLog,
    fault: () => undefined,
    relay: { kick: async (_owner: string, ownerId: string) => void kicked.push(ownerId) },
    messengers: { wechat: provider.messenger, sms: provider.messenger },
    telephone: provider.telephone,
    render: ({ say }: { say: readonly { key: string }[] }) => say.map(({ key }) => key).join(' '),
    receive: (async () => null) as ReceiveTurn,
  };
  return { deps, provider, kicked };
}

/** What the helpers below need of a service. */
export interface WithStores {
  deps: Pick<Deps, 'effects' | 'tickets'>;
}

export type Service = Awaited<ReturnType<typeof aService>>;

/** A saved ticket that has exactly the drafts as effects; gives the first one's job. */
export async function withEffect({ deps }: WithStores, draft: EffectDraft, over: Partial<Ticket> = {}) {
  const id = over.id ?? 'W-1001';
  const effects = numberEffects(id, 1, [draft], aContext().now);
  await deps.tickets.insert(aTicket({ id, origin: `origin-${id}`, effects, ...over }));
  const effectId = effects[0]?.id ?? '';
  return { owner: 'ticket' as const, ownerId: id, effectId, attempt: 0 };
}

/** The effect as it is now. */
export async function effectOf({ deps }: WithStores, ref: { ownerId: string; effectId: string }) {
  const effect = await deps.effects.getEffect({ owner: 'ticket', ...ref });
  if (!effect) throw new Error('no such effect');
  return { ...effect, jobId: jobIdOf(effect) };
}
