// A client that costs next to nothing: it writes messages of MongoDB's wire protocol and waits for the replies without
// reading them, so that what is timed is the server.
import { once } from 'node:events';
import { connect } from 'node:net';
import { deserialize, serialize } from 'bson';

const OP_MSG = 2013;
const HEADER = 21;

const encode = (command) => {
  const body = serialize(command);
  const message = Buffer.alloc(HEADER + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(OP_MSG, 12);
  message.set(body, HEADER);
  return message;
};

/** One connection: `send(command)` resolves with the reply's bytes. */
export async function wireClient(uri) {
  const { hostname, port } = new URL(uri);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let answered = () => {};
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = bytes.length ? Buffer.concat([bytes, chunk]) : chunk;
    if (bytes.length < 4 || bytes.length < bytes.readInt32LE(0)) return;
    const reply = bytes;
    bytes = Buffer.alloc(0);
    answered(reply);
  });
  const send = (command) =>
    new Promise((resolve) => {
      answered = resolve;
      socket.write(encode(command));
    });
  return { send, close: () => socket.destroy() };
}

/** Throws where a reply is an error: a server that refuses quickly is not quick. */
export function mustBeOk(reply) {
  const { ok, errmsg, writeErrors } = deserialize(reply.subarray(HEADER));
  if (ok !== 1 || writeErrors) throw new Error(errmsg ?? JSON.stringify(writeErrors));
}
