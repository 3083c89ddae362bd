import { h } from './dom.js';
import { messagesOf } from './network.js';
import { t } from './texts.js';
import { messageElement } from './transcript.js';

/** The message side of a phone: its thread with the hotline and a box to write. */
export function createSmsPanel({ number, act, id, target }) {
  let drawn = '';
  const thread = h('ol', {
    className: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': t('messages'),
    tabIndex: 0,
  });
  const body = h('input', {
    id: `sms-${id}`,
    autocomplete: 'off',
    maxLength: 1000,
    placeholder: t('sms'),
    enterKeyHint: 'send',
  });
  const compose = h(
    'form',
    {
      className: 'row',
      onsubmit: async (event) => {
        event.preventDefault();
        const text = body.value.trim();
        if (text && (await act('sms', { from: number, to: target(), body: text }))) body.value = '';
      },
    },
    h('label', { className: 'unseen', for: body.id }, t('sms')),
    body,
    h('button', { type: 'submit', className: 'quiet' }, t('send')),
  );

  function update() {
    const messages = messagesOf(number);
    const next = messages.map(({ sid, status }) => sid + status).join();
    if (next === drawn && thread.childElementCount > 0) return;
    drawn = next;
    thread.replaceChildren(
      ...(messages.length > 0 ? messages.map(messageElement) : [h('li', { className: 'empty' }, t('noMessages'))]),
    );
    thread.scrollTop = thread.scrollHeight;
  }

  return {
    element: h('div', { className: 'panel', role: 'tabpanel', 'aria-label': t('messages') }, thread, compose),
    update,
  };
}
