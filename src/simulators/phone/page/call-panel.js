import { h } from './dom.js';
import { ask, lastCallOf, state } from './network.js';
import { t } from './texts.js';
import { lineElement, recordingsOf } from './transcript.js';
import { canDictate, dictate, hush } from './voice.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const LETTERS = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ' };
/** While somebody types, the network hears a voice this often, so that it does not take the pause for silence. */
const MURMUR_EVERY = 1500;

/** What the line waits for, as the key of a sentence. */
function earOf(listening) {
  if (!listening) return 'none';
  if (listening.recording) return 'recording';
  if (listening.bridged) return 'bridged';
  return listening.speech && listening.keys ? 'both' : listening.speech ? 'speech' : 'keys';
}

/** The call side of a phone: transcript, ringing buttons, keypad, speech, hanging up. */
export function createCallPanel({ number, act, id, target }) {
  let shown = { sid: '', lines: 0 };
  let murmured = 0;
  let stopDictation = null;

  const button = (text, className, onclick) => h('button', { type: 'button', className, onclick }, t(text));
  const log = h('ol', {
    className: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': t('transcript'),
    tabIndex: 0,
  });
  const kept = h('div', { className: 'kept' });
  const caller = h('p', { className: 'caller' });
  const ear = h('p', { className: 'ear', role: 'status' });

  const dial = button('dial', 'go', () => act('dial', { from: number, to: target() }));
  const answer = button('answer', 'go', () => act('answer', { number }));
  const decline = button('decline', 'stop', () => act('decline', { number }));
  const machine = button('toMachine', 'quiet', () => act('answer', { number, as: 'machine' }));
  const hangUp = button('hangUp', 'stop', () => {
    hush();
    act('hang-up', { number });
  });

  const press = (key) => {
    hush();
    act('press', { number, keys: key });
  };
  const keypad = h(
    'div',
    { className: 'keypad', role: 'group', 'aria-label': t('keypad') },
    ...KEYS.map((key) =>
      h(
        'button',
        { type: 'button', 'aria-label': `${t('key')} ${key}`, onclick: () => press(key) },
        key,
        h('small', {}, LETTERS[key] ?? ''),
      ),
    ),
  );

  const murmur = () => {
    if (Date.now() - murmured < MURMUR_EVERY || !lastCallOf(number)?.listening?.speech) return;
    murmured = Date.now();
    hush();
    void ask('murmur', { number });
  };
  const words = h('input', {
    id: `say-${id}`,
    autocomplete: 'off',
    maxLength: 1000,
    enterKeyHint: 'send',
    oninput: murmur,
  });
  const speak = async (text) => {
    hush();
    return act('speak', { number, text });
  };
  const microphone = h('button', {
    type: 'button',
    className: 'quiet mic',
    hidden: !canDictate,
    title: t('microphone'),
    'aria-label': t('microphone'),
    'aria-pressed': 'false',
    onclick: listenOnce,
  });
  const speech = h(
    'form',
    {
      className: 'row',
      onsubmit: async (event) => {
        event.preventDefault();
        const text = words.value.trim();
        if (text && (await speak(text))) words.value = '';
      },
    },
    h('label', { className: 'unseen', for: words.id }, t('say')),
    words,
    microphone,
    h('button', { type: 'submit', className: 'quiet' }, t('say')),
  );

  function listenOnce() {
    if (stopDictation) return stopDictation();
    microphone.ariaPressed = 'true';
    hush();
    stopDictation = dictate({
      heard: speak,
      sound: murmur,
      ended() {
        stopDictation = null;
        microphone.ariaPressed = 'false';
      },
    });
  }

  const controls = h('div', { className: 'controls' }, ear, speech, keypad);
  const actions = h('div', { className: 'actions' }, dial, answer, machine, decline, hangUp);
  const element = h(
    'div',
    { className: 'panel', role: 'tabpanel', 'aria-label': t('call') },
    caller,
    log,
    kept,
    controls,
    actions,
  );

  function updateLog(call) {
    if (call?.sid !== shown.sid) {
      shown = { sid: call?.sid ?? '', lines: 0 };
      log.replaceChildren();
    }
    if (!call) return void log.replaceChildren(h('li', { className: 'empty' }, t('noCall')));
    const fresh = call.transcript.slice(shown.lines).map(lineElement);
    shown.lines = call.transcript.length;
    log.append(...fresh);
    if (fresh.length > 0) log.scrollTop = log.scrollHeight;
    const recordings = recordingsOf(call.sid);
    if (recordings.length !== kept.childElementCount) kept.replaceChildren(...recordings);
  }

  function update(phase) {
    const call = lastCallOf(number);
    const isUp = phase === 'talking';
    updateLog(call);
    caller.hidden = phase !== 'ringing';
    caller.textContent = `${t('incoming')} ${call?.from ?? ''}`;
    controls.hidden = !isUp;
    ear.textContent = isUp ? t(`listening.${earOf(call.listening)}`) : '';
    ear.classList.toggle('open', Boolean(call?.listening));
    words.placeholder = t(call?.listening?.recording ? 'recordHint' : 'sayHint');
    dial.hidden = phase !== 'idle';
    dial.disabled = state.hotlines.length === 0;
    for (const choice of [answer, machine, decline]) choice.hidden = phase !== 'ringing';
    hangUp.hidden = phase !== 'talking' && phase !== 'calling';
  }

  return {
    element,
    update,
    /** Digits typed anywhere on the phone but in a field are keys of its keypad. */
    typed(event) {
      if (controls.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.matches('input, textarea, select') || !KEYS.includes(event.key)) return;
      event.preventDefault();
      press(event.key);
    },
  };
}
