import { createCallPanel } from './call-panel.js';
import { h } from './dom.js';
import { ask, lastCallOf, messagesOf, state as network, settingsOf } from './network.js';
import { createSmsPanel } from './sms-panel.js';
import { t } from './texts.js';

const MODES = ['person', 'machine', 'busy', 'off'];

/** What a phone is doing: idle, calling out, being rung, or talking. */
export function phaseOf(number) {
  const call = lastCallOf(number);
  if (!call || call.endedAt) return 'idle';
  if (call.status === 'in-progress') return 'talking';
  return call.direction === 'inbound' ? 'calling' : call.status === 'ringing' ? 'ringing' : 'idle';
}

/** One phone on the page. `update()` brings it in line with what is known of its number. */
export function createCard({ number, name, remove }) {
  let read = messagesOf(number).length;
  let isShowingMessages = false;
  const id = number.slice(1);
  const flash = h('p', { className: 'flash', role: 'status' });
  const say = (done) => {
    flash.textContent = done.ok ? '' : t(`reason.${done.reason}`);
    return done.ok;
  };
  const act = (action, body) => ask(action, body).then(say);

  const state = h('span', { className: 'state', role: 'status' });
  const mode = h(
    'select',
    { id: `mode-${id}`, onchange: () => act('settings', { number, answering: mode.value }) },
    ...MODES.map((value) => h('option', { value }, t(`answering.${value}`))),
  );
  const hotline = h('select', { id: `hotline-${id}` });
  const chooser = h('footer', { hidden: true }, h('label', { for: hotline.id }, t('hotline')), hotline);
  const target = () => hotline.value;
  const call = createCallPanel({ number, act, id, target });
  const sms = createSmsPanel({ number, act, id, target });
  const badge = h('span', { className: 'badge' });
  const callTab = h('button', { type: 'button', role: 'tab', onclick: () => show(false) }, t('call'));
  const smsTab = h('button', { type: 'button', role: 'tab', onclick: () => show(true) }, t('messages'), badge);

  const element = h(
    'article',
    { className: 'handset', 'aria-label': name || number, onkeydown: (event) => call.typed(event) },
    h(
      'header',
      {},
      h('div', { className: 'owner' }, h('h2', {}, name || number), h('p', {}, name ? number : '')),
      state,
      h(
        'button',
        { type: 'button', className: 'close', title: t('remove'), 'aria-label': t('remove'), onclick: remove },
        '×',
      ),
    ),
    h('div', { className: 'tabs', role: 'tablist' }, callTab, smsTab),
    call.element,
    sms.element,
    flash,
    chooser,
    h('footer', {}, h('label', { for: `mode-${id}` }, t('answering')), mode),
  );

  function show(messages) {
    isShowingMessages = messages;
    update();
  }

  function offerHotlines() {
    if (hotline.length === network.hotlines.length) return;
    hotline.replaceChildren(...network.hotlines.map((value) => h('option', { value }, value)));
    chooser.hidden = network.hotlines.length < 2;
  }

  function update() {
    offerHotlines();
    const phase = phaseOf(number);
    element.dataset.phase = phase;
    state.textContent = t(`state.${phase}`);
    mode.value = settingsOf(number).answering;
    callTab.setAttribute('aria-selected', String(!isShowingMessages));
    smsTab.setAttribute('aria-selected', String(isShowingMessages));
    call.element.hidden = isShowingMessages;
    sms.element.hidden = !isShowingMessages;
    call.update(phase);
    sms.update();
    const count = messagesOf(number).length;
    if (isShowingMessages) read = count;
    badge.textContent = count > read ? String(count - read) : '';
    badge.ariaLabel = count > read ? `${count - read} ${t('unread')}` : '';
  }

  update();
  return {
    number,
    element,
    update,
    /** A ringing phone shows its call, whatever was open. */
    showCall: () => show(false),
  };
}
