import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirInUseError, lockDataDir } from '../../src/embedded/data-dir.js';
import { compileFolder, runModule } from '../support/run-module.js';

const HOLD_LOCK = `import { lockDataDir } from './data-dir.js';
await lockDataDir(process.argv[2]);
setInterval(() => undefined, 1000);
console.log('locked');`;

let compiled: string;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  compiled = await compileFolder('src/embedded');
});
afterAll(() => rm(compiled, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shangmen data '));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function run() {
  const running = await runModule({ folder: compiled, source: HOLD_LOCK, args: [folder] });
  children.push(running.child);
  return running;
}

describe('data folder lock', () => {
  it('refuses a second holder, naming the folder and the process, until released', async () => {
    const lock = await lockDataDir(folder);
    const refusal = await lockDataDir(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirInUseError);
    expect((refusal as Error).message).toContain(folder);
    expect((refusal as Error).message).toContain(`process ${process.pid}`);
    await lock.release();
    await (await lockDataDir(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('creates the folder for its owner only', async () => {
    const inner = join(folder, 'a', 'b');
    const lock = await lockDataDir(inner);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
    await lock.release();
  });

  it('holds against another process, and is free at once when that is killed', async () => {
    const { child } = await run();
    await expect(lockDataDir(folder)).rejects.toThrow(new RegExp(`process ${child.pid}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockDataDir(folder)).release();
  });

  it('holds while the other process is stopped and cannot answer', async () => {
    const { child } = await run();
    child.kill('SIGSTOP');
    await expect(lockDataDir(folder)).rejects.toThrow(DataDirInUseError);
  });

  it('lets exactly one of many that start together go on, leftovers of dead ones or not', async () => {
    const { child } = await run();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(folder)));
    const held = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(held).toHaveLength(1);
    for (const outcome of held) await outcome.value.release();
  });

  it('works in a folder whose path is longer than a socket address may be', async () => {
    const deep = join(folder, 'x'.repeat(120));
    const lock = await lockDataDir(deep);
    await expect(lockDataDir(deep)).rejects.toThrow(DataDirInUseError);
    await lock.release();
    for (const name of await readdir(tmpdir())) {
      if (/^shangmen-\d+-[0-9a-f]{16}$/.test(name)) await rmdir(join(tmpdir(), name)).catch(() => undefined);
    }
  });
});
