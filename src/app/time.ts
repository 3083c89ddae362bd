import { z } from 'zod';
import { createClock, type ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { SettingsStore } from '../ports.js';

const KEY = 'clock';
const stateSchema = z.object({ realAt: z.number(), virtualAt: z.number(), scale: z.number().positive() });

/**
 * The service's time. In production it is the wall's. In the demonstration it goes on from where it stood, so that
 * a promise for tomorrow does not move when the service is restarted.
 */
export async function openClock(config: Config, settings: SettingsStore): Promise<ScaledClock> {
  if (config.production) return createClock();
  const saved = stateSchema.safeParse(await settings.get(KEY));
  const clock = createClock(saved.success ? saved.data : {});
  if (!saved.success || config.timeScale !== 1) await settings.set(KEY, clock.setScale(config.timeScale));
  return clock;
}

/** Changes the demonstration's pace and keeps it. */
export async function setScale(clock: ScaledClock, settings: SettingsStore, scale: number): Promise<void> {
  await settings.set(KEY, clock.setScale(scale));
}
