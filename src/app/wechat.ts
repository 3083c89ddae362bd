import { createPuppet, startWechatBot, type WechatBot } from '../../bots/wechat/index.js';
import type { ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { Logger, Messenger, ReceiveTurn } from '../ports.js';
import { createWechatNetwork, type WechatNetwork } from '../simulators/wechat/index.js';
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
  if (config.wechat.puppet === 'mock' && !deps.simulate) return { messenger: unconfigured };
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
  const people = async () =>
    (await playablePeople(stores)).flatMap(({ wechat, name, role }) => (wechat ? [{ id: wechat, name, role }] : []));
  const network = createWechatNetwork({ log, clock, people });
  closers.add(async () => network.close());
  return network;
}

const unconfigured: Messenger = {
  send: async () => ({ status: 'refused', reason: 'no WeChat account: WECHATY_PUPPET is not wechaty-puppet-service' }),
  wasSent: async () => 'not_sent',
};
