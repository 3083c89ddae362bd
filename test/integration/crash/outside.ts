import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider took: one entry for each message or call that a person would notice. */
export interface Taken {
  route: 'wechat' | 'sms' | 'call';
  effectId: string;
  to: string;
  text: string;
}

interface Request extends Taken {
  pid: number;
}

/**
 * The world outside the process under test: WeChat, which cannot tell what it delivered, and a telephone provider, which can. It outlives the
 * crashes. `killAt` makes it kill the sender after it took a message and before it answers.
 */
export async function startOutside() {
  const taken: Taken[] = [];
  let killAt: number | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Request;
    const answer = request.url === '/send' ? send(asked) : find(asked);
    response.end(JSON.stringify(answer));
  });
  const send = ({ pid, ...message }: Request) => {
    if (isRefused(message)) return { status: 'refused', reason: 'the provider does not deliver there' };
    taken.push(message);
    if (killAt !== undefined && taken.length >= killAt) {
      killAt = undefined;
      process.kill(pid, 'SIGKILL');
    }
    return { status: 'sent', ref: refOf(message, taken) };
  };
  const find = ({ route, effectId }: Request) => {
    const last = taken.findLast((one) => one.route === route && one.effectId === effectId);
    return { ref: last && refOf(last, taken) };
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    killSenderAfter: (messages: number) => {
      killAt = taken.length + messages;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A land line takes no SMS; a number that is gone takes nothing. */
const isRefused = ({ route, to }: Taken): boolean =>
  to.startsWith('+8619') || (route === 'sms' && to.startsWith('+8610'));

const refOf = (message: Taken, taken: Taken[]): string => `${message.route}-${taken.indexOf(message)}`;
