import { type Effect, type Route, sentenceOf } from '../domain/effects.js';
import type { Contact } from '../domain/people.js';
import type { Saying } from '../domain/reply.js';
import type { Messenger, Render } from '../ports.js';
import { type DeliverDeps, type Door, deliver, type EffectJob, refOf, Undeliverable } from './deliver.js';
import type { Deps } from './deps.js';

export type WrittenRoute = Exclude<Route, 'call'>;

/** Messengers of this process: the one for WeChat lives where the puppet does. */
export type Messengers = Partial<Record<WrittenRoute, Messenger>>;

export type SendMessageDeps = DeliverDeps & Pick<Deps, 'media'> & { messengers: Messengers; render: Render };

/** Sends a message or reply by the first of its routes. Throws like `deliver`. */
export const sendMessage = (deps: SendMessageDeps, job: EffectJob): Promise<'done' | 'skipped'> =>
  deliver(deps, job, (effect) => open(deps, job, effect));

async function open(deps: SendMessageDeps, job: EffectJob, effect: Effect): Promise<Door> {
  const { to, words, media } = contentOf(effect);
  const route = effect.routes[0];
  if (!route || route === 'call') throw new Undeliverable('no way to this person');
  const messenger = deps.messengers[route];
  if (!messenger) throw new Error(`this process has no messenger for ${route}`);
  const text = deps.render(words, to.locale);
  const ref = refOf(job);
  return {
    send: async () => messenger.send({ ref, to, text, media: await load(deps, media) }),
    wasSent: (since) => messenger.wasSent({ ref, to, text, since }),
  };
}

interface Content {
  to: Contact;
  words: { say: readonly Saying[]; choices?: readonly Saying[] };
  media: readonly string[];
}

function contentOf(effect: Effect): Content {
  const { work } = effect;
  switch (work.kind) {
    case 'message':
      return { to: work.to, words: { say: [sentenceOf(work.text, effect)] }, media: work.media ?? [] };
    case 'reply':
      return { to: work.to, words: work.reply, media: [] };
    default:
      throw new Undeliverable(`a ${work.kind} is no message`);
  }
}

async function load({ media }: Pick<Deps, 'media'>, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => media.get(id)));
  return found.filter((one) => one !== undefined);
}
