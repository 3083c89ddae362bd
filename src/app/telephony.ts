import { randomBytes } from 'node:crypto';
import type { Router } from 'express';
import { createOutbound } from '../../bots/phone/outbound.js';
import type { ScaledClock } from '../clock.js';
import type { Config } from '../config.js';
import type { Logger, Messenger, Telephone } from '../ports.js';
import { createTelephoneNetwork, type TelephoneNetwork } from '../simulators/phone/network.js';
import type { Stores } from '../store/index.js';
import { Undeliverable } from '../usecases/deliver.js';
import type { Closers } from './closers.js';

/** The simulated network's REST API, as the SDK is pointed at it. */
export const SIMULATED_API = '/simulators/twilio';

export interface Telephony {
  sms: Messenger;
  telephone: Telephone;
  /** The account whose webhooks are believed; none where there is no telephone at all. */
  account?: { accountSid: string; authToken: string; phoneNumber: string };
  network?: TelephoneNetwork;
  /** Ways by which the simulated network is reached. */
  mounts: { path: string; router: Router }[];
}

interface TelephonyDeps {
  config: Config;
  log: Logger;
  clock: ScaledClock;
  stores: Stores;
  simulate: boolean;
  closers: Closers;
}

/** Twilio where it is configured, the simulator's network where there are simulators, otherwise a refusal that names the variables. */
export async function openTelephony(deps: TelephonyDeps): Promise<Telephony> {
  const { config } = deps;
  if (config.twilio) {
    return { ...createOutbound({ ...config.twilio, publicUrl: config.publicUrl }), account: config.twilio, mounts: [] };
  }
  return deps.simulate ? simulated(deps) : unconfigured;
}

async function simulated({ config, log, clock, stores, closers }: TelephonyDeps): Promise<Telephony> {
  const hotlines = (await stores.people.projects()).flatMap((project) => project.hotlines);
  const account = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
    phoneNumber: hotlines[0] ?? '+861060000000',
  };
  const local = `http://127.0.0.1:${config.port}`;
  const apiUrl = `${local}${SIMULATED_API}`;
  const network = createTelephoneNetwork({
    accountSid: account.accountSid,
    authToken: account.authToken,
    hotline: hotlines.length > 0 ? hotlines : account.phoneNumber,
    log,
    publicUrl: config.publicUrl,
    deliverTo: local,
    apiUrl,
    webhooks: { status: '/webhooks/twilio/voice/status' },
    scale: clock.scale,
    clock,
  });
  closers.add(async () => network.close());
  return {
    ...createOutbound({ ...account, apiBaseUrl: apiUrl, publicUrl: config.publicUrl }),
    account,
    network,
    mounts: [
      { path: SIMULATED_API, router: network.api },
      { path: '/simulators/phone', router: network.page },
    ],
  };
}

const REASON = 'no telephone provider: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER are not set';

const unconfigured: Telephony = {
  sms: { send: async () => ({ status: 'refused', reason: REASON }), wasSent: async () => 'not_sent' },
  telephone: {
    call: async () => {
      throw new Undeliverable(REASON);
    },
    wasPlaced: async () => 'not_sent',
  },
  mounts: [],
};
