import type { RequestHandler, Response } from 'express';

/** A comment on the stream now and then keeps proxies from cutting it. */
const KEEP_ALIVE = 25_000;

export interface EventStream {
  handler: RequestHandler;
  /** Ends every open stream; browsers try to come back by themselves. */
  close(): void;
}

/** Server-sent events: a picture of everything first, then whatever happens, each as one line of JSON. */
export function createEventStream<E>(source: {
  /** Whatever must be fetched before a picture can be taken. */
  prepare?(): Promise<void>;
  snapshot(): E;
  subscribe(listener: (event: E) => void): () => void;
}): EventStream {
  const streams = new Set<Response>();
  return {
    async handler(request, response) {
      await source.prepare?.();
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      const send = (event: E) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
      send(source.snapshot());
      const unsubscribe = source.subscribe(send);
      const beat = setInterval(() => response.write(': here\n\n'), KEEP_ALIVE);
      streams.add(response);
      request.on('close', () => {
        clearInterval(beat);
        unsubscribe();
        streams.delete(response);
      });
    },
    close() {
      for (const response of streams) response.end();
    },
  };
}
