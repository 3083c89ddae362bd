import type { createConversations } from '../../bots/dialog/handle-turn.js';
import { closeQueues, openQueues, type Queues } from '../../queues/queues.js';
import { createRelay } from '../../queues/relay.js';
import type { ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { FaultPoint, Logger } from '../ports.js';
import type { Stores } from '../store/index.js';
import type { Deps } from '../usecases/deps.js';
import type { Backing } from './backing.js';
import type { Closers } from './closers.js';
import type { Telephony } from './telephony.js';
import type { Wechat } from './wechat.js';

/** What the use cases and conversations of one process share. */
export interface Core extends Deps {
  stores: Stores;
  clock: ScaledClock;
  queues: Queues;
}

/** The opened parts from which a role is made. */
export interface Parts {
  config: Config;
  core: Core;
  backing: Backing;
  closers: Closers;
  conversations: ReturnType<typeof createConversations>;
  telephony: Telephony;
  /** Takes longest to open; pages and workers do not wait for it. */
  wechat: Promise<Wechat>;
  /** Changes the pace of the demonstration's time. */
  setPace: (scale: number) => Promise<void>;
}

export function openCore({
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
