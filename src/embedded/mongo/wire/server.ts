import { createServer, type Server, type Socket } from 'node:net';
import type { Doc } from '../bson.js';
import { asFault, type MongoFault } from '../errors.js';
import { encodeReply, MAX_MESSAGE_BYTES, parseMessage, type Request } from './message.js';

export type Handle = (request: Request, connectionId: number) => Promise<Doc | Buffer>;

/** Listens on loopback only; `port` 0 takes a free one. Commands of one connection are answered in order. */
export async function listen(handle: Handle, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, handle, ++connections);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return { port: portOf(server), close: () => closeAll(server, sockets) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

function serve(socket: Socket, handle: Handle, connectionId: number): void {
  let pending: Buffer[] = [];
  let size = 0;
  let answered: Promise<void> = Promise.resolve();
  socket.on('error', () => socket.destroy()); // a client that went away is no fault of ours
  socket.on('data', (chunk: Buffer) => {
    pending.push(chunk);
    size += chunk.length;
    if (size < neededBytes(pending)) return;
    let bytes = pending.length === 1 ? chunk : Buffer.concat(pending, size);
    for (let next = nextMessage(bytes); next; next = nextMessage(bytes)) {
      bytes = next.rest;
      const { message } = next;
      answered = answered.then(() => answer(socket, handle, message, connectionId));
    }
    if (isOversized(bytes)) socket.destroy();
    pending = bytes.length ? [bytes] : [];
    size = bytes.length;
  });
}

/** Bytes to wait for before it is worth looking: the length that the message gives, if it gives a possible one. */
function neededBytes(pending: readonly Buffer[]): number {
  const head = pending[0] as Buffer;
  return head.length < 4 || isOversized(head) ? 4 : head.readInt32LE(0);
}

function isOversized(bytes: Buffer): boolean {
  if (bytes.length < 4) return false;
  const length = bytes.readInt32LE(0);
  return length < 16 || length > MAX_MESSAGE_BYTES;
}

function nextMessage(bytes: Buffer): { message: Buffer; rest: Buffer } | undefined {
  if (bytes.length < 16 || isOversized(bytes)) return undefined;
  const length = bytes.readInt32LE(0);
  if (bytes.length < length) return undefined;
  return { message: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

async function answer(socket: Socket, handle: Handle, message: Buffer, connectionId: number): Promise<void> {
  let request: Asked = {
    requestId: message.readInt32LE(4),
    legacy: false,
    wantsReply: true,
  };
  try {
    const parsed = parseMessage(message);
    request = parsed;
    const reply = await handle(parsed, connectionId);
    if (parsed.wantsReply && !socket.destroyed) socket.write(encodeReply(parsed, reply));
  } catch (error) {
    if (request.wantsReply && !socket.destroyed) socket.write(encodeRefusal(request, asFault(error)));
  }
}

/** What an answer must know of its request. */
type Asked = Pick<Request, 'requestId' | 'legacy' | 'wantsReply'>;

/** Code and message alone where what else the refusal carries is too large for an answer. */
function encodeRefusal(request: Asked, { code, codeName, message, extra }: MongoFault): Buffer {
  const refusal = { ok: 0, errmsg: message, code, codeName };
  try {
    return encodeReply(request, { ...refusal, ...extra });
  } catch {
    return encodeReply(request, { ...refusal, errmsg: message.slice(0, LONGEST_MESSAGE) });
  }
}

const LONGEST_MESSAGE = 10_000;
