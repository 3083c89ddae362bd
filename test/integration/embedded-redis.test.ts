import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type PrivateRedis, startEmbeddedRedis } from '../../src/embedded/redis.js';
import { compileFolder, runModule } from '../support/run-module.js';

const HOLD_REDIS = `import { startEmbeddedRedis } from './redis.js';
const redis = await startEmbeddedRedis({ dataDir: process.argv[2], log: () => undefined });
console.log(redis.url);`;
const TRY_REDIS = `import { startEmbeddedRedis } from './redis.js';
startEmbeddedRedis({ dataDir: process.argv[2], log: () => undefined }).catch((error) => console.log(error.message));`;

let compiled: string;
let folder: string;
const started: PrivateRedis[] = [];
const clients: Redis[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  compiled = await compileFolder('src/embedded');
});
afterAll(() => rm(compiled, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shangmen data '));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const redis of started.splice(0)) await redis.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<PrivateRedis> {
  const redis = await startEmbeddedRedis({ dataDir: folder, log: () => undefined });
  started.push(redis);
  return redis;
}

async function run(source: string, env: Record<string, string> = {}) {
  const running = await runModule({ folder: compiled, source, args: [folder], env });
  children.push(running.child);
  return running;
}

function client(url: string): Redis {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  clients.push(redis);
  return redis;
}

async function serverPid(redis: Redis): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
}

const lives = (pid: number) => {
  try {
    // A killed child that nobody has waited for yet still has a pid: state Z.
    return !/^\S+ \(.*\) Z/.test(
      execFileSync('cat', [`/proc/${pid}/stat`], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    );
  } catch {
    return false;
  }
};

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((done) => setTimeout(done, 10));
}

describe('embedded Redis', () => {
  it('keeps what was acknowledged over a clean stop', async () => {
    const first = await start();
    await client(first.url).set('key', 'value');
    await first.close();
    expect(await client((await start()).url).get('key')).toBe('value');
  });

  it('works for BullMQ: a delayed job survives a restart', async () => {
    const first = await start();
    const queue = new Queue('deadlines', { connection: { url: first.url } });
    await queue.add('late', {}, { delay: 3_600_000, jobId: 'late-1' });
    await queue.close();
    await first.close();
    const again = new Queue('deadlines', { connection: { url: (await start()).url } });
    expect(await (await again.getJob('late-1'))?.getState()).toBe('delayed');
    await again.close();
  });

  it('is closed to everybody without the password, which only the owner can read', async () => {
    const { url } = await start();
    const { port, password } = new URL(url);
    const stranger = client(`redis://127.0.0.1:${port}`);
    await expect(stranger.get('key')).rejects.toThrow(/NOAUTH/);
    const file = join(folder, 'redis', 'redis.conf');
    expect(await readFile(file, 'utf8')).toContain(password);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(join(folder, 'redis'))).mode & 0o077).toBe(0);
  });

  it('syncs every write, never evicts', async () => {
    const redis = client((await start()).url);
    expect(await redis.config('GET', 'appendfsync')).toEqual(['appendfsync', 'always']);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  });

  it('comes back at the same address with its data when it dies, again and again', async () => {
    const embedded = await start();
    const reasons: string[] = [];
    embedded.onExit((reason) => reasons.push(reason));
    const redis = client(embedded.url);
    for (let round = 1; round <= 3; round++) {
      expect(await redis.incr('rounds')).toBe(round);
      process.kill(await serverPid(redis), 'SIGKILL');
      await until(() => reasons.length === round);
    }
    expect(await redis.get('rounds')).toBe('3');
    expect(reasons[0]).toContain('SIGKILL');
  });

  it('comes back as well when only the shell that watches it is killed', async () => {
    const embedded = await start();
    const reasons: string[] = [];
    embedded.onExit((reason) => reasons.push(reason));
    const redis = client(embedded.url);
    await redis.set('key', 'value');
    const pid = await serverPid(redis);
    process.kill(parentOf(pid), 'SIGKILL');
    await until(() => !lives(pid));
    expect(await redis.get('key')).toBe('value');
    expect(reasons).toHaveLength(1);
  });

  it('is out of reach of Ctrl-C, which goes to the process group of its parent', async () => {
    const pid = await serverPid(client((await start()).url));
    const groupOf = (one: number) =>
      execFileSync('ps', ['-o', 'pgid=', '-p', String(one)])
        .toString()
        .trim();
    expect(groupOf(pid)).not.toBe(groupOf(process.pid));
  });

  it('ends its server when closed, also in the middle of a restart', async () => {
    const embedded = await start();
    const pid = await serverPid(client(embedded.url));
    process.kill(pid, 'SIGKILL');
    await embedded.close();
    const { port } = new URL(embedded.url);
    expect(execFileSync('sh', ['-c', 'ps -eo args || true']).toString()).not.toContain(`127.0.0.1:${port}`);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('ends with its parent when that gets %s', async (signal) => {
    const { child, line: url } = await run(HOLD_REDIS);
    const pid = await serverPid(client(url));
    expect(lives(pid)).toBe(true);
    child.kill(signal);
    await until(() => !lives(pid));
  });

  it('ends a server left behind on the same folder before it starts its own', async () => {
    const { child, line: url } = await run(HOLD_REDIS);
    const left = client(url);
    await left.set('key', 'value');
    const pid = await serverPid(left);
    // The watcher dies together with the parent, so that nothing ends the server.
    const tie = parentOf(pid);
    for (const one of [tie, ...childrenOf(tie)]) if (one !== pid) process.kill(one, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lives(pid)).toBe(true);
    const fresh = await start();
    expect(lives(pid)).toBe(false);
    expect(await client(fresh.url).get('key')).toBe('value');
  });

  it('says so where redis-server is missing', async () => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    await symlink('/bin/sh', join(bin, 'sh'));
    const { line } = await run(TRY_REDIS, { PATH: bin });
    expect(line).toMatch(/redis-server was not found/);
  });

  it('reports what the server said where it refuses to start', async () => {
    const first = await start();
    await client(first.url).set('key', 'value');
    await first.close();
    const logs = join(folder, 'redis', 'appendonlydir');
    await writeFile(join(logs, 'appendonly.aof.manifest'), 'nonsense\n');
    await expect(start()).rejects.toThrow(/manifest/i);
  });
});

function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]));
}

function childrenOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=']).toString().trim().split('\n');
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([own, parent]) => (parent === pid && own ? [own] : []));
}
