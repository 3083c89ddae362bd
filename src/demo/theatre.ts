import { DateTime } from 'luxon';
import { type App, startApp } from '../app/app.js';
import { openBacking } from '../app/backing.js';
import { createClosers } from '../app/closers.js';
import { setScale } from '../app/time.js';
import { createClock } from '../clock.js';
import { type Config, parseConfig } from '../config.js';
import { createLogger } from '../log.js';
import type { Logger } from '../ports.js';
import { freePort } from './free-port.js';

/** An app with its simulated networks: what the demonstration plays on. */
export type Theatre = App & { simulators: NonNullable<App['simulators']> };

/** The whole service in this process, on a data folder and port of its own, on a Tuesday morning. */
export async function openTheatre(dataDir: string): Promise<Theatre> {
  const config = parseConfig({ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'error' });
  const log = createLogger(config.logLevel);
  await setWatch(config, log);
  const app = await startApp(config, log);
  if (!app.simulators) throw new Error('the simulators are off');
  return { ...app, simulators: app.simulators };
}

/** The app's clock goes on from where it stood, so it is left standing on the next Tuesday, a little before nine. */
async function setWatch(config: Config, log: Logger): Promise<void> {
  const closers = createClosers(log);
  try {
    const { stores } = await openBacking(config, log, closers);
    const start = DateTime.now()
      .setZone('Asia/Shanghai')
      .plus({ weeks: 1 })
      .set({ weekday: 2, hour: 8, minute: 55, second: 0 });
    await setScale(createClock({ virtualAt: start.toMillis() }), stores.settings, 1);
  } finally {
    await closers.closeAll();
  }
}
