import type { RequestHandler } from 'express';
import { createPhoneRouter } from '../../bots/phone/router.js';
import { retryDeadLetter } from '../../queues/dead-letter.js';
import type { Queues } from '../../queues/queues.js';
import type { HttpDeps, Mount } from '../http/deps.js';
import type { Parts } from './core.js';
import { routerLater } from './later.js';
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
    ...(telephony.network ? [{ path: '/simulators/wechat', router: routerLater(() => pageOf(wechat)) }] : []),
    { path: '/queues', router: routerLater(() => boardOf(core.queues)), auth: 'staff' },
  ];
}

const boardOf = async (queues: Queues) => (await import('../../queues/board.js')).createBoard(queues, '/queues');

async function pageOf(wechat: Parts['wechat']): Promise<RequestHandler> {
  const { network } = await wechat;
  return network?.page ?? ((_request, _response, next) => next());
}

/** One per part that must work before requests are useful. */
function checksOf({ config, core, backing, wechat }: Parts): HttpDeps['checks'] {
  return {
    mongodb: () => core.stores.ping(),
    redis: async () => void (await backing.producer.ping()),
    ...(config.roles.includes('bot') && {
      wechat: async () => {
        const { bot } = await orStillConnecting(wechat);
        if (bot && !bot.isLoggedIn()) throw new Error('not logged in');
      },
    }),
  };
}

/** The account if it is there at this moment. */
const orStillConnecting = (wechat: Parts['wechat']) =>
  Promise.race([wechat, Promise.reject(new Error('still connecting'))]);
