import { pino } from 'pino';
import type { Logger } from './ports.js';

/** Structured logs on standard error's fellow, stdout; phones and tokens never appear whole (see mask.ts). */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    redact: {
      paths: ['phone', '*.phone', 'token', '*.token', 'authorization', '*.authorization', 'password', '*.password'],
      censor: '****',
    },
  });
