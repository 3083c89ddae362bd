import { createConversations } from '../../../bots/dialog/handle-turn.js';
import { producerConnection, workerConnection } from '../../../queues/connection.js';
import { HANDLERS } from '../../../queues/handlers/index.js';
import { createLedger } from '../../../queues/ledger.js';
import { openQueues } from '../../../queues/queues.js';
import { createRelay } from '../../../queues/relay.js';
import { applySchedules } from '../../../queues/schedules.js';
import { startWorkers } from '../../../queues/workers.js';
import { createClock } from '../../../src/clock.js';
import type { InboxStore, Messenger, Telephone } from '../../../src/ports.js';
import { openStores } from '../../../src/store/index.js';
import { buryEffect } from '../../../src/usecases/bury-effect.js';
import { Undeliverable } from '../../../src/usecases/deliver.js';
import { createSweep } from '../../../src/usecases/sweep.js';
import { quietLog, TUESDAY_TEN } from '../../support/builders.js';
import { until } from '../../support/until.js';
import { live } from './life.js';
import type { Taken } from './outside.js';
import { waitUntilSettled } from './settled.js';

/** The service in a process of its own, which ends itself at a named point. Started by crash.test.ts. */
export interface Orders {
  mongoUri: string;
  redisUrl: string;
  outsideUrl: string;
  /** When this test began, in real milliseconds: then it was Tuesday at ten for the service. */
  startedAt: number;
  runs: string[];
  fault?: { point: string; hit: number };
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const log = quietLog;
const LOCK_MS = 1_000;
const hits = new Map<string, number>();

function fault(point: string): void {
  const count = (hits.get(point) ?? 0) + 1;
  hits.set(point, count);
  if (orders.fault?.point === point && orders.fault.hit === count) process.kill(process.pid, 'SIGKILL');
}

async function ask(path: string, message: Omit<Taken, 'text'> & { text?: string }) {
  const body = JSON.stringify({ text: '', ...message, pid: process.pid });
  const response = await fetch(orders.outsideUrl + path, { method: 'POST', body });
  return response.json() as Promise<never>;
}

async function idAtProvider(route: Taken['route'], effectId: string): Promise<string | undefined> {
  const found: { ref?: string } = await ask('/find', { route, effectId, to: '' });
  return found.ref;
}
const wasTaken = async (route: Taken['route'], effectId: string) =>
  (await idAtProvider(route, effectId)) ? 'sent' : 'not_sent';

/** WeChat cannot say what it has delivered; a telephone provider can. */
const messenger = (route: 'wechat' | 'sms'): Messenger => ({
  send: ({ ref, to, text }) =>
    ask('/send', { route, effectId: ref.effectId, to: (route === 'wechat' ? to.wechatId : to.phone) ?? '', text }),
  wasSent: async ({ ref }) => (route === 'wechat' ? 'unknown' : wasTaken(route, ref.effectId)),
});

const telephone: Telephone = {
  async call({ ref, to }) {
    const placed: { ref?: string } = await ask('/send', { route: 'call', effectId: ref.effectId, to });
    if (!placed.ref) throw new Undeliverable('no such number');
    return { callId: placed.ref };
  },
  wasPlaced: ({ ref }) => wasTaken('call', ref.effectId),
};

const clock = createClock({ realAt: orders.startedAt, virtualAt: TUESDAY_TEN.getTime(), scale: 1 });
const opened = await openStores({ uri: orders.mongoUri, log });
/** A dead process lets go of its conversations as soon as of its jobs. */
const acquire: InboxStore['acquire'] = (conversation, holder) => opened.inbox.acquire(conversation, holder, LOCK_MS);
const stores = { ...opened, inbox: { ...opened.inbox, acquire } };
const producer = producerConnection(orders.redisUrl, log);
const queues = openQueues(producer, log);
const base = { ...stores, clock, log, fault, queues };
const deps = { ...base, relay: createRelay(base) };
const { receive, drain } = createConversations(deps);
const sweep = createSweep({ ...deps, jobs: createLedger(queues, clock), drain });
await startWorkers({
  roles: ['worker', 'bot', 'scheduler'],
  connection: workerConnection(orders.redisUrl, log),
  handlers: HANDLERS,
  deps: {
    ...deps,
    receive,
    sweep,
    telephone,
    messengers: { wechat: messenger('wechat'), sms: messenger('sms') },
    render: ({ say }) => say.map(({ key }) => key).join(' '),
  },
  log,
  fault,
  bury: (job, reason) => buryEffect(deps, job, reason),
  lockMs: LOCK_MS,
  retryMs: 20,
});
await until('redis', () => producer.status === 'ready');
await applySchedules(queues, { sweep: { job: 'effects.sweep', when: { every: 1_000 } } });

/** The newest run first, and a few at a time: all of them at once would ask the database for nothing but their state. */
const runs = orders.runs.toReversed();
const oneAfterTheOther = async () => {
  for (let run = runs.shift(); run; run = runs.shift()) {
    await live({ ...deps, receive, idAtProvider }, run);
    await waitUntilSettled(stores, run, clock.now);
  }
};
await Promise.all([1, 2, 3].map(oneAfterTheOther));
process.stdout.write(JSON.stringify([...hits.keys()]), () => process.exit(0));
