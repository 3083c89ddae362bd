import { createPhoneRouter } from '../../bots/phone/router.js';
import { createBoard } from '../../queues/board.js';
import { retryDeadLetter } from '../../queues/dead-letter.js';
import type { HttpDeps, Mount } from '../http/deps.js';
import type { Parts } from './core.js';
import { serve } from './serve.js';

/** The web role: API, pages, webhooks, queue board, and the simulators where there are any. */
export async function openWeb(parts: Parts): Promise<void> {
  const { config, core, closers, telephony } = parts;
  const deps: HttpDeps = {
    ...core,
    sessions: core.stores.sessions,
    now: () => new Date(),
    publicUrl: config.publicUrl,
    simulators: telephony.network !== undefined,
    checks: checksOf(parts),
    retryDeadLetter: (ref) => retryDeadLetter(core, ref),
    ...(telephony.network && { clockControl: { scale: core.clock.scale, setScale: parts.setPace } }),
    mounts: mountsOf(parts),
  };
  await serve({ deps, port: config.port, closers });
}

function mountsOf({ config, core, conversations, telephony, wechat }: Parts): Mount[] {
  const { account } = telephony;
  const phone =
    account &&
    createPhoneRouter({
      ...core,
      ...account,
      publicUrl: config.publicUrl,
      receive: conversations.receive,
      // No recogniser is built in; words come with the provider's transcription.
      transcribe: async () => undefined,
    });
  return [
    ...(phone ? [{ path: '/', router: phone }] : []),
    ...telephony.mounts,
    ...(wechat.network ? [{ path: '/simulators/wechat', router: wechat.network.page }] : []),
    { path: '/queues', router: createBoard(core.queues, '/queues'), auth: 'staff' },
  ];
}

/** One per part that must work before requests are useful. */
function checksOf({ core, backing, wechat: { bot } }: Parts): HttpDeps['checks'] {
  return {
    mongodb: () => core.stores.ping(),
    redis: async () => void (await backing.producer.ping()),
    ...(bot && {
      wechat: async () => {
        if (!bot.isLoggedIn()) throw new Error('not logged in');
      },
    }),
  };
}
