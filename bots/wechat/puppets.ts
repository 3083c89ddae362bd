import type { Puppet } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';

/** Makes a fresh puppet: a connection that died is not mended but replaced. */
export type OpenPuppet = () => Puppet;

export interface ServiceSettings {
  /** `host:port` of the puppet service. */
  endpoint: string;
  token: string;
  /** Without it TLS with the package's own public authority; the service's operator gives the certificate of a private one. */
  tls?: { caCert?: string; serverName?: string; disable?: boolean };
}

export type WechatSettings = { puppet: 'mock' } | ({ puppet: 'service' } & ServiceSettings);

/**
 * The puppet that the configuration asks for. The simulated one is made by whoever runs the simulators.
 * @throws Error where the configuration asks for the simulated WeChat and there is none.
 */
export function createPuppet(settings: WechatSettings, simulated?: Puppet): Puppet | OpenPuppet {
  if (settings.puppet === 'service') return () => new ForgetfulPuppet(optionsOf(settings));
  if (!simulated) throw new Error('the simulated WeChat needs the simulators, which do not run in production');
  return simulated;
}

/** Longer than our own watch waits: one of the two must be first, and ours replaces the whole connection. */
const PACKAGE_WATCHDOG_SECONDS = 120;

const optionsOf = ({ endpoint, token, tls }: ServiceSettings) => ({
  endpoint,
  token,
  timeoutSeconds: PACKAGE_WATCHDOG_SECONDS,
  ...(tls && { tls }),
});

/**
 * The package would keep contacts and groups in files under the home folder, named by the token. We keep nothing: the service is asked
 * again after a restart, so that no stale name is shown, no personal data lies about, and no writable home is needed.
 */
class ForgetfulPuppet extends PuppetService {
  protected override hookPayloadStore(): void {}
}
