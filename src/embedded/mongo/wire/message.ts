import { asBuffer, type Doc, decode, decodeKeepingRaw, encode, firstFieldName } from '../bson.js';
import { fault } from '../errors.js';
import { crc32c } from './crc32c.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0 to 15 must be understood by the receiver; only these two are. Rule: MongoDB's OP_MSG specification. */
const UNKNOWN_REQUIRED_BITS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

export const MAX_MESSAGE_BYTES = 48_000_000;

/** One command as it came over the wire. */
export interface Request {
  readonly requestId: number;
  /** Name of the command, as sent (`find`, `isMaster`, …). */
  readonly name: string;
  readonly body: Doc;
  /** False where the client asked for no answer (moreToCome). */
  readonly wantsReply: boolean;
  /** Answered as OP_REPLY because it came as OP_QUERY. */
  readonly legacy: boolean;
}

/** Parses one whole message, header included. Throws a MongoFault where it is not understood. */
export function parseMessage(message: Buffer): Request {
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) return parseMsg(message);
  if (opCode === OP_QUERY) return parseQuery(message);
  throw fault(352, `Unsupported OP_QUERY command or unknown opcode ${opCode}`);
}

function parseMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  if (flags & UNKNOWN_REQUIRED_BITS) throw fault('IllegalOperation', `Message contains illegal flags value ${flags}`);
  const end = flags & CHECKSUM_PRESENT ? message.length - 4 : message.length;
  if (flags & CHECKSUM_PRESENT && message.readUInt32LE(end) !== crc32c(message.subarray(0, end))) {
    throw fault('BadValue', 'OP_MSG checksum does not match contents');
  }
  const sections = readSections(message, 20, end);
  const name = firstFieldName(sections.body);
  const body = name === 'insert' ? decodeKeepingRaw(sections.body, 'documents') : decode(sections.body);
  for (const [field, docs] of sections.sequences) body[field] = name === 'insert' ? docs : docs.map(decode);
  return { requestId: message.readInt32LE(4), name, body, wantsReply: !(flags & MORE_TO_COME), legacy: false };
}

function readSections(message: Buffer, from: number, end: number) {
  let body: Buffer | undefined;
  const sequences = new Map<string, Buffer[]>();
  for (let at = from; at < end; ) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (size < 5 || section.length !== size || (kind !== 0 && kind !== 1)) {
      throw fault('FailedToParse', `malformed OP_MSG section of kind ${kind}`);
    }
    if (kind === 0) body = section;
    else readSequence(section, sequences);
    at += 1 + size;
  }
  if (!body) throw fault('FailedToParse', 'OP_MSG without a body section');
  return { body, sequences };
}

function readSequence(section: Buffer, into: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  const docs: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw fault('FailedToParse', 'malformed document sequence');
    docs.push(section.subarray(at, at + size));
    at += size;
  }
  into.set(section.toString('utf8', 4, nameEnd), docs);
}

/** OP_QUERY survives only as the first hello of a connection, sent to `<db>.$cmd`. */
function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  const namespace = message.toString('utf8', 20, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw fault(352, 'Unsupported OP_QUERY: only the handshake may use it');
  const body = decode(message.subarray(nameEnd + 9));
  body.$db = namespace.slice(0, -'.$cmd'.length);
  return {
    requestId: message.readInt32LE(4),
    name: Object.keys(body)[0] ?? '',
    body,
    wantsReply: true,
    legacy: true,
  };
}

let lastRequestId = 0;

/** Encodes an answer; `reply` is a document or one already encoded. */
export function encodeReply(request: Pick<Request, 'requestId' | 'legacy'>, reply: Doc | Buffer): Buffer {
  const raw = Buffer.isBuffer(reply) ? reply : asBuffer(encode(reply));
  const prefix = request.legacy ? 36 : 21;
  const out = Buffer.allocUnsafe(prefix + raw.length);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  out.writeInt32LE(out.length, 0);
  out.writeInt32LE(lastRequestId, 4);
  out.writeInt32LE(request.requestId, 8);
  out.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  out.fill(0, 16, prefix);
  if (request.legacy) {
    out.writeInt32LE(8, 16); // AwaitCapable, as every MongoDB sets it
    out.writeInt32LE(1, 32);
  }
  raw.copy(out, prefix);
  return out;
}
