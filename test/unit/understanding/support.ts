import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Understood, understandResident } from '../../../bots/understanding/index.js';

export const ZONE = 'Asia/Shanghai';
/** Wednesday morning, twenty past ten. */
export const NOW = DateTime.fromISO('2026-11-25T10:20:00', { zone: ZONE }).toJSDate();

export const said = (text: string): Understood =>
  understandResident({ text, channel: 'chat', now: NOW, timezone: ZONE });
export const heard = (text: string): Understood =>
  understandResident({ text, channel: 'speech', now: NOW, timezone: ZONE });

/** `26 15:00-16:00` for a window on one day, `28 08:00-29 18:00` over several, `25 10:20-` without an end. */
export function brief(window: { from: string; to: string | null } | undefined): string {
  if (!window) return '-';
  const [from, to] = [window.from, window.to].map((iso) =>
    iso ? DateTime.fromISO(iso, { setZone: true }) : undefined,
  );
  const month = from && from.month !== 11 ? `${from.month}/` : '';
  const end = to ? (to.hasSame(from as DateTime, 'day') ? to.toFormat('HH:mm') : to.toFormat('dd HH:mm')) : '';
  return `${month}${from?.toFormat('dd HH:mm')}-${end}`;
}

/** How a message came. */
export const channel = fc.constantFrom('chat' as const, 'speech' as const);
