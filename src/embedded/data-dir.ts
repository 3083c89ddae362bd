import { createHash, randomBytes, randomInt } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { mkdir, readdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Another living process uses the folder. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';
  readonly code = 'DATA_DIR_IN_USE';
  constructor(
    readonly dir: string,
    readonly pid: number,
  ) {
    super(
      `the data folder ${dir} is in use by another Shangmen (process ${pid}): stop that one, or choose another folder with DATA_DIR`,
    );
  }
}

const CLAIM = /^lock-(\d+)-\w+\.sock$/;
/** macOS allows 103 bytes in a socket's path, Linux 107. */
const LONGEST_SOCKET_PATH = 100;
const ANSWER_MS = 1000;
const TRIES = 20;

type Standing = 'dead' | 'claiming' | 'held';

/**
 * Creates the folder (mode 700) and takes it for this process alone. Throws DataDirInUseError where another has it.
 *
 * Node knows no flock, and a pid file lies after kill -9. A listening socket does not: the kernel closes it with the
 * process, on Linux as on macOS. Each process listens on a socket file of its own first and looks at the others' after
 * that. Of two that start together the later one to look always sees the other, so never both go on; where both see each
 * other, both step back and try again after a pause of chance length.
 */
export async function lockDataDir(dir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const place = await socketFolder(await realpath(dir));
  for (let tries = 0; ; tries++) {
    const claim = await openClaim(place);
    const others = await livingClaims(place, claim.name);
    if (others.length === 0) {
      claim.hold();
      return { release: claim.release };
    }
    await claim.release();
    const holder = others.find((other) => other.standing === 'held') ?? (tries === TRIES ? others[0] : undefined);
    if (holder) throw new DataDirInUseError(dir, holder.pid);
    await delay(randomInt(10, 100));
  }
}

/** Where the socket's path would be too long for the system: a private folder in the temporary one, named by the hash. */
async function socketFolder(dir: string): Promise<string> {
  if (Buffer.byteLength(join(dir, 'lock-1234567890-12345678.sock')) <= LONGEST_SOCKET_PATH) return dir;
  const hash = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `shangmen-${userInfo().uid}-${hash}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

interface Claim {
  name: string;
  hold(): void;
  release(): Promise<void>;
}

function openClaim(folder: string): Promise<Claim> {
  const name = `lock-${process.pid}-${randomBytes(4).toString('hex')}.sock`;
  let standing: Standing = 'claiming';
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(standing);
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(join(folder, name), () => {
      chmodSync(join(folder, name), 0o600);
      resolve({
        name,
        hold: () => {
          standing = 'held';
        },
        release: () => new Promise((done) => server.close(() => done())), // removes the file as well
      });
    });
  });
}

/** Every other claim whose process lives; the files of the dead are removed (their names never come again). */
async function livingClaims(folder: string, own: string): Promise<{ pid: number; standing: Standing }[]> {
  const living = [];
  for (const name of await readdir(folder)) {
    const pid = Number(CLAIM.exec(name)?.[1]);
    if (!pid || name === own) continue;
    const standing = await ask(join(folder, name));
    if (standing === 'dead') await unlink(join(folder, name)).catch(() => undefined);
    else living.push({ pid, standing });
  }
  return living;
}

/** A process that is stopped or busy does not answer, but its socket still takes the connection: it holds. */
function ask(path: string): Promise<Standing> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (standing: Standing) => {
      resolve(standing);
      socket.destroy();
    };
    socket.setTimeout(ANSWER_MS, () => settle('held'));
    socket.on('data', (chunk) => settle(chunk.toString() === 'claiming' ? 'claiming' : 'held'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'dead' : 'held'),
    );
    socket.on('close', () => settle('held'));
  });
}
