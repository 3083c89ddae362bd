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

/**
 * Statistics are judged by shares: any one sentence at a border may change its side when they learn more, a table of them may not.
 * The sentences that are wrong stand in the failure.
 */
export function expectMost<T>(rows: readonly T[], isRight: (row: T) => boolean, share = 0.97): void {
  const wrong = rows.filter((row) => !isRight(row));
  if (wrong.length > (1 - share) * rows.length) expect(wrong).toEqual([]);
}
