import type { Logger } from '../../src/ports.js';

/** Work in order per key, different keys side by side. */
export interface Lanes {
  /** Puts work behind everything else of its key. A failure is repeated (attempts count from 0) after growing waits, then logged and given up. */
  add(key: string, work: (attempt: number) => Promise<unknown>): void;
  /** Takes no more, ends the waits between attempts, and waits for work that is under way. */
  close(): Promise<void>;
}

/** About five minutes in all: long enough for a database to come back. */
export const RETRY_WAITS_MS = [500, 2_000, 5_000, 15_000, 30_000, 60_000, 90_000, 120_000];

export function createLanes({ log, waits = RETRY_WAITS_MS }: { log: Logger; waits?: readonly number[] }): Lanes {
  const lanes = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function persist(work: (attempt: number) => Promise<unknown>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await work(attempt);
        return;
      } catch (error) {
        const wait = waits[attempt];
        if (wait === undefined || closing.signal.aborted) {
          log.error({ error: String(error) }, 'a WeChat message was given up');
          return;
        }
        log.warn({ error: String(error), wait }, 'a WeChat message could not be handed on, trying again');
        await pause(wait, closing.signal);
      }
    }
  }

  return {
    add(key, work) {
      if (closing.signal.aborted) return;
      const lane = (lanes.get(key) ?? Promise.resolve()).then(() => persist(work));
      lanes.set(key, lane);
      void lane.then(() => {
        if (lanes.get(key) === lane) lanes.delete(key);
      });
    },
    async close() {
      closing.abort();
      await Promise.all(lanes.values());
    },
  };
}

/** Waits, or less where the signal comes. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
