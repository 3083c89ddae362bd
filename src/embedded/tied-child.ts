import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A child process whose life is tied to ours. */
export interface TiedChild {
  /** Settles when the child has ended; gives how, with the last lines it wrote. Never rejects. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** Asks the child to end (SIGTERM); after `graceMs` it is killed. Settles when it has ended. */
  end(graceMs?: number): Promise<void>;
}

/**
 * Runs the command beside a watcher that reads our end of a pipe. The kernel closes the pipe however we die, kill -9
 * included; the watcher then ends the command. POSIX sh gives background commands /dev/null for input, hence fd 3.
 */
const TIE = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
( while read -r _ <&3; do :; done; kill "$child" ) 2>/dev/null &
watcher=$!
wait "$child"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"`;

const NOT_FOUND = 127;
const KEPT_OUTPUT = 2000;
const LAST_WORDS_MS = 200;
const SIGNALS = new Map(Object.entries(constants.signals).map(([name, number]) => [128 + number, name]));

/** Starts `command` in `cwd` so that it ends with this process, however this process ends. */
export function spawnTied(command: string[], cwd: string): TiedChild {
  // Its own process group: Ctrl-C in the terminal must reach us alone, so that we close in order.
  const child = spawn('sh', ['-c', TIE, 'sh', ...command], { cwd, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.stdin.on('error', () => undefined); // the child ended first
  let over = false;
  const ended = new Promise<string>((resolve) => {
    const settle = (how: string) => {
      over = true;
      resolve(output ? `${how}; it wrote:\n${output.trim()}` : how);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => {
      const how = describeExit(command[0] ?? '', code, signal);
      // Its last words may still be in the pipe; a grandchild that outlived the shell would keep that open for ever.
      const enough = setTimeout(settle, LAST_WORDS_MS, how);
      child.once('close', () => {
        clearTimeout(enough);
        settle(how);
      });
    });
  });
  const killGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // the group has gone already
    }
  };
  return {
    ended,
    hasEnded: () => over,
    async end(graceMs = 10_000) {
      const force = setTimeout(killGroup, graceMs);
      child.stdin.end();
      await ended;
      clearTimeout(force);
    },
  };
}

function describeExit(name: string, code: number | null, signal: string | null): string {
  if (code === NOT_FOUND) return `${name} was not found`;
  return `${name} ended with ${signal ?? SIGNALS.get(code ?? 0) ?? `code ${code}`}`;
}
