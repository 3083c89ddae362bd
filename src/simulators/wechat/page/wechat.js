import { startClock } from '../../shared/page/clock.js';
import { h } from '../../shared/page/dom.js';
import { avatar, createColumn } from './column.js';
import { ask, follow, nameOf, readPeople, state } from './network.js';
import { locale, switchLanguage, t, translate } from './texts.js';
import { createUnread } from './unread.js';

const at = (id) => document.getElementById(id);
const remembered = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};
const remember = (key, value) => localStorage.setItem(key, JSON.stringify(value));
const CHATS = 'shangmen.wechat.chats';
const VISITORS = 'shangmen.wechat.visitors';
const NEW = 'new';

/** Those who are no contact of the account's people yet: visitors, and staff with an unused invitation code. */
const visitors = new Map((remembered(VISITORS) ?? []).map((person) => [person.id, person]));
const codes = new Map();
let chats = remembered(CHATS);
let isSetUp = false;
let columns = [];
const unread = createUnread(() => drawChips());

/** A resident, a technician, a dispatcher and the group: enough to play the whole story. */
function firstChats() {
  const firstOf = (role) => [...state.people.values()].find((person) => person.role === role)?.id;
  const found = ['resident', 'technician', 'dispatcher'].map(firstOf).filter(Boolean);
  return [...found, ...state.groups.keys()];
}

const isKnown = (chat) => state.people.has(chat) || state.groups.has(chat);

/** Lays out the columns anew; those that stay keep their place and focus. */
function build(isFresh = false) {
  const old = new Map(isFresh ? [] : columns.map((column) => [column.chat, column]));
  columns = chats
    .filter(isKnown)
    .map(
      (chat) =>
        old.get(chat) ??
        createColumn({ chat, code: codes.get(chat), close: () => keep(chats.filter((other) => other !== chat)) }),
    );
  const elements = columns.map(({ element }) => element);
  const shown = [...at('columns').children];
  if (elements.length !== shown.length || elements.some((element, n) => element !== shown[n])) {
    at('columns').replaceChildren(...elements);
  }
  unread.watch(columns);
  drawChips();
  drawPeople();
}

function keep(next) {
  chats = next;
  remember(CHATS, chats);
  build();
}

function open(chat) {
  if (!chats.includes(chat)) keep([...chats, chat]);
  const { element } = columns.find((column) => column.chat === chat) ?? {};
  element?.scrollIntoView({ inline: 'center', block: 'nearest' });
  element?.querySelector('textarea')?.focus({ preventScroll: true });
}

/** The chats that are open, and those in which something waits. */
function drawChips() {
  const waiting = [...state.people.keys(), ...state.groups.keys()].filter((chat) => unread.of(chat) > 0);
  const listed = [...new Set([...columns.map(({ chat }) => chat), ...waiting])];
  at('chips').replaceChildren(
    ...listed.map((chat) => {
      const name = state.groups.get(chat)?.name ?? nameOf(chat);
      const count = unread.of(chat);
      const badge = h('span', { className: 'badge' }, count > 0 ? String(count) : '');
      if (count > 0) badge.append(h('span', { className: 'unseen' }, ` ${t('unread')}`));
      const isOpen = columns.some((column) => column.chat === chat);
      return h(
        'li',
        {},
        h(
          'button',
          { type: 'button', className: `chip${isOpen ? '' : ' elsewhere'}`, onclick: () => open(chat) },
          avatar(name),
          h('span', {}, name),
          badge,
        ),
      );
    }),
  );
}

function drawPeople() {
  const roles = ['resident', 'technician', 'dispatcher', 'manager', 'visitor'];
  const others = [...state.people.values()].filter(({ id }) => !chats.includes(id));
  const groups = [...state.groups.values()].filter(({ id }) => !chats.includes(id));
  const optionsOf = (entries) => entries.map(({ id, name }) => h('option', { value: id }, name));
  const section = (role, entries) =>
    entries.length > 0 ? h('optgroup', { label: t(`role.${role}`) }, ...optionsOf(entries)) : null;
  const chosen = at('who').value;
  at('who').replaceChildren(
    ...[
      h('option', { value: NEW }, t('stranger')),
      ...roles.map((role) =>
        section(
          role,
          others.filter((person) => (person.role ?? 'visitor') === role),
        ),
      ),
      section('group', groups),
    ].filter(Boolean),
  );
  if ([...at('who').options].some(({ value }) => value === chosen)) at('who').value = chosen;
}

async function join(person) {
  visitors.set(person.id, person);
  remember(VISITORS, [...visitors.values()]);
  await ask('people', person);
  state.people.set(person.id, person);
}

async function addChat(value) {
  if (value !== NEW) return open(value);
  const id = `wx-visitor-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  await join({ id, name: `${t('visitor')}${visitors.size + 1}`, role: 'visitor' });
  open(id);
}

/** Staff who have no account yet come with the code that binds one. */
async function meetPeople() {
  for (const { name, role, wechat, invitationCode } of await readPeople()) {
    const id = wechat ?? (invitationCode && `wx-${invitationCode.toLowerCase()}`);
    if (!id) continue;
    if (!wechat) codes.set(id, invitationCode);
    const isNew = !state.people.has(id);
    state.people.set(id, { id, name, role });
    if (!wechat || isNew) await ask('people', { id, name, role });
  }
}

/** At the beginning, and whenever the network comes back, which may have forgotten everybody. */
async function meetEverybody() {
  for (const person of visitors.values()) await ask('people', person);
  await meetPeople();
  chats ??= firstChats();
  if (!isSetUp) unread.forgetAll();
  isSetUp = true;
  build();
  for (const column of columns) column.update();
}

function changed(event) {
  if (event.type === 'snapshot') return void meetEverybody();
  if (!isSetUp) return;
  if (event.type === 'message') unread.add(event.message);
  else build();
  for (const column of columns) column.update();
}

function speakLanguage() {
  translate(document);
  at('language').textContent = t('other');
  at('language').lang = locale() === 'en' ? 'zh-CN' : 'en';
}

at('language').addEventListener('click', () => {
  switchLanguage();
  speakLanguage();
  build(true);
});
at('add').addEventListener('submit', (event) => {
  event.preventDefault();
  void addChat(at('who').value);
});

speakLanguage();
follow(changed, (isOnline) => {
  at('offline').hidden = isOnline;
});
void startClock({
  panel: at('clock'),
  slider: at('scale'),
  scale: at('scale-shown'),
  time: at('time'),
  locale,
});
