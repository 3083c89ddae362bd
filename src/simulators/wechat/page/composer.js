import { h } from '../../shared/page/dom.js';
import { ask, sendFile } from './network.js';
import { canRecord, startRecording } from './recorder.js';
import { t } from './texts.js';

const EMOJI = [...'😊👍🙏😅😭😡👌💪🔥💧🚿🚽💡🔧🛗🎉'];
const PICTURES = 'image/png,image/jpeg,image/gif,image/webp';
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Where a person writes. `place()` says who writes where. Everything is sent in the order in which it was typed, one thing after
 * the other, however slow a picture is.
 */
export function createComposer({ id, isGroup, place }) {
  let queue = Promise.resolve();
  const flash = h('p', { className: 'flash', role: 'status' });
  const send = (work) => {
    queue = queue.then(work).then((done) => {
      flash.textContent = done.ok ? '' : t(`reason.${done.reason}`);
    });
    return queue;
  };
  const say = (text, isMention = false) => {
    const from = place();
    return send(() => ask('say', { ...from, text, isMention }));
  };

  const mention = h(
    'button',
    { type: 'button', className: 'quiet', 'aria-pressed': 'true', title: t('mention'), ariaLabel: t('mention') },
    '@',
  );
  mention.addEventListener('click', () =>
    mention.setAttribute('aria-pressed', String(mention.getAttribute('aria-pressed') !== 'true')),
  );
  const isMentioning = () => isGroup && mention.getAttribute('aria-pressed') === 'true';

  const text = h('textarea', {
    id: `text-${id}`,
    rows: 1,
    maxLength: 4000,
    placeholder: t('write'),
    enterKeyHint: 'send',
    onkeydown: (event) => {
      // While a Chinese input method is composing, Enter belongs to it.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    },
  });
  const form = h(
    'form',
    {
      className: 'row write',
      onsubmit: (event) => {
        event.preventDefault();
        const words = text.value.trim();
        if (!words) return;
        text.value = '';
        say(words, isMentioning());
      },
    },
    h('label', { className: 'unseen', for: text.id }, t('write')),
    text,
    h('button', { type: 'submit', className: 'go' }, t('send')),
  );

  const picture = h('input', {
    type: 'file',
    accept: PICTURES,
    className: 'unseen',
    tabIndex: -1,
    ariaLabel: t('picture'),
    onchange: () => {
      const [file] = picture.files;
      picture.value = '';
      if (file) sendBlob(file);
    },
  });
  function sendBlob(blob) {
    const from = place();
    send(() => (blob.size > MAX_BYTES ? { ok: false, reason: 'too-big' } : sendFile(from, blob)));
  }

  const emoji = panel(
    'emoji',
    ...EMOJI.map((sign) =>
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            text.setRangeText(sign, text.selectionStart, text.selectionEnd, 'end');
            text.focus();
          },
        },
        sign,
      ),
    ),
  );
  const voice = panel('voice', ...voiceControls({ id, place, send, sendBlob, flash }));
  const element = h(
    'div',
    { className: 'composer' },
    flash,
    emoji.element,
    voice.element,
    h(
      'div',
      { className: 'row kit' },
      isGroup ? mention : null,
      emoji.button,
      h('button', { type: 'button', className: 'quiet', onclick: () => picture.click() }, t('picture')),
      voice.button,
      picture,
    ),
    form,
  );
  return { element, say: (words) => say(words, isMentioning()) };
}

/** A part that a button shows and hides; Escape hides it too. */
function panel(name, ...children) {
  const button = h('button', { type: 'button', className: 'quiet', 'aria-expanded': 'false' }, t(name));
  const element = h(
    'div',
    { className: `panel ${name}`, role: 'group', ariaLabel: t(name), hidden: true },
    ...children,
  );
  const show = (isShown) => {
    element.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
  };
  button.addEventListener('click', () => {
    show(element.hidden);
    if (!element.hidden) element.querySelector('input, button')?.focus();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    show(false);
    button.focus();
  });
  return { element, button };
}

/** A clip by typing its words, and by the microphone where there is one. */
function voiceControls({ id, place, send, sendBlob, flash }) {
  const words = h('input', { id: `voice-${id}`, maxLength: 600, autocomplete: 'off', placeholder: t('voiceWords') });
  const typed = h(
    'form',
    {
      className: 'row',
      onsubmit: (event) => {
        event.preventDefault();
        const spoken = words.value.trim();
        if (!spoken) return;
        words.value = '';
        const from = place();
        send(() => ask('voice', { ...from, words: spoken }));
      },
    },
    h('label', { className: 'unseen', for: words.id }, t('voiceWords')),
    words,
    h('button', { type: 'submit', className: 'quiet' }, t('sendVoice')),
  );
  if (!canRecord) return [typed];
  let recording = null;
  const record = h('button', { type: 'button', className: 'quiet', 'aria-pressed': 'false' }, t('record'));
  record.addEventListener('click', async () => {
    try {
      if (recording) sendBlob(await recording.finish());
      recording = recording ? null : await startRecording();
    } catch {
      recording = null;
      flash.textContent = t('reason.microphone');
    }
    record.setAttribute('aria-pressed', String(recording !== null));
    record.textContent = t(recording ? 'stopRecording' : 'record');
  });
  return [typed, record];
}
