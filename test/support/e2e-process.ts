import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../src/demo/until.js';

const DIST = join(import.meta.dirname, '../../dist/src');

/** The program as `npm start` runs it, in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything printed so far, on both outputs. */
  output(): string;
  /** Waits until it says that it is ready. */
  ready(): Promise<void>;
  /** Waits until it ended; the exit code, or the signal's name. */
  ended(): Promise<number | string>;
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Starts the built program, or another of ours, with these variables and no others of ours. */
export function startProgram(variables: Record<string, string>, main = 'main.js'): Program {
  const file = join(DIST, main);
  if (!existsSync(file)) throw new Error('dist is missing: run `npm run build` first');
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME: tmpdir(), LOG_LEVEL: 'warn', ...variables },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    output: () => output,
    async ready() {
      await until('ready', () => {
        if (hasEnded()) throw new Error(`the program ended: ${output}`);
        return output.includes('is ready');
      });
    },
    ended: () => exit,
    async end(signal = 'SIGINT') {
      if (!hasEnded()) child.kill(signal);
      return exit;
    },
  };
}

/** An empty folder for one test, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'shangmen-e2e-')));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Processes that work in the folder, such as a redis-server; none where /proc is missing. */
export function processesIn(folder: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}
