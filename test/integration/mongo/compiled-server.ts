import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCE = join(ROOT, 'src/embedded/mongo');

const MAIN = `
import { startEmbeddedMongo } from './index.js';
const { uri } = await startEmbeddedMongo({ dataDir: process.argv[2], sync: process.argv[3] === 'sync' });
console.log(uri);
`;

/** Compiles the server into a temporary folder, so that another process can run it; gives the folder. */
export async function compileServer(): Promise<string> {
  const target = await mkdtemp(join(tmpdir(), 'shangmen-mongo-compiled-'));
  await writeFile(join(target, 'package.json'), '{"type":"module"}');
  await writeFile(join(target, 'main.js'), MAIN);
  await symlink(join(ROOT, 'node_modules'), join(target, 'node_modules'));
  for (const entry of await readdir(SOURCE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const source = join(entry.parentPath, entry.name);
    const output = join(target, relative(SOURCE, source).replace(/\.ts$/, '.js'));
    const { code } = await transformFile(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } });
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, code);
  }
  return target;
}

/** Runs the compiled server on a folder in a process of its own. */
export async function spawnServer(
  compiled: string,
  dataDir: string,
  sync: boolean,
): Promise<{ child: ChildProcess; uri: string }> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [join(compiled, 'main.js'), dataDir, sync ? 'sync' : 'no-sync'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, uri: String(line).trim() };
}

/** Ends a process without giving it a chance to do anything. */
export async function killNow(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
