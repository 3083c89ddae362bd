import { h } from './dom.js';
import { recordingAddress, state } from './network.js';
import { t } from './texts.js';

const time = (at) => new Date(at).toLocaleTimeString('zh-CN', { hour12: false });

function words(line) {
  if (line.kind === 'note') return t(`note.${line.text}`);
  if (line.kind === 'problem') return `${t('problem')} ${line.text}: ${line.detail ?? ''}`;
  if (line.kind === 'play') return `${t('played')} ${line.text}`;
  if (line.kind === 'key') return `${t('key')} ${line.text}`;
  return line.text;
}

/** One line of a call: what the network did in the middle, what was said as bubbles on either side. */
export function lineElement(line) {
  const isNote = line.kind === 'note' || line.kind === 'problem';
  const classes = ['line', isNote ? 'note' : line.who, line.kind, line.detail === 'unheard' ? 'lost' : ''];
  return h(
    'li',
    { className: classes.filter(Boolean).join(' '), title: time(line.at) },
    isNote ? null : h('span', { className: 'who' }, t(`who.${line.who}`)),
    h('span', { className: 'words' }, words(line)),
    line.detail === 'unheard' ? h('small', {}, t('unheard')) : null,
  );
}

/** The recordings made in a call, to be listened to. */
export function recordingsOf(callSid) {
  return [...state.recordings.values()]
    .filter((recording) => recording.callSid === callSid)
    .map((recording) =>
      h(
        'figure',
        { className: 'recording' },
        h('figcaption', {}, `${t('recording')} · ${recording.durationSeconds}s · ${recording.words}`),
        h('audio', { controls: true, preload: 'none', src: recordingAddress(recording.sid) }),
      ),
    );
}

/** One message as a bubble. */
export function messageElement(message) {
  const isMine = message.direction === 'inbound';
  return h(
    'li',
    { className: `line ${isMine ? 'phone' : 'service'}`, title: time(message.createdAt) },
    h('span', { className: 'who' }, t(isMine ? 'who.phone' : 'who.service')),
    h('span', { className: 'words' }, message.body),
    h('small', {}, t(`sms.${message.status}`)),
  );
}
