import { producerConnection, workerConnection } from '../../../queues/connection.js';
import { HANDLERS } from '../../../queues/handlers/index.js';
import { createLedger } from '../../../queues/ledger.js';
import { closeQueues, openQueues } from '../../../queues/queues.js';
import { createRelay } from '../../../queues/relay.js';
import { startWorkers } from '../../../queues/workers.js';
import { createClock } from '../../../src/clock.js';
import { buryEffect } from '../../../src/usecases/bury-effect.js';
import { createSweep } from '../../../src/usecases/sweep.js';
import { quietLog } from '../../support/builders.js';
import { until } from '../../support/until.js';
import { aService } from '../../unit/queues/harness.js';

/** The queues as the application puts them together, on a real Redis, with stores in memory and a provider at the edge. */
export async function startService(redisUrl: string, roles: readonly string[] = ['worker', 'bot', 'scheduler']) {
  const { deps: base, provider } = await aService();
  const clock = createClock();
  const connection = producerConnection(redisUrl, quietLog);
  const queues = openQueues(connection, quietLog);
  const deps = { ...base, clock, queues };
  const relay = createRelay(deps);
  const withRelay = { ...deps, relay };
  const drain = async () => undefined;
  const sweep = createSweep({ ...withRelay, jobs: createLedger(queues, clock), drain });
  const handlerDeps = { ...withRelay, sweep };
  const onWorkers = workerConnection(redisUrl, quietLog);
  const workers = await startWorkers({
    roles,
    connection: onWorkers,
    handlers: HANDLERS,
    deps: handlerDeps,
    log: quietLog,
    fault: () => undefined,
    bury: (job, reason) => buryEffect(withRelay, job, reason),
    retryMs: 5,
    lockMs: 2_000,
  });
  // A connection of its own: that the workers have theirs does not say that this one stands, and until then it refuses all.
  await until('redis', () => connection.status === 'ready');
  return {
    deps: handlerDeps,
    provider,
    queues,
    connection,
    workers,
    sweep,
    async close() {
      await workers.close();
      await closeQueues(queues);
      onWorkers.disconnect();
      connection.disconnect();
    },
  };
}

export type RunningService = Awaited<ReturnType<typeof startService>>;
