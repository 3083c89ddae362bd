import type { RequestHandler } from 'express';
import type { EffectRef } from '../domain/effects.js';
import type { SessionStore } from '../ports.js';
import type { Deps } from '../usecases/deps.js';

/** A router of another part: webhooks, simulator pages, the simulated telephone network. It parses its own bodies. */
export interface Mount {
  path: string;
  router: RequestHandler;
  /** `staff`: only for dispatchers and managers who are logged in. */
  auth?: 'staff';
}

/** What the HTTP edge needs beside the use cases' own needs. */
export interface HttpDeps extends Deps {
  sessions: SessionStore;
  /** Real time, for sessions. */
  now: () => Date;
  /** What the world calls us by. With https we stand behind one proxy, and cookies are for https only. */
  publicUrl: string;
  /** Pages and endpoints of the simulators; false in production. */
  simulators: boolean;
  /** One per part that must work before requests are useful; each throws where its part is not ready. */
  checks: Record<string, () => Promise<void>>;
  /** Puts a dead letter back on its way; false where the effect is no dead letter any more. */
  retryDeadLetter: (ref: EffectRef) => Promise<boolean>;
  /** The demonstration's clock; needed where `simulators` is true. */
  clockControl?: { scale(): number; setScale(scale: number): Promise<void> };
  mounts: readonly Mount[];
  /** Failed logins that one address may make in a minute; 10 where not given. */
  loginLimit?: number;
}
