import { maskId, maskPhone } from '../mask.js';

/** An effect's or job's id for the log: those of a conversation hold a person's number or WeChat account. */
export const safeId = (id: string): string =>
  id.replace(
    /^(sms|wechat)-(.+?)((?:-\d+){2}(?:-a\d+)?)$/,
    (_, channel: string, who: string, tail: string) =>
      `${channel}-${channel === 'sms' ? maskPhone(who) : maskId(who)}${tail}`,
  );

/** An error's message for the log: providers repeat the number that they could not reach. */
export const safeMessage = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\+\d{8,15}/g, maskPhone);
