import { h } from '../../shared/page/dom.js';
import { bubble, choicesOf, timeLine } from './bubble.js';
import { createComposer } from './composer.js';
import { messagesOf, nameOf, state } from './network.js';
import { t } from './texts.js';

const HUES = 6;
/** Pixels from the end that still count as being there. */
const END = 80;
const hueOf = (text) => [...text].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % HUES;

/** The round sign of a person or group: its first letter on a colour of its own. */
export const avatar = (name) =>
  h('span', { className: `avatar hue-${hueOf(name)}`, 'aria-hidden': 'true' }, [...name][0] ?? '');

/**
 * One chat as on the phone of the one who holds it: a person's private chat with the account, or a group, in which whoever is
 * chosen speaks. `code` is an invitation code that was not used yet.
 */
export function createColumn({ chat, code, close }) {
  const group = state.groups.get(chat);
  const name = group?.name ?? nameOf(chat);
  const role = group ? 'group' : (state.people.get(chat)?.role ?? 'visitor');
  const id = chat.replace(/\W/g, '-');
  let drawn = 0;
  let last = null;
  let speakers = '';
  let isAtEnd = true;

  const speaker = h('select', { id: `as-${id}`, onchange: () => redraw() });
  const me = () => (group ? speaker.value : chat);
  const place = () => (group ? { from: speaker.value, group: chat } : { from: chat });
  const as = group ? h('label', { className: 'as', for: speaker.id }, ` · ${t('as')} `, speaker) : null;
  const composer = createComposer({ id, isGroup: Boolean(group), place });
  const log = h('ol', {
    className: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': `${t('with')}${group ? name : (state.account?.name ?? '')}${t('chatWith')}`,
    tabIndex: 0,
  });
  const quick = h('div', { className: 'choices', role: 'group', ariaLabel: t('choices') });
  const binding = code ? bindingHint(code, (text) => composer.say(text)) : null;
  const element = h(
    'article',
    { className: 'column', 'aria-label': name, 'data-chat': chat },
    h(
      'header',
      {},
      avatar(name),
      h('div', { className: 'owner' }, h('h2', {}, name), h('p', {}, t(`role.${role}`), as)),
      h(
        'button',
        { type: 'button', className: 'close', title: t('close'), ariaLabel: t('close'), onclick: close },
        '×',
      ),
    ),
    binding,
    log,
    quick,
    composer.element,
  );

  function drawSpeakers() {
    const people = [...state.people.values()];
    const names = people.map(({ name: one }) => one).join();
    if (names === speakers) return;
    speakers = names;
    const chosen = speaker.value;
    speaker.replaceChildren(...people.map((person) => h('option', { value: person.id }, person.name)));
    if (state.people.has(chosen)) speaker.value = chosen;
  }

  function redraw() {
    drawn = 0;
    last = null;
    log.replaceChildren();
    update();
  }

  /** Adds what is new; what is there stays, so that a clip plays on and a reader hears only news. */
  function update() {
    if (group) drawSpeakers();
    const messages = messagesOf(chat);
    if (messages.length < drawn) return redraw();
    for (const message of messages.slice(drawn)) {
      log.append(...[timeLine(message, last), bubble(message, { me: me(), isGroup: Boolean(group) })].filter(Boolean));
      last = message;
    }
    if (messages.length > drawn && last.from === me()) isAtEnd = true;
    drawn = messages.length;
    if (drawn === 0) log.replaceChildren(h('li', { className: 'empty' }, t(emptyText(group, role))));
    else log.querySelector('.empty')?.remove();
    if (binding && messages.some(({ from }) => from === chat)) binding.hidden = true;
    drawChoices();
    stay();
  }

  /** Whoever reads at the end stays there, whatever grows: a message, a picture that arrives, the choices below. */
  function stay() {
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  }
  log.addEventListener('scroll', () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < END;
  });
  log.addEventListener('load', stay, true);
  new ResizeObserver(stay).observe(log);

  function drawChoices() {
    const isOpen = last !== null && last.from === state.account?.id && last.kind === 'text';
    const isMine = !group || last?.mentions.includes(me());
    const choices = isOpen && isMine ? choicesOf(last.text) : [];
    quick.hidden = choices.length === 0;
    quick.replaceChildren(
      ...choices.map(({ number, words }) =>
        h(
          'button',
          { type: 'button', className: 'quiet', onclick: () => composer.say(number) },
          h('b', {}, number),
          ` ${words}`,
        ),
      ),
    );
  }

  if (group) drawSpeakers();
  update();
  return { chat, element, update };
}

const emptyText = (group, role) => {
  if (group) return 'emptyGroup';
  return role === 'resident' || role === 'visitor' ? 'empty' : 'emptyStaff';
};

const bindingHint = (code, say) =>
  h(
    'p',
    { className: 'binding' },
    h('span', {}, t('unbound')),
    h('button', { type: 'button', className: 'quiet', onclick: () => say(code) }, `${t('bind')} ${code}`),
  );
