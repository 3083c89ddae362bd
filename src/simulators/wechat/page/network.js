/** The page's side of the simulated WeChat: what it knows, live, and what it can ask for. */
const BASE = '/simulators/wechat';

export const state = { account: null, people: new Map(), groups: new Map(), messages: new Map() };

export const fileAddress = (id) => `${BASE}/files/${id}`;
export const messagesOf = (chat) => [...state.messages.values()].filter((message) => message.chat === chat);
export const nameOf = (id) => (id === state.account?.id ? state.account.name : (state.people.get(id)?.name ?? id));

async function post(address, options) {
  try {
    const response = await fetch(`${BASE}/${address}`, { method: 'POST', ...options });
    return await response.json();
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

/** Asks the network to do something. Gives `{ ok }` or `{ ok: false, reason }`; never throws. */
export const ask = (action, body) =>
  post(action, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Sends a picture or recording, as `ask` does. */
export const sendFile = (place, blob) =>
  post(`file?${new URLSearchParams(place)}`, { headers: { 'Content-Type': blob.type }, body: blob });

/** Residents and staff that may be played, where the application tells them. */
export async function readPeople() {
  try {
    const response = await fetch('/simulators/people');
    return response.ok ? (await response.json()).people : [];
  } catch {
    return [];
  }
}

const APPLY = {
  snapshot({ account, people, groups, messages }) {
    state.account = account;
    state.groups = new Map(groups.map((group) => [group.id, group]));
    for (const person of people) state.people.set(person.id, person);
    state.messages = new Map(messages.map((message) => [message.id, message]));
  },
  person: ({ person }) => state.people.set(person.id, person),
  message: ({ message }) => state.messages.set(message.id, message),
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
