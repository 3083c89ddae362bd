import { DateTime } from 'luxon';
import { openBacking } from '../../src/app/backing.js';
import { createClosers } from '../../src/app/closers.js';
import { setScale } from '../../src/app/time.js';
import { createClock, type ScaledClock } from '../../src/clock.js';
import { parseConfig } from '../../src/config.js';
import type { SettingsStore } from '../../src/ports.js';
import { quietLog } from './builders.js';

/** Next Tuesday, ten in the morning in Shanghai: everybody is at work, whatever the time of the machine that tests. */
export const tuesdayTen = (): Date =>
  DateTime.now().setZone('Asia/Shanghai').plus({ weeks: 1 }).set({ weekday: 2, hour: 10, minute: 0 }).toJSDate();

/** Leaves the service's clock standing at that time; a program that starts later goes on from there. */
export async function leaveClockAt(settings: SettingsStore, moment: Date): Promise<ScaledClock> {
  const clock = createClock({ virtualAt: moment.getTime() });
  await setScale(clock, settings, 1);
  return clock;
}

/** The same for a data folder that nobody uses at the moment. */
export async function setClockOf(dataDir: string, moment = tuesdayTen()): Promise<void> {
  const closers = createClosers(quietLog);
  try {
    const { stores } = await openBacking(parseConfig({ DATA_DIR: dataDir }), quietLog, closers);
    await leaveClockAt(stores.settings, moment);
  } finally {
    await closers.closeAll();
  }
}
