import { DateTime } from 'luxon';
import type { Ticket } from '../domain/ticket.js';
import type { NetworkEvent } from '../simulators/phone/types.js';
import type { ChatMessage } from '../simulators/wechat/index.js';
import { ACCOUNT } from './player.js';
import type { Stage } from './stage.js';

const ZONE = 'Asia/Shanghai';
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const NOTES: Record<string, string> = { answered: '(接听)', machine: '(答录机)' };
const ENDED = /^ended\./;

export type Print = (line: string) => void;

export function stampOf(moment: Date): string {
  const local = DateTime.fromJSDate(moment, { zone: ZONE });
  return `周${WEEKDAYS[local.weekday - 1]} ${local.toFormat('HH:mm')}`;
}

/** Prints who says what to whom, as it happens, with the service's time. Returns how to stop. */
export function writeTranscript({ theatre, names }: Stage, print: Print): () => void {
  const { phone, wechat } = theatre.simulators;
  const nameOf = (address: string) => names().get(address) ?? address;
  const line = (way: string, from: string, to: string, text: string) => {
    const head = `${stampOf(theatre.clock.now())}  ${way}  ${from} → ${to}: `;
    print(`${head}${text.trim().replaceAll('\n', `\n${' '.repeat(18)}`)}`);
  };
  const subscriptions = [
    wechat.subscribe((event) => {
      if (event.type === 'message') chat(event.message);
    }),
    phone.subscribe(telephone),
  ];

  function chat({ chat: where, from, kind, text, words }: ChatMessage): void {
    const content = text ?? (kind === 'image' ? '[图片]' : `[语音] ${words ?? ''}`);
    const isGroup = where.endsWith('@chatroom');
    if (from === ACCOUNT) line('微信', '上门', isGroup ? GROUP : nameOf(where), content);
    else line('微信', nameOf(from), isGroup ? GROUP : '上门', content);
  }

  function telephone(event: NetworkEvent): void {
    if (event.type === 'message') {
      const { direction, status, body, phone: number } = event.message;
      if (status === 'received') line('短信', nameOf(number), '上门', body);
      if (direction !== 'inbound' && status === 'queued') line('短信', '上门', nameOf(number), body);
      return;
    }
    if (event.type !== 'line') return;
    const who = nameOf(event.phone);
    const { who: side, kind, text } = event.line;
    if (side === 'service') line('电话', '上门', who, text);
    else if (side === 'phone') line('电话', who, '上门', kind === 'key' ? `[按 ${text}]` : text);
    else if (text === 'ringing') line('电话', '☎', who, '(响铃)');
    else if (NOTES[text]) line('电话', who, '☎', NOTES[text]);
    else if (ENDED.test(text)) line('电话', who, '☎', '(挂断)');
  }

  return () => {
    for (const stop of subscriptions) stop();
  };
}

const GROUP = '业主群';

/** A ticket's history as a small table. */
export function historyTable(ticket: Ticket): string {
  const rows = ticket.history.map(({ at, action, actor, from, to, reason, detail }) => [
    stampOf(at),
    action,
    from === to ? to : `${from ?? '·'} → ${to}`,
    actor.name ?? actor.role,
    reason ?? detailOf(detail),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row.map((cell, n) => cell + ' '.repeat(Math.max(0, (widths[n] ?? 0) - widthOf(cell)))).join('  '),
  );
  return lines.map((text) => `  ${text.trimEnd()}`).join('\n');
}

const detailOf = (detail: Record<string, unknown> = {}): string =>
  ['clock', 'technicianId', 'work', 'cost', 'overall', 'comment']
    .flatMap((key) => (detail[key] === undefined || detail[key] === '' ? [] : [`${key} ${String(detail[key])}`]))
    .join(', ');

/** Chinese characters take two columns. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
