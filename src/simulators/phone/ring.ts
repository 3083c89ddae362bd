import { DEFAULT_PHONE, type Exchange, type Line } from './exchange.js';
import { startRinging } from './lines.js';

export type RingOutcome =
  | { answered: 'person' | 'machine' }
  | { answered: null; status: 'busy' | 'no-answer' | 'failed' };

/** An answering machine lets it ring this long. */
const MACHINE_PICKS_UP_AFTER = 4_000;

/**
 * Rings a simulated phone until somebody answers, declines or the time is up.
 * @param milliseconds how long it may ring
 * @throws the line's abort reason when the call is ended meanwhile
 */
export function ringPhone(exchange: Exchange, line: Line, milliseconds: number): Promise<RingOutcome> {
  const { pace } = exchange;
  const { answering } = exchange.phones.get(line.call.phone) ?? DEFAULT_PHONE;
  if (answering === 'busy' || exchange.lines.has(line.call.phone))
    return Promise.resolve({ answered: null, status: 'busy' });
  if (answering === 'off') return Promise.resolve({ answered: null, status: 'failed' });
  startRinging(exchange, line);
  return new Promise((resolve, reject) => {
    const settle = (outcome: RingOutcome) => {
      tidy();
      resolve(outcome);
    };
    const ended = () => {
      tidy();
      reject(line.over.signal.reason);
    };
    const machine = () => settle({ answered: 'machine' });
    const cancels = [pace.after(milliseconds, () => settle({ answered: null, status: 'no-answer' }))];
    if (answering === 'machine') cancels.push(pace.after(Math.min(MACHINE_PICKS_UP_AFTER, milliseconds / 2), machine));
    line.over.signal.addEventListener('abort', ended, { once: true });
    line.ring = (choice) => {
      if (choice === 'machine') machine();
      else settle(choice === 'answer' ? { answered: 'person' } : { answered: null, status: 'busy' });
    };
    function tidy() {
      for (const cancel of cancels) cancel();
      line.over.signal.removeEventListener('abort', ended);
      line.ring = null;
    }
  });
}
