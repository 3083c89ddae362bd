import type { Networks } from '../../src/demo/player.js';
import type { Call, NetworkEvent } from '../../src/simulators/phone/types.js';
import type { WechatEvent } from '../../src/simulators/wechat/index.js';
import type { Said } from '../../src/simulators/wechat/types.js';
import { readEvents } from './event-stream.js';

type PhoneEvent = NetworkEvent | { type: 'snapshot'; calls: Call[] };

/** The simulators' networks as a browser page has them: buttons are requests, news come as events. */
export async function openNetworks(url: string): Promise<Networks & { close(): Promise<void> }> {
  const calls = new Map<string, Call>();
  const closing = new AbortController();
  const [phoneEvents, wechatEvents] = [createFeed<PhoneEvent>(), createFeed<WechatEvent>()];
  phoneEvents.subscribe((event) => {
    if (event.type === 'snapshot') for (const call of event.calls) calls.set(call.sid, call);
    if (event.type === 'call') calls.set(event.call.sid, { ...calls.get(event.call.sid), ...event.call } as Call);
  });
  const streams = [
    follow(`${url}/simulators/phone/events`, phoneEvents.tell, closing.signal),
    follow(`${url}/simulators/wechat/events`, wechatEvents.tell, closing.signal),
  ];
  await Promise.all(streams.map(({ opened }) => opened));

  const phone = (action: string, body: object) => post(`${url}/simulators/phone/${action}`, body);
  const wechat = (action: string, body: object) => post(`${url}/simulators/wechat/${action}`, body);
  return {
    phone: {
      calls: () => [...calls.values()],
      subscribe: (listener) =>
        phoneEvents.subscribe((event) => {
          if (event.type !== 'snapshot') listener(event);
        }),
      dial: (from, to) => phone('dial', { from, to }),
      answer: (number, as = 'person') => phone('answer', { number, as }),
      decline: (number) => phone('decline', { number }),
      hangUp: (number) => phone('hang-up', { number }),
      press: (number, keys) => phone('press', { number, keys }),
      speak: (number, text) => phone('speak', { number, text }),
      configure: (number, change) => phone('settings', { number, ...change }),
      sendSms: (from, to, body) => phone('sms', { from, to, body }),
    },
    wechat: {
      subscribe: wechatEvents.subscribe,
      join: (person) => wechat('people', person),
      say: ({ from, group }, text, isMention = false) =>
        wechat('say', { from, text, isMention, ...(group && { group }) }),
      async sendFile({ from }, { contentType, data }) {
        const address = `${url}/simulators/wechat/file?from=${encodeURIComponent(from)}`;
        const response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': contentType },
          body: new Uint8Array(data),
        });
        return (await response.json()) as Said;
      },
    },
    async close() {
      closing.abort();
      await Promise.all(streams.map(({ ended }) => ended));
    },
  };
}

/** Sends JSON; gives what came back, whatever the status. */
// biome-ignore lint/suspicious/noExplicitAny: each caller knows its endpoint's answer
async function post(address: string, body: object): Promise<any> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

function createFeed<E>() {
  const listeners = new Set<(event: E) => void>();
  return {
    tell(event: E) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener: (event: E) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Reads server-sent events until the signal; `opened` settles with the first one. */
function follow<E>(address: string, tell: (event: E) => void, signal: AbortSignal) {
  let isOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  async function read(): Promise<void> {
    await readEvents<E>(await fetch(address, { signal }), (event) => {
      tell(event);
      isOpen();
    });
  }
  // The end of the program, or of the test, ends the stream.
  const ended = read().catch(() => isOpen());
  return { opened, ended };
}
