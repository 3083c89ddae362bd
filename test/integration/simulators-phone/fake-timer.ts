import type { Timer } from '../../../src/simulators/phone/types.js';

interface Due {
  at: number;
  run: () => void;
  lasts: number;
}

/** The limit that every webhook sets itself: while one is pending, a request is under way and time must not move by itself. */
const WEBHOOK_LIMIT = 15_000;
const REAL_PATIENCE = 10_000;

/** A timer moved by hand; `until` moves it only as far as a condition needs, and never past a request under way. */
export function createFakeTimer() {
  let now = 0;
  let sequence = 0;
  let requests = 0;
  const due = new Map<number, Due>();
  const timer: Timer = {
    setTimeout(run, lasts) {
      sequence += 1;
      if (lasts === WEBHOOK_LIMIT) requests += 1;
      due.set(sequence, { at: now + lasts, run, lasts });
      return sequence;
    },
    clearTimeout: (handle) => void due.delete(handle as number),
  };

  const earliest = () => [...due].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  const fire = ([handle, entry]: [number, Due]) => {
    due.delete(handle);
    now = Math.max(now, entry.at);
    entry.run();
  };

  async function advance(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (let next = earliest(); next && next[1].at <= end; next = earliest()) {
      fire(next);
      await breathe();
    }
    now = end;
  }

  async function until(condition: () => unknown, what = 'condition'): Promise<void> {
    const started = Date.now();
    while (!condition()) {
      if (Date.now() - started > REAL_PATIENCE) throw new Error(`never came true: ${what || condition}`);
      for (let turn = 0; turn < 5; turn++) await breathe();
      if (condition()) return;
      const isAsking = [...due.values()].some(({ lasts }) => lasts === WEBHOOK_LIMIT);
      const next = isAsking ? undefined : earliest();
      if (next) fire(next);
    }
  }

  /** Waits in real time only: nothing that takes simulated time happens. */
  async function stay(condition: () => unknown): Promise<void> {
    const started = Date.now();
    while (!condition()) {
      if (Date.now() - started > REAL_PATIENCE) throw new Error(`never came true: ${condition}`);
      await breathe();
    }
  }

  return {
    timer,
    advance,
    until,
    stay,
    pending: () => due.size,
    now: () => now,
    /** How many requests were tried so far. */ requests: () => requests,
  };
}
