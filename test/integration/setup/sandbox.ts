import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Sandbox {
  /** The project's folder; its path holds a space. */
  root: string;
  /** The only folder on PATH: nothing of the machine is found but the tools asked for. */
  bin: string;
  write(path: string, text: string): void;
  read(path: string): string;
  has(path: string): boolean;
  remove(path: string): void;
  /** Copies a file of this repository to the same place. */
  copy(path: string): void;
  /** Puts a real tool of the machine on PATH. */
  tools(...names: string[]): void;
  /** Puts a shell script of that name on PATH; it first writes its call to the list of calls. */
  fake(name: string, script?: string): void;
  /** The calls of fakes since the last look, like `npm install --quiet`. */
  calls(): string[];
  run(command: string, args: string[], env?: Record<string, string>): Outcome;
  close(): void;
}

/** A project in a temporary folder on a machine that has only what a test gives it. */
export function openSandbox(): Sandbox {
  const base = mkdtempSync(join(tmpdir(), 'shangmen-setup-'));
  const root = join(base, 'my project');
  const bin = join(base, 'bin');
  const log = join(base, 'calls');
  mkdirSync(root);
  mkdirSync(bin);
  const sandbox: Sandbox = {
    root,
    bin,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    copy: (path) => sandbox.write(path, readFileSync(resolve(path), 'utf8')),
    tools(...names) {
      for (const name of names) {
        const real = execFileSync('sh', ['-c', 'command -v "$1"', 'sh', name]).toString().trim();
        symlinkSync(real, join(bin, name));
      }
    },
    fake(name, script = '') {
      rmSync(join(bin, name), { force: true });
      writeFileSync(join(bin, name), `#!/bin/sh\nprintf '%s\\n' "${name} $*" >>"${log}"\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    },
    calls() {
      const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
      rmSync(log, { force: true });
      return calls;
    },
    run(command, args, env = {}) {
      const { status, stdout, stderr } = spawnSync(join(bin, command), args, {
        cwd: base,
        encoding: 'utf8',
        env: { PATH: bin, HOME: base, TMPDIR: base, ...env },
      });
      return { status, stdout, stderr };
    },
    close: () => rmSync(base, { recursive: true }),
  };
  return sandbox;
}
