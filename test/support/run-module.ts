import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFile } from '@swc/core';

/**
 * Compiles the TypeScript files that lie directly in `source` into a new temporary folder and gives its path: what a test
 * needs to run them in another process, to kill it. Only for sources that import Node's own modules and one another.
 */
export async function compileFolder(source: string): Promise<string> {
  const target = await mkdtemp(join(tmpdir(), 'shangmen-compiled-'));
  await writeFile(join(target, 'package.json'), '{"type":"module"}');
  for (const name of await readdir(source)) {
    if (!name.endsWith('.ts')) continue;
    const { code } = await transformFile(join(source, name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    await writeFile(join(target, name.replace(/\.ts$/, '.js')), code);
  }
  return target;
}

/** Runs `source` as a module beside the compiled ones; settles with the process and the first line that it prints. */
export async function runModule(options: {
  folder: string;
  source: string;
  args: string[];
  env?: Record<string, string>;
}): Promise<{ child: ChildProcess; line: string }> {
  const file = join(options.folder, `child-${randomBytes(4).toString('hex')}.js`);
  await writeFile(file, options.source);
  const child = spawn(process.execPath, [file, ...options.args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line).trim() };
}
