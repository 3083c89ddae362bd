import { connect } from 'node:net';

/**
 * Opens one connection to the Redis on 127.0.0.1:`port`, authenticates, sends one inline command and gives the first line
 * of its answer ('' where it closed instead, as it does after SHUTDOWN, or said nothing for `timeoutMs`). Gives undefined
 * where nobody listens or where the password is refused. The command is sent only after the password
 * was accepted: whatever else may own the port by now must never receive a SHUTDOWN meant for our own server.
 */
export function askRedis(
  port: number,
  password: string,
  command: string,
  timeoutMs = 1000,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let accepted = false;
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\n`));
    const finish = (answer: string | undefined) => {
      resolve(answer);
      socket.destroy();
    };
    socket.setTimeout(timeoutMs, () => finish(''));
    socket.setEncoding('utf8');
    socket.on('error', () => finish(accepted ? '' : undefined));
    socket.on('close', () => finish(accepted ? '' : undefined));
    socket.on('data', (chunk: string) => {
      received += chunk;
      const end = received.indexOf('\r\n');
      if (end < 0) return;
      const line = received.slice(0, end);
      received = received.slice(end + 2);
      if (accepted) return finish(line);
      if (line !== '+OK') return finish(undefined);
      accepted = true;
      socket.write(`${command}\r\n`);
    });
  });
}
