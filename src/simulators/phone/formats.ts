import { randomBytes } from 'node:crypto';

/** A new identifier of Twilio's form: two letters and 32 hexadecimal digits. */
export const newSid = (prefix: 'CA' | 'SM' | 'RE' | 'TR'): string => prefix + randomBytes(16).toString('hex');

/** `Mon, 23 Nov 2026 06:08:21 +0000`, the form of every date in Twilio's answers. */
export const rfc2822 = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

/** Whole seconds between two moments, never negative. */
export const secondsBetween = (start: Date | null, end: Date | null): number =>
  start && end ? Math.max(0, Math.round((end.getTime() - start.getTime()) / 1000)) : 0;

/** An E.164 number, the only form that this network routes. */
export const E164 = /^\+[1-9]\d{6,14}$/;
