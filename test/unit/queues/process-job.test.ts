import { UnrecoverableError } from 'bullmq';
import { HANDLERS } from '../../../queues/handlers/index.js';
import type { Handlers } from '../../../queues/jobs.js';
import { processJob, type Work } from '../../../queues/process-job.js';
import { Undeliverable } from '../../../src/usecases/deliver.js';
import { quietLog } from '../../support/builders.js';

const payload = { owner: 'ticket', ownerId: 'W-1', effectId: 'W-1-1-0', attempt: 0 };
const job = (over: Partial<Work> = {}): Work => ({
  id: 'W-1-1-0-a0',
  name: 'ticket.dispatch',
  data: payload,
  attemptsMade: 0,
  opts: { attempts: 3 },
  ...over,
});

describe('working a job off', () => {
  let buried: string[];
  beforeEach(() => {
    buried = [];
  });
  const run = (handle: () => Promise<'done' | 'skipped'>, work: Work = job()) => {
    const handlers = Object.fromEntries(
      Object.keys(HANDLERS).map((name) => [name, handle]),
    ) as unknown as Handlers<null>;
    const bury = async (_: unknown, reason: string) => void buried.push(reason);
    return processJob({ handlers, deps: null, log: quietLog, fault: () => undefined, bury }, work);
  };
  const fail = (error: Error) => async () => {
    throw error;
  };

  it('gives the handler’s result', async () => {
    expect(await run(async () => 'skipped')).toBe('skipped');
  });

  it('passes a fault on for a retry', async () => {
    await expect(run(fail(new Error('away')))).rejects.toThrow('away');
    expect(buried).toEqual([]);
  });

  it('buries after the last try', async () => {
    await expect(run(fail(new Error('away')), job({ attemptsMade: 2 }))).rejects.toThrow('away');
    expect(buried).toEqual(['away']);
  });

  it('buries at once, and does not try again, what cannot be delivered', async () => {
    await expect(run(fail(new Undeliverable('no way')))).rejects.toBeInstanceOf(UnrecoverableError);
    expect(buried).toEqual(['no way']);
  });

  it.each([
    ['a payload that cannot be read', job({ data: { ownerId: 7 } })],
    ['an unknown job', job({ name: 'tea.make' })],
  ])('does not try again %s', async (_, work) => {
    await expect(run(async () => 'done', work)).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it('hands the handler what the schema lets through', async () => {
    let seen: unknown;
    const sweep = async (given: unknown) => {
      seen = given;
      return 'done' as const;
    };
    const handlers = { ...HANDLERS, 'effects.sweep': sweep };
    const context = {
      handlers: handlers as unknown as Handlers<null>,
      deps: null,
      log: quietLog,
      fault: () => undefined,
    };
    await processJob({ ...context, bury: async () => undefined }, job({ name: 'effects.sweep', data: {} }));
    expect(seen).toEqual({ isFull: false });
  });
});
