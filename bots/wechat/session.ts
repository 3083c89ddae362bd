import type { Friendship } from 'wechaty';
import { type Message, log as packageLog, type Wechaty, WechatyBuilder } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';
import { maskId } from '../../src/mask.js';
import type { Logger } from '../../src/ports.js';
import { pause } from './lanes.js';
import type { OpenPuppet } from './puppets.js';

/** Where the WeChat account stands; for readiness and for a staff page that shows the code to scan. */
export interface WechatStatus {
  state: 'starting' | 'waiting-for-scan' | 'online' | 'offline';
  /** What the QR code to scan holds, while WeChat waits for it. */
  qrCode?: string;
}

/** How closely a connection is watched, in real milliseconds. */
export interface Watch {
  /** A sign of life is asked for this often. */
  askEvery: number;
  /** After this long without one the connection is replaced. */
  silence: number;
  /** Waits before the next connection, growing until one has logged in. */
  waits: readonly [number, ...number[]];
}

export const WATCH: Watch = { askEvery: 5_000, silence: 20_000, waits: [500, 1_000, 2_000, 5_000, 10_000, 30_000] };

export interface SessionDeps {
  /** A puppet that lives as long as we do, or a way to make one whenever its connection died. */
  puppet: Puppet | OpenPuppet;
  onMessage(message: Message): void;
  onFriendship(friendship: Friendship): Promise<void>;
  log: Logger;
  watch?: Watch;
}

export interface Session {
  /** The account, where it is logged in. */
  online(): Wechaty | undefined;
  status(): WechatStatus;
  close(): Promise<void>;
}

/** A token is a UUID, perhaps behind a server's name; the package quotes it in its complaints. */
const withoutTokens = (text: string): string => text.replace(/[\w-]*[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, '****');

/** What gRPC says when the service went away. */
const LOST = /\b14 UNAVAILABLE|\b1 CANCELLED|Connection dropped|ECONNREFUSED|ECONNRESET/;

/**
 * Keeps an account connected. A puppet service that drops its clients, or that starts after us, is connected to again until it answers:
 * its client library may stay deaf for ever although its start succeeded.
 */
export async function openSession(deps: SessionDeps): Promise<Session> {
  packageLog.level('silent');
  const { puppet, log, watch = WATCH } = deps;
  const closing = new AbortController();
  let connection: Connection | undefined;

  /** Begins a connection, which is the session's from now on. */
  function connect(one: Puppet): Connection {
    connection = createConnection(deps, one, closing.signal);
    return connection;
  }

  async function keepConnected(open: OpenPuppet): Promise<void> {
    let failures = 0;
    while (!closing.signal.aborted) {
      const { bot, hasLoggedIn, ...signs } = connect(open());
      try {
        await bot.start();
        await untilLost({ bot, ...signs }, watch, closing.signal);
      } catch (error) {
        log.warn({ error: withoutTokens(String(error)) }, 'WeChat: connecting');
      }
      if (!closing.signal.aborted) log.warn({}, 'the WeChat puppet service does not answer, connecting again');
      await stop(bot, log);
      failures = hasLoggedIn() ? 0 : failures + 1;
      await pause(watch.waits[failures] ?? watch.waits.at(-1)!, closing.signal);
    }
  }

  // A service may take its time or be away: whoever starts us need not wait for it.
  const running = typeof puppet === 'function' ? keepConnected(puppet) : undefined;
  if (typeof puppet !== 'function') await connect(puppet).bot.start();
  return {
    online: () => (connection?.bot.isLoggedIn && !connection.isLost() ? connection.bot : undefined),
    status: () => connection?.status() ?? { state: 'starting' },
    async close() {
      closing.abort();
      await running;
      if (!running && connection) await stop(connection.bot, log);
    },
  };
}

interface Connection {
  bot: Wechaty;
  hasLoggedIn(): boolean;
  isLost(): boolean;
  /** Milliseconds since the other side was last heard. */
  silentFor(): number;
  status(): WechatStatus;
}

function createConnection(
  { onMessage, onFriendship, log }: SessionDeps,
  puppet: Puppet,
  closing: AbortSignal,
): Connection {
  const bot = WechatyBuilder.build({ puppet });
  let status: WechatStatus = { state: 'starting' };
  let heardAt = Date.now();
  let hasLoggedIn = false;
  let isLost = false;
  const heard = () => {
    heardAt = Date.now();
  };
  // A listener that throws or rejects would end the process.
  const safely =
    <A extends unknown[]>(listener: (...args: A) => unknown) =>
    (...args: A): void => {
      heard();
      void (async () => listener(...args))().catch((error: unknown) =>
        log.error({ error: String(error) }, 'a WeChat event was not handled'),
      );
    };

  bot.on('heartbeat', heard);
  bot.on('dong', heard);
  bot.on('message', safely(onMessage));
  bot.on('friendship', safely(onFriendship));
  bot.on(
    'scan',
    safely((qrCode: string) => {
      status = { state: 'waiting-for-scan', qrCode };
      log.info({ qrCode }, 'scan this code with WeChat to log in');
    }),
  );
  bot.on(
    'login',
    safely((user: { id: string }) => {
      status = { state: 'online' };
      hasLoggedIn = true;
      log.info({ account: maskId(user.id) }, 'WeChat is logged in');
    }),
  );
  bot.on(
    'logout',
    safely(() => {
      status = { state: 'offline' };
      log[closing.aborted ? 'debug' : 'warn']({}, 'WeChat is logged out');
    }),
  );
  bot.on('error', (error) => {
    isLost ||= LOST.test(error.message);
    log[isLost ? 'debug' : 'warn']({ error: withoutTokens(error.message) }, 'WeChat reports an error');
  });
  return {
    bot,
    hasLoggedIn: () => hasLoggedIn,
    isLost: () => isLost,
    silentFor: () => Date.now() - heardAt,
    status: () => (isLost ? { state: 'offline' } : status),
  };
}

/** Asks for signs of life until none comes, the service is gone, or we close. */
async function untilLost(
  connection: Pick<Connection, 'bot' | 'isLost' | 'silentFor'>,
  { askEvery, silence }: Watch,
  closing: AbortSignal,
): Promise<void> {
  while (!closing.aborted && !connection.isLost() && connection.silentFor() < silence) {
    if (connection.silentFor() > askEvery) connection.bot.puppet.ding('alive?');
    await pause(Math.min(askEvery, 1_000), closing);
  }
}

async function stop(bot: Wechaty, log: Logger): Promise<void> {
  try {
    await bot.stop();
  } catch (error) {
    log.debug({ error: String(error) }, 'WeChat: stopping');
  }
}
