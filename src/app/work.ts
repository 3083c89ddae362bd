import { render } from '../../bots/texts/index.js';
import type { HandlerDeps } from '../../queues/handlers/deps.js';
import { HANDLERS } from '../../queues/handlers/index.js';
import { createLedger } from '../../queues/ledger.js';
import { keepSchedules } from '../../queues/schedules.js';
import { startWorkers } from '../../queues/workers.js';
import type { Messenger } from '../ports.js';
import { buryEffect } from '../usecases/bury-effect.js';
import { createSweep } from '../usecases/sweep.js';
import type { Parts } from './core.js';

/** A real account that writes faster than a person is soon locked; the simulated one has no such limit. */
const WECHAT_PER_MINUTE = 20;

/** The working roles: bot, worker and scheduler each take their queues. */
export async function openWork({
  config,
  core,
  backing,
  closers,
  conversations,
  telephony,
  wechat,
}: Parts): Promise<void> {
  const jobs = createLedger(core.queues, core.clock);
  const sweep = createSweep({ ...core, jobs, drain: conversations.drain });
  const deps: HandlerDeps = {
    ...core,
    messengers: { wechat: messengerLater(wechat), sms: telephony.sms },
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
    ...(telephony.network ? {} : { wechatPerMinute: WECHAT_PER_MINUTE }),
  });
  closers.add(() => workers.close());
}

/** Messages wait for the account to be connected. */
const messengerLater = (wechat: Parts['wechat']): Messenger => ({
  send: async (message) => (await wechat).messenger.send(message),
  wasSent: async (message) => (await wechat).messenger.wasSent(message),
});
