import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createApp } from '../http/app.js';
import type { HttpDeps } from '../http/deps.js';
import type { Closers } from './closers.js';

/** Listens until closed; requests at hand are answered, idle and streaming connections are cut. */
export async function serve({
  deps,
  port,
  closers,
}: {
  deps: HttpDeps;
  port: number;
  closers: Closers;
}): Promise<Server> {
  const server = createServer(createApp(deps));
  server.listen(port);
  await once(server, 'listening');
  closers.add(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), 1_000);
    await closed;
    clearTimeout(cut);
  });
  return server;
}
