import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Router } from 'express';
import type { Queues } from './queues.js';

/**
 * The queue board, to be mounted at `basePath` behind the staff login. It only shows: what is retried or dropped must be known to the effects,
 * so that dead letters are retried through the ticket (dead-letter.ts).
 */
export function createBoard(queues: Queues, basePath = '/queues'): Router {
  const serverAdapter = new ExpressAdapter().setBasePath(basePath);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
    serverAdapter,
    options: { uiConfig: { boardTitle: '上门 Shangmen' } },
  });
  return serverAdapter.getRouter();
}
