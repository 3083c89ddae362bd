import { type Effect, UNFINISHED } from '../domain/effects.js';
import { isStillWanted } from '../domain/wanted.js';
import type { Theatre } from './theatre.js';
import { Missing, until } from './until.js';

/** How many times faster than real the service's time runs: while people talk, over the moment when something falls due, never in between. */
const TALKING = 20;
const CROSSING = 90;
/** Seconds of service time kept before and after such a moment. */
const MARGIN = 30;
/** A leap runs as fast as if it were to arrive after so many real milliseconds, and stops at this part of its way; then the next one: late is worse than slow. */
const LEAP_MS = 240;
const LEAP_PART = 0.5;
/** The ticket's clocks end every story long before so many moments have passed. */
const MAX_MOMENTS = 80;

type Question<T> = () => Promise<T | false | undefined> | T | false | undefined;

/** Moves the scaled clock as a person with the slider would, only more exactly. */
export function createTime({ stores, clock, simulators }: Theatre) {
  const { phone, setScale } = simulators;
  const seconds = (n: number) => n * 1_000;

  /** Whether the effect, should its moment come, would still do anything. */
  async function isAwaited(ownerId: string, effect: Effect): Promise<boolean> {
    const ticket = await stores.tickets.get(ownerId);
    return ticket !== undefined && isStillWanted(ticket, effect);
  }

  async function nextMoment(): Promise<Date | undefined> {
    const now = clock.now();
    const waiting = (await stores.effects.listEffects(UNFINISHED, 1_000))
      .filter(({ ref, effect }) => ref.owner === 'ticket' && effect.dueAt && effect.dueAt > now)
      .sort((a, b) => a.effect.dueAt!.getTime() - b.effect.dueAt!.getTime());
    for (const { ref, effect } of waiting) if (await isAwaited(ref.ownerId, effect)) return effect.dueAt;
    return undefined;
  }

  /** Nothing is on its way: no work at hand, nobody on the telephone. */
  async function isQuiet(): Promise<boolean> {
    const isTalking = phone.calls().some(({ endedAt, status }) => !endedAt && status !== 'ringing');
    if (isTalking) return false;
    const now = clock.now();
    const open = await stores.effects.listEffects(UNFINISHED, 1_000);
    return !open.some(({ effect: { dueAt } }) => !dueAt || dueAt <= now);
  }

  /** Only the clock leaps; the jobs that wait are set to it afterwards, with the next change of speed, so that none of them comes too early. */
  async function leapTo(moment: Date): Promise<void> {
    for (;;) {
      const from = clock.now().getTime();
      const distance = moment.getTime() - from;
      if (distance <= seconds(MARGIN)) return;
      clock.setScale(distance / LEAP_MS);
      await until('time passes', () => clock.now().getTime() >= from + distance * LEAP_PART);
    }
  }

  return {
    slow: () => setScale(TALKING),
    async pass<T>(what: string, condition: Question<T>): Promise<T> {
      try {
        for (let n = 0; n < MAX_MOMENTS; n++) {
          const answer = await until('quiet', async () => (await condition()) || ((await isQuiet()) && 'quiet'));
          if (answer !== 'quiet') return answer as T;
          const due = await nextMoment();
          if (!due) break;
          await leapTo(new Date(due.getTime() - seconds(MARGIN)));
          await setScale(CROSSING);
          const after = new Date(due.getTime() + seconds(MARGIN));
          const early = await until(
            'time passes',
            async () => (await condition()) || (clock.now() > after && 'passed'),
          );
          if (early !== 'passed') return early as T;
        }
        throw new Missing(what);
      } finally {
        await setScale(TALKING);
      }
    },
  };
}
