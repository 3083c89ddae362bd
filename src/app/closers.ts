import type { Logger } from '../ports.js';

/** What has been opened, closed in the opposite order. */
export interface Closers {
  add(close: () => Promise<unknown>): void;
  /** Closes everything once; a part that fails does not keep the others open. */
  closeAll(): Promise<void>;
}

export function createClosers(log: Logger): Closers {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      for (let close = closers.pop(); close; close = closers.pop()) {
        await close().catch((error: unknown) => log.warn({ error: String(error) }, 'closing'));
      }
    },
  };
}
