import { createConversations } from '../../bots/dialog/handle-turn.js';
import { delayedJobs } from '../../queues/delayed-jobs.js';
import type { ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { FaultPoint, Logger } from '../ports.js';
import type { TelephoneNetwork } from '../simulators/phone/network.js';
import type { WechatNetwork } from '../simulators/wechat/index.js';
import type { Stores } from '../store/index.js';
import { retime } from '../usecases/retime.js';
import { type DemoLogin, seedDemo } from '../usecases/seed.js';
import { openBacking } from './backing.js';
import { type Closers, createClosers } from './closers.js';
import { openCore, type Parts } from './core.js';
import { later } from './later.js';
import { openTelephony } from './telephony.js';
import { openClock, setScale } from './time.js';
import { openWeb } from './web.js';
import { NO_WECHAT, openWechat, type Wechat } from './wechat.js';
import { openWork } from './work.js';

export interface App {
  config: Config;
  stores: Stores;
  clock: ScaledClock;
  logins: DemoLogin[];
  /** The simulated outside world, where there is one. */
  simulators?: { phone: TelephoneNetwork; wechat: WechatNetwork; setScale(scale: number): Promise<void> };
  close(): Promise<void>;
}

export interface StartOptions {
  /** Named places where crash tests end the process. */
  fault?: FaultPoint;
  /** Called when pages, API, telephone and workers serve; WeChat may still be connecting. */
  onServing?: (app: App) => void;
}

/**
 * Starts the roles of the configuration in this process: the only place that knows every adapter. Resolves when everything is
 * connected.
 * @throws what the failing part throws, after closing what was open.
 */
export async function startApp(config: Config, log: Logger, options: StartOptions = {}): Promise<App> {
  const closers = createClosers(log);
  try {
    return await start(config, log, options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(config: Config, log: Logger, options: StartOptions, closers: Closers): Promise<App> {
  const { fault = () => {}, onServing = () => {} } = options;
  const backing = await openBacking(config, log, closers);
  const { stores } = backing;
  const clock = await openClock(config, stores.settings);
  const { logins } = config.production ? { logins: [] } : await seedDemo(stores);
  const core = openCore({ backing, clock, log, fault, closers });
  const conversations = createConversations(core);
  // The simulated networks live in memory: every role must be in the process that plays them.
  const shared = { config, log, clock, stores, simulate: config.simulators && config.role === 'all' };
  const telephony = await openTelephony({ ...shared, closers });
  const wechat = later<Wechat>();
  const setPace = async (scale: number) => {
    await setScale(clock, stores.settings, scale);
    await retime({ ...core, delayedJobs: () => delayedJobs(core.queues) });
  };
  // Opened last, closed after the workers that send by it.
  const wechatClosers = createClosers(log);
  closers.add(() => wechatClosers.closeAll());
  const parts: Parts = { config, core, backing, closers, conversations, telephony, wechat: wechat.value, setPace };
  if (config.roles.includes('web')) await openWeb(parts);
  await openWork(parts);
  const app: App = { config, stores, clock, logins, close: () => closers.closeAll() };
  onServing(app);
  const { receive } = conversations;
  const { network } = await wechat.open(async () =>
    config.roles.includes('bot') ? openWechat({ ...shared, receive, closers: wechatClosers }) : NO_WECHAT,
  );
  const { network: phone } = telephony;
  return phone && network ? { ...app, simulators: { phone, wechat: network, setScale: setPace } } : app;
}
