import type { WechatBot } from '../../bots/wechat/index.js';
import type { ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { Logger, Messenger, ReceiveTurn } from '../ports.js';
import type { WechatNetwork } from '../simulators/wechat/index.js';
import type { Stores } from '../store/index.js';
import { playablePeople } from '../usecases/playable-people.js';
import type { Closers } from './closers.js';

export interface Wechat {
  messenger: Messenger;
  bot?: WechatBot;
  network?: WechatNetwork;
}

interface WechatDeps {
  config: Config;
  log: Logger;
  clock: ScaledClock;
  stores: Stores;
  receive: ReceiveTurn;
  simulate: boolean;
  closers: Closers;
}

/** The WeChat account of the configuration, the simulated one where there are simulators, otherwise a refusal, so that messages go by SMS. */
export async function openWechat(deps: WechatDeps): Promise<Wechat> {
  const { config, log, clock, stores, receive, closers } = deps;
  if (config.wechat.puppet === 'mock' && !deps.simulate) return NOT_CONFIGURED;
  // wechaty takes half of the start's time: only the role that talks to WeChat loads it.
  const { createPuppet, startWechatBot } = await import('../../bots/wechat/index.js');
  const network = config.wechat.puppet === 'mock' ? await openNetwork(deps) : undefined;
  const bot = await startWechatBot({
    puppet: createPuppet(config.wechat, network?.puppet),
    receive,
    media: stores.media,
    transcribe: network?.transcribe ?? (async () => undefined),
    clock,
    log,
  });
  closers.add(() => bot.close());
  return { messenger: bot.messenger, bot, ...(network && { network }) };
}

async function openNetwork({ log, clock, stores, closers }: WechatDeps): Promise<WechatNetwork> {
  const { createWechatNetwork } = await import('../simulators/wechat/index.js');
  const people = async () =>
    (await playablePeople(stores)).flatMap(({ wechat, name, role }) => (wechat ? [{ id: wechat, name, role }] : []));
  const network = createWechatNetwork({ log, clock, people });
  closers.add(async () => network.close());
  return network;
}

const NOT_CONFIGURED: Wechat = {
  messenger: {
    send: async () => ({
      status: 'refused',
      reason: 'no WeChat account: WECHATY_PUPPET is not wechaty-puppet-service',
    }),
    wasSent: async () => 'not_sent',
  },
};

/** Processes without the bot never work off its queue. */
export const NO_WECHAT: Wechat = {
  messenger: {
    send: async () => {
      throw new Error('this process has no WeChat');
    },
    wasSent: async () => 'unknown',
  },
};
