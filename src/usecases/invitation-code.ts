import { randomInt } from 'node:crypto';

/** Without 0/O, 1/I/L and the like: codes are read aloud and typed on telephones. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** `SM-7K3QX9PW`: sent to the bot once by a technician who binds a WeChat account; 40 bits, used once. */
export const newInvitationCode = (): string =>
  `SM-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
