import type { Timer } from './types.js';

/** How long a sentence takes to say, in milliseconds: about 4.5 Chinese characters or 15 Latin letters a second. */
export function speakingTime(text: string): number {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.max(400, wide * 220 + (text.length - wide) * 65);
}

export interface Pace {
  /** Runs after that many simulated milliseconds; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** Resolves after that many simulated milliseconds, or rejects with the signal's reason. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Drops every pending wait. */
  stop(): void;
}

/**
 * The network's pace. A wait is divided by the time scale, but never below `patience` real milliseconds (or its own
 * length if that is shorter): at 3600× a person must still be able to pick up a ringing phone.
 */
export function createPace(options: { timer: Timer; scale: () => number; patience: number }): Pace {
  const { timer, scale, patience } = options;
  const pending = new Set<unknown>();

  function after(milliseconds: number, run: () => void): () => void {
    const real = Math.max(milliseconds / scale(), Math.min(milliseconds, patience));
    const handle = timer.setTimeout(() => {
      pending.delete(handle);
      run();
    }, real);
    pending.add(handle);
    return () => {
      pending.delete(handle);
      timer.clearTimeout(handle);
    };
  }

  const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const interrupted = () => {
        cancel();
        reject(signal.reason);
      };
      const cancel = after(milliseconds, () => {
        signal.removeEventListener('abort', interrupted);
        resolve();
      });
      signal.addEventListener('abort', interrupted, { once: true });
    });

  return {
    after,
    wait,
    stop() {
      for (const handle of pending) timer.clearTimeout(handle);
      pending.clear();
    },
  };
}

/** Settles as the promise does, or rejects with the signal's reason as soon as that is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const interrupted = () => reject(signal.reason);
    signal.addEventListener('abort', interrupted, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', interrupted));
  });
}
