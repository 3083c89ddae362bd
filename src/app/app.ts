import type { Server } from 'node:http';
import { createConversations } from '../../bots/dialog/handle-turn.js';
import { createPhoneRouter } from '../../bots/phone/router.js';
import { render } from '../../bots/texts/index.js';
import { createBoard } from '../../queues/board.js';
import { retryDeadLetter } from '../../queues/dead-letter.js';
import { delayedJobs } from '../../queues/delayed-jobs.js';
import type { HandlerDeps } from '../../queues/handlers/deps.js';
import { HANDLERS } from '../../queues/handlers/index.js';
import { createLedger } from '../../queues/ledger.js';
import { closeQueues, openQueues, type Queues } from '../../queues/queues.js';
import { createRelay } from '../../queues/relay.js';
import { keepSchedules } from '../../queues/schedules.js';
import { startWorkers } from '../../queues/workers.js';
import type { ScaledClock } from '../clock.js';
import type { Config, Role } from '../config.js';
import type { Mount } from '../http/deps.js';
import type { FaultPoint, Logger } from '../ports.js';
import type { TelephoneNetwork } from '../simulators/phone/network.js';
import type { WechatNetwork } from '../simulators/wechat/index.js';
import type { Stores } from '../store/index.js';
import { buryEffect } from '../usecases/bury-effect.js';
import type { Deps } from '../usecases/deps.js';
import { retime } from '../usecases/retime.js';
import { type DemoLogin, seedDemo } from '../usecases/seed.js';
import { createSweep } from '../usecases/sweep.js';
import { type Backing, openBacking } from './backing.js';
import { type Closers, createClosers } from './closers.js';
import { serve } from './serve.js';
import { openTelephony, type Telephony } from './telephony.js';
import { openClock, setScale } from './time.js';
import { openWechat, type Wechat } from './wechat.js';

export interface App {
  config: Config;
  stores: Stores;
  clock: ScaledClock;
  logins: DemoLogin[];
  /** The simulated outside world, where there is one. */
  simulators?: { phone: TelephoneNetwork; wechat: WechatNetwork; setScale(scale: number): Promise<void> };
  close(): Promise<void>;
}

/** Everything that the parts of one process share. */
interface Core extends Deps {
  stores: Stores;
  clock: ScaledClock;
  queues: Queues;
}

/** The messages of one person at WeChat's own pace; the simulator has no such limit. */
const WECHAT_PER_MINUTE = 20;

/**
 * Starts the roles of the configuration in this process: the only place that knows every adapter.
 * @param fault named places where crash tests end the process.
 * @throws what the failing part throws, after closing what was open.
 */
export async function startApp(config: Config, log: Logger, fault: FaultPoint = () => {}): Promise<App> {
  const closers = createClosers(log);
  try {
    return await start(config, log, fault, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(config: Config, log: Logger, fault: FaultPoint, closers: Closers): Promise<App> {
  const has = (role: Role) => config.roles.includes(role);
  // The simulated networks live in memory: every role must be in the process that plays them.
  const simulate = config.simulators && config.role === 'all';
  const backing = await openBacking(config, log, closers);
  const { stores } = backing;
  const clock = await openClock(config, stores.settings);
  const { logins } = config.production ? { logins: [] } : await seedDemo(stores);
  const core = openCore({ backing, clock, log, fault, closers });
  const conversations = createConversations(core);
  const shared = { config, log, clock, stores, simulate, closers };
  const telephony = await openTelephony(shared);
  const wechat: Wechat = has('bot')
    ? await openWechat({ ...shared, receive: conversations.receive })
    : { messenger: absent };
  const setPace = async (scale: number) => {
    await setScale(clock, stores.settings, scale);
    await retime({ ...core, delayedJobs: () => delayedJobs(core.queues) });
  };
  if (has('web')) {
    await openWeb({ config, core, backing, closers, conversations, telephony, wechat, simulate, setPace });
  }
  await openWork({ config, core, backing, closers, conversations, telephony, wechat });
  return {
    config,
    stores,
    clock,
    logins,
    ...(telephony.network &&
      wechat.network && { simulators: { phone: telephony.network, wechat: wechat.network, setScale: setPace } }),
    close: () => closers.closeAll(),
  };
}

function openCore({
  backing,
  clock,
  log,
  fault,
  closers,
}: {
  backing: Backing;
  clock: ScaledClock;
  log: Logger;
  fault: FaultPoint;
  closers: Closers;
}): Core {
  const { stores, producer } = backing;
  const queues = openQueues(producer, log);
  closers.add(() => closeQueues(queues));
  const base = { ...stores, stores, clock, log, fault, queues };
  return { ...base, relay: createRelay(base) };
}

interface Parts {
  config: Config;
  core: Core;
  backing: Backing;
  closers: Closers;
  conversations: ReturnType<typeof createConversations>;
  telephony: Telephony;
  wechat: Wechat;
}

async function openWeb(
  parts: Parts & { simulate: boolean; setPace: (scale: number) => Promise<void> },
): Promise<Server> {
  const { config, core, backing, closers, conversations, telephony, wechat, simulate, setPace } = parts;
  const { account } = telephony;
  const phone =
    account &&
    createPhoneRouter({
      ...core,
      ...account,
      publicUrl: config.publicUrl,
      receive: conversations.receive,
      transcribe: async () => undefined,
    });
  const mounts: Mount[] = [
    ...(phone ? [{ path: '/', router: phone }] : []),
    ...telephony.mounts,
    ...(wechat.network ? [{ path: '/simulators/wechat', router: wechat.network.page }] : []),
    { path: '/queues', router: createBoard(core.queues, '/queues'), auth: 'staff' },
  ];
  const { bot } = wechat;
  return serve({
    deps: {
      ...core,
      sessions: core.stores.sessions,
      now: () => new Date(),
      publicUrl: config.publicUrl,
      simulators: simulate,
      checks: {
        mongodb: () => core.stores.ping(),
        redis: async () => void (await backing.producer.ping()),
        ...(bot && {
          wechat: async () => {
            if (!bot.isLoggedIn()) throw new Error('not logged in');
          },
        }),
      },
      retryDeadLetter: (ref) => retryDeadLetter(core, ref),
      ...(simulate && { clockControl: { scale: core.clock.scale, setScale: setPace } }),
      mounts,
    },
    port: config.port,
    closers,
  });
}

async function openWork({ config, core, backing, closers, conversations, telephony, wechat }: Parts): Promise<void> {
  const jobs = createLedger(core.queues, core.clock);
  const sweep = createSweep({ ...core, jobs, drain: conversations.drain, realNow: () => core.clock.now() });
  const deps: HandlerDeps = {
    ...core,
    messengers: { wechat: wechat.messenger, sms: telephony.sms },
    telephone: telephony.telephone,
    receive: conversations.receive,
    render,
    sweep,
  };
  if (config.roles.includes('scheduler')) {
    const stop = keepSchedules(core.queues, backing.producer, core.log);
    closers.add(async () => stop());
  }
  const workers = await startWorkers({
    roles: config.roles,
    connection: backing.consumer,
    handlers: HANDLERS,
    deps,
    log: core.log,
    fault: core.fault,
    bury: (job, reason) => buryEffect(core, job, reason),
    ...(wechat.network ? {} : { wechatPerMinute: WECHAT_PER_MINUTE }),
  });
  closers.add(() => workers.close());
}

/** Processes without the bot never work off its queue. */
const absent: Wechat['messenger'] = {
  send: async () => {
    throw new Error('this process has no WeChat');
  },
  wasSent: async () => 'unknown',
};
