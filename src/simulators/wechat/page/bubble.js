import { h } from '../../shared/page/dom.js';
import { fileAddress, nameOf } from './network.js';
import { locale, t } from './texts.js';

/** `1. 确认`, `2、修改`; no time of day, price or date. */
const CHOICE = /^\s*(\d{1,2})(?:[.．](?!\d)|[、)）])\s*(\S.*)$/;
/** People of one household read the clock once in a while, not at every line. */
const SAME_TIME = 5 * 60_000;

/** The numbered choices that a message offers. */
export const choicesOf = (text = '') =>
  text.split('\n').flatMap((line) => {
    const found = CHOICE.exec(line);
    return found ? [{ number: found[1], words: found[2] }] : [];
  });

const timeOf = (at) =>
  new Date(at).toLocaleString(locale(), {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/** The time above a message, where some has passed since the one before. */
export function timeLine(message, before) {
  if (before && Math.abs(Date.parse(message.at) - Date.parse(before.at)) < SAME_TIME) return null;
  return h('li', { className: 'when' }, timeOf(message.at));
}

/** One message as `me` sees it. */
export function bubble(message, { me, isGroup }) {
  const isMine = message.from === me;
  const name = nameOf(message.from);
  return h(
    'li',
    { className: `said ${isMine ? 'mine' : 'theirs'} ${message.kind}`, 'data-id': message.id },
    h('span', { className: isGroup && !isMine ? 'who' : 'unseen' }, `${name} `),
    h('div', { className: 'words' }, ...contentOf(message)),
  );
}

const KINDS = {
  text: ({ text }) => [text],
  image: ({ file }) => [
    h(
      'a',
      { href: fileAddress(file.id), target: '_blank', rel: 'noopener' },
      h('img', { src: fileAddress(file.id), alt: t('picture'), loading: 'lazy' }),
    ),
  ],
  audio: ({ file, words }) => [
    h('audio', { controls: true, preload: 'none', src: fileAddress(file.id), ariaLabel: t('clip') }),
    words ? h('p', { className: 'said-words' }, `“${words}”`) : null,
  ],
  file: ({ file }) => [h('a', { href: fileAddress(file.id), download: file.name }, file.name)],
};
const contentOf = (message) => KINDS[message.kind](message);
