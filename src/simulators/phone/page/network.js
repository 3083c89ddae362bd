/** The page's side of the telephone network: what it knows, live, and what it can ask for. */
const BASE = '/simulators/phone';

export const state = { hotlines: [], settings: {}, calls: new Map(), messages: new Map(), recordings: new Map() };

/** Asks the network to do something. Gives `{ ok }` or `{ ok: false, reason }`; never throws. */
export async function ask(action, body) {
  try {
    const response = await fetch(`${BASE}/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

/** Reads what another part of the simulators may serve; null where it does not. */
export async function readOptional(address) {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export const recordingAddress = (sid) => `${BASE}/recordings/${sid}.wav`;

/** The phone's latest call, or undefined. Its transcript grows with the events. */
export const lastCallOf = (number) => [...state.calls.values()].filter(({ phone }) => phone === number).at(-1);
export const messagesOf = (number) => [...state.messages.values()].filter(({ phone }) => phone === number);
export const settingsOf = (number) => state.settings[number] ?? { answering: 'person', sms: 'delivered' };

function restore(snapshot) {
  state.hotlines = snapshot.hotlines;
  state.settings = snapshot.phones;
  state.calls = new Map(snapshot.calls.map((call) => [call.sid, call]));
  state.messages = new Map(snapshot.messages.map((message) => [message.sid, message]));
  state.recordings = new Map(snapshot.recordings.map((recording) => [recording.sid, recording]));
}

const APPLY = {
  snapshot: restore,
  call: ({ call }) => state.calls.set(call.sid, { transcript: [], ...state.calls.get(call.sid), ...call }),
  line: ({ callSid, line }) => state.calls.get(callSid)?.transcript.push(line),
  message: ({ message }) => state.messages.set(message.sid, message),
  phone: ({ number, settings }) => {
    state.settings[number] = settings;
  },
  recording: ({ recording }) => state.recordings.set(recording.sid, recording),
};

/** Follows the network's events; `changed(event)` runs after each, `connected(isOnline)` when the stream comes or goes. */
export function follow(changed, connected) {
  const stream = new EventSource(`${BASE}/events`);
  stream.onopen = () => connected(true);
  stream.onerror = () => connected(false);
  stream.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    APPLY[event.type]?.(event);
    changed(event);
  };
}
