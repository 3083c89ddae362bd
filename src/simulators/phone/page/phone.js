import { createCard, phaseOf } from './card.js';
import { startClock } from './clock.js';
import { h } from './dom.js';
import { follow, readOptional, state } from './network.js';
import { switchLanguage, t, translate } from './texts.js';
import { hush, isVoiceOn, readAloud, ringWhile, toggleVoice } from './voice.js';

const at = (id) => document.getElementById(id);
const NUMBER = /^\+[1-9]\d{6,14}$/;
const FIRST_PHONE = '+8613800000001';
const people = new Map();

let numbers = remembered();
let cards = [];

function remembered() {
  try {
    const saved = JSON.parse(localStorage.getItem('shangmen.phones') ?? '[]').filter((number) => NUMBER.test(number));
    return saved.length > 0 ? saved : [FIRST_PHONE];
  } catch {
    return [FIRST_PHONE];
  }
}

function keep(next) {
  numbers = next;
  localStorage.setItem('shangmen.phones', JSON.stringify(numbers));
  build();
}

const addPhone = (number) => {
  if (!numbers.includes(number)) keep([...numbers, number]);
};

/** Lays out the phones anew: after one came or went, or the language changed. Cards that stay keep their place and focus. */
function build(isFresh = false) {
  const old = new Map(isFresh ? [] : cards.map((card) => [card.number, card]));
  cards = numbers.map(
    (number) =>
      old.get(number) ??
      createCard({
        number,
        name: people.get(number) ?? '',
        remove: () => keep(numbers.filter((other) => other !== number)),
      }),
  );
  at('phones').replaceChildren(...cards.map(({ element }) => element));
  update();
}

function update() {
  for (const card of cards) card.update();
  ringWhile(cards.some(({ number }) => phaseOf(number) === 'ringing'));
  at('hotline').textContent = state.hotlines.length > 0 ? `${t('hotline')} ${state.hotlines.join(' / ')}` : '';
  drawStrangers();
}

/** Calls to phones that are not on the page would ring unseen. */
function drawStrangers() {
  const ringing = [...state.calls.values()].filter(
    ({ direction, status, phone }) => direction !== 'inbound' && status === 'ringing' && !numbers.includes(phone),
  );
  at('strangers').replaceChildren(
    ...ringing.map(({ phone }) =>
      h(
        'p',
        {},
        h('span', {}, `${t('ringsElsewhere')} ${people.get(phone) ?? ''} ${phone}`),
        h('button', { type: 'button', className: 'quiet', onclick: () => addPhone(phone) }, t('show')),
      ),
    ),
  );
}

function changed(event) {
  if (event.type === 'snapshot') return build(true);
  if (event.type === 'line' && numbers.includes(event.phone)) {
    const { kind, text, who, language } = event.line;
    if (kind === 'say' || (kind === 'speech' && who === 'far')) readAloud(text, language);
    if (kind === 'note' && text.startsWith('ended.')) hush();
  }
  if (event.type === 'call' && event.call.status === 'ringing')
    cards.find(({ number }) => number === event.call.phone)?.showCall();
  update();
}

async function meetPeople() {
  const answer = await readOptional('/simulators/people');
  for (const { name, role, phone } of answer?.people ?? []) {
    if (!phone) continue;
    people.set(phone, name);
    at('people').append(h('option', { value: phone }, `${name} · ${role}`));
  }
  if (people.size > 0) build(true);
}

function showVoice() {
  at('voice').setAttribute('aria-pressed', String(isVoiceOn()));
}

at('voice').addEventListener('click', () => {
  toggleVoice();
  showVoice();
  update();
});
at('language').addEventListener('click', () => {
  switchLanguage();
  speakLanguage();
  build(true);
});
at('add').addEventListener('submit', (event) => {
  event.preventDefault();
  const number = at('new-number').value.replace(/[\s-]/g, '');
  at('add-hint').textContent = NUMBER.test(number) ? '' : t('badNumber');
  if (!NUMBER.test(number)) return;
  at('new-number').value = '';
  addPhone(number);
});

function speakLanguage() {
  translate(document);
  at('language').textContent = t('other');
  at('language').lang = t('other') === 'EN' ? 'en' : 'zh-CN';
}

speakLanguage();
showVoice();
build();
follow(changed, (isOnline) => {
  at('offline').hidden = isOnline;
});
void meetPeople();
void startClock(at('clock'), at('scale'), at('scale-shown'));
