import { DEFAULT_PHONE, type Exchange, type Line, write } from './exchange.js';
import { E164 } from './formats.js';
import { endCall, openLine, startRinging } from './lines.js';
import { runScript } from './script.js';
import type { PhoneInput, PhoneSettings } from './types.js';

/** Why a phone could not do what its owner wanted. */
export type Refusal = 'invalid-number' | 'not-in-service' | 'engaged' | 'no-call' | 'not-ringing' | 'unheard';
export type Done<T = object> = ({ ok: true } & T) | { ok: false; reason: Refusal };

const refused = (reason: Refusal): { ok: false; reason: Refusal } => ({ ok: false, reason });

/** What people can do on the simulated phones. A phone has one call at a time, so its number names the call. */
export interface Phones {
  dial(from: string, to: string): Done<{ callSid: string }>;
  answer(number: string, as?: 'person' | 'machine'): Done;
  decline(number: string): Done;
  hangUp(number: string): Done;
  /** Presses keys one after another; `unheard` where nobody listens for keys. */
  press(number: string, keys: string): Done;
  /** Says a sentence; `unheard` where nobody listens for speech. */
  speak(number: string, text: string): Done;
  /** Makes a sound without words yet, which holds off the silence that ends a listening. */
  murmur(number: string): Done;
  settingsOf(number: string): PhoneSettings;
  configure(number: string, change: Partial<PhoneSettings>): PhoneSettings;
}

export function createPhones(exchange: Exchange): Phones {
  const { settings } = exchange;
  const lineOf = (number: string): Line | undefined => exchange.lines.get(number);

  function dial(from: string, to: string): Done<{ callSid: string }> {
    if (!E164.test(from) || settings.hotlines.includes(from)) return refused('invalid-number');
    if (!settings.hotlines.includes(to)) return refused('not-in-service');
    if (lineOf(from)) return refused('engaged');
    const { voice, status } = settings.webhooks;
    const at = (path: string) => settings.publicUrl().replace(/\/$/, '') + path;
    const callback = status ? { url: at(status), method: 'POST' as const, events: new Set(['completed']) } : null;
    const line = openLine(exchange, { from, to, direction: 'inbound', callback });
    startRinging(exchange, line);
    void runScript(exchange, line, { url: at(voice), method: 'POST', params: {} });
    return { ok: true, callSid: line.call.sid };
  }

  function pick(number: string, choice: 'answer' | 'machine' | 'decline'): Done {
    const ring = lineOf(number)?.ring;
    if (!ring) return refused('not-ringing');
    ring(choice);
    return { ok: true };
  }

  function give(number: string, input: PhoneInput): Done {
    const line = lineOf(number);
    if (!line) return refused('no-call');
    const { listening } = line.call;
    if (line.input && (input.kind === 'key' ? listening?.keys : listening?.speech)) {
      line.input(input);
      return { ok: true };
    }
    if (input.kind !== 'sound') {
      const text = input.kind === 'key' ? input.key : input.text;
      write(exchange, line.call, { who: 'phone', kind: input.kind, text, detail: 'unheard' });
    }
    return refused('unheard');
  }

  return {
    dial,
    answer: (number, as = 'person') => pick(number, as === 'machine' ? 'machine' : 'answer'),
    decline: (number) => pick(number, 'decline'),
    hangUp(number) {
      const line = lineOf(number);
      if (!line) return refused('no-call');
      const { direction, answeredAt } = line.call;
      // Before anybody answered, the caller gives up and the called phone declines.
      if (direction !== 'inbound' && !answeredAt) return pick(number, 'decline');
      endCall(exchange, line, answeredAt ? 'completed' : 'canceled');
      return { ok: true };
    },
    press(number, keys) {
      let done: Done = refused('unheard');
      for (const key of keys) done = give(number, { kind: 'key', key });
      return done;
    },
    speak: (number, text) => give(number, { kind: 'speech', text }),
    murmur: (number) => give(number, { kind: 'sound' }),
    settingsOf: (number) => exchange.phones.get(number) ?? DEFAULT_PHONE,
    configure(number, change) {
      const changed = { ...(exchange.phones.get(number) ?? DEFAULT_PHONE), ...change };
      exchange.phones.set(number, changed);
      exchange.emit({ type: 'phone', number, settings: changed });
      return changed;
    },
  };
}
