import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askRedis } from './redis-wire.js';
import { spawnTied, type TiedChild } from './tied-child.js';

/** A redis-server of our own, reached by `url` only. */
export interface PrivateRedis {
  /** `redis://:password@127.0.0.1:port`; stays the same when the server has to be restarted. */
  url: string;
  /** Ends the server; what it acknowledged is on disk as its settings promise. */
  close(): Promise<void>;
  /** Tells each time the server ended unasked and is about to be restarted. */
  onExit(listener: (reason: string) => void): void;
}

export interface PrivateRedisOptions {
  /** Holds redis.conf and the data; created with mode 700. */
  folder: string;
  /** Lines of redis.conf besides address and password. */
  settings: string[];
  log: (message: string) => void;
}

const PORT_TRIES = 10;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;
const LEFTOVER_MS = 10_000;
const POLL_MS = 20;
const CONF = 'redis.conf';

/**
 * Starts a private redis-server and keeps it running: it ends with this process, and is restarted when it dies, after a
 * pause that grows as long as this fails. Throws where it cannot be started, with what the server said.
 */
export async function runPrivateRedis({ folder, settings, log }: PrivateRedisOptions): Promise<PrivateRedis> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await endLeftover(folder);
  const password = randomBytes(24).toString('hex');
  const listeners: ((reason: string) => void)[] = [];
  const closing = new AbortController();
  let { child, port } = await firstStart(folder, settings, password);

  async function keepRunning(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; ; ) {
      const reason = await child.ended;
      if (closing.signal.aborted) return;
      log(`the embedded redis-server stopped and is restarted: ${reason}`);
      for (const listener of listeners) listener(reason);
      await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      await endLeftover(folder).catch((error: Error) => log(error.message));
      if (closing.signal.aborted) return;
      child = spawnTied(['redis-server', CONF], folder);
      const runs = await isReady(child, port, password);
      if (runs) log('the embedded redis-server runs again');
      wait = runs ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  const kept = keepRunning();
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    onExit: (listener) => listeners.push(listener),
    async close() {
      closing.abort();
      await child.end();
      await kept;
    },
  };
}

async function firstStart(folder: string, settings: string[], password: string) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    // The password stands in a file of mode 600, since a command line can be read by every user of the machine.
    const conf = [`bind 127.0.0.1`, `port ${port}`, `requirepass ${password}`, ...settings];
    await writeFile(join(folder, CONF), `${conf.join('\n')}\n`, { mode: 0o600 });
    const child = spawnTied(['redis-server', CONF], folder);
    if (await isReady(child, port, password)) return { child, port };
    const reason = await child.ended;
    if (tries === PORT_TRIES || !/address already in use/i.test(reason)) {
      throw new Error(`the embedded Redis could not be started: ${reason}`);
    }
  }
}

/** Waits until the server answers; loading a long append-only file takes its time. False where it ended instead. */
async function isReady(child: TiedChild, port: number, password: string): Promise<boolean> {
  while (!child.hasEnded()) {
    if ((await askRedis(port, password, 'PING')) === '+PONG') return true;
    await delay(POLL_MS);
  }
  return false;
}

/** Ends a server that a crash left behind on this folder: two servers on one append-only file would ruin it. */
async function endLeftover(folder: string): Promise<void> {
  const conf = await readFile(join(folder, CONF), 'utf8').catch(() => '');
  const port = Number(/^port (\d+)$/m.exec(conf)?.[1]);
  const password = /^requirepass (\w+)$/m.exec(conf)?.[1];
  if (!port || !password) return;
  const deadline = Date.now() + LEFTOVER_MS;
  while ((await askRedis(port, password, 'SHUTDOWN')) !== undefined) {
    if (Date.now() > deadline) {
      throw new Error(
        `a redis-server left behind on port ${port} with its data in ${folder} does not end: end it by hand`,
      );
    }
    await delay(POLL_MS);
  }
}

/**
 * A free port below the range that systems hand out to outgoing connections (from 32768 on Linux, 49152 on macOS):
 * there a client that reconnects while the server is down could be given that very port and take it.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(20_000, 30_000);
    if (await canListen(port)) return port;
  }
  throw new Error('no free port between 20000 and 30000');
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
